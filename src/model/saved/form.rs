//! The form of saved evidence. Its schema is `report/schemas/evidence.schema.json`.

use std::collections::BTreeMap;

use camino::Utf8PathBuf;
use serde::{Deserialize, Serialize};

use crate::model::assessment::{Run, Tool};
use crate::model::evidence::EvidenceKind;
use crate::model::ledger::Ledger;
use crate::model::source::Location;
use crate::model::suppression::Suppression;
use crate::model::unresolved::Cause;

/// A document as it leaves the program.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SavedDocument {
    pub schema_version: String,
    pub tool: Tool,
    pub run: Run,
    pub ledger: Ledger,
    /// Files that places lie in, in the order of the run.
    pub sources: Vec<Utf8PathBuf>,
    pub evidence: Vec<SavedEvidence>,
    /// Comments that ask a checker to be silent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub suppressions: Vec<Suppression>,
}

/// One item. Facts are plain JSON; what JSON cannot say of them stands beside them, by JSON pointer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SavedEvidence {
    pub id: String,
    pub kind: EvidenceKind,
    pub name: String,
    pub format: String,
    pub provider: Option<String>,
    #[serde(rename = "type")]
    pub native_type: Option<String>,
    pub address: Option<String>,
    /// The whole block.
    pub source: Location,
    /// The name in the block's head.
    pub name_place: Place,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub called_from: Vec<SavedThrough>,
    /// `null` stands for each value that `unresolved` names.
    pub facts: serde_json::Value,
    /// Where each value is stated.
    pub places: BTreeMap<String, Place>,
    /// Where each value is named.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub names: BTreeMap<String, Place>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unresolved: Vec<SavedUnresolved>,
    /// Values that the provider supplies and nobody states.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub defaults: Vec<String>,
    /// Values that are secrets.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub redacted: Vec<String>,
    /// Places that values came through.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub via: BTreeMap<String, Vec<SavedThrough>>,
}

/// A stretch of a file; of the item's own, where none is named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<Utf8PathBuf>,
    pub line: u32,
    pub column: u32,
    pub byte: u32,
    pub end_line: u32,
    pub end_column: u32,
    pub end_byte: u32,
}

/// One place that a value, or a whole item, came through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SavedThrough {
    pub note: String,
    pub place: Place,
}

/// A value that the files do not tell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SavedUnresolved {
    pub path: String,
    pub cause: Cause,
    pub shape: SavedShape,
    /// Where the missing input is declared.
    pub place: Place,
}

/// What is known of an unresolved value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SavedShape {
    Any,
    Given,
    Reference,
    /// `null` stands for an unknown part.
    Template(Vec<Option<String>>),
    Bool,
    Number,
    String,
    List,
    Map,
    OneOf(Vec<SavedChoice>),
}

/// One of the values that an unresolved one may be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SavedChoice {
    /// `null` stands for none at all.
    Value(serde_json::Value),
    Open(SavedShape),
}
