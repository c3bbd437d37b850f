//! Gaps that were there when the gate was put up.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The known gaps, by fingerprint.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    pub schema_version: String,
    /// The day it was made, `YYYY-MM-DD`.
    pub date: String,
    pub gaps: BTreeMap<String, KnownGap>,
}

/// One known gap. It lapses when its block changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownGap {
    pub policy: String,
    pub subject: String,
    pub path: Vec<String>,
    /// Digest of the text of the subject's block and of the line that decides, white space aside.
    pub block: String,
}

/// What became of the baseline in a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BaselineResult {
    pub gaps: usize,
    /// Findings it hides from the gate.
    pub hidden: usize,
    /// Gaps that are gone: mended, or their subject is.
    pub gone: usize,
    /// Gaps whose block changed: they count again.
    pub lapsed: usize,
}
