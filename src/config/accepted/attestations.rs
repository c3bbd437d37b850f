//! `.gapcheck/attestations.toml`: a person's word on what no file can show.

use camino::Utf8Path;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::entries::{day, entries};
use crate::config::error::SettingsError;
use crate::config::place;
use crate::model::{Attestation, AttestedFile};

/// Where attestations are written, below the folder of the settings.
pub const ATTESTATIONS: &str = ".gapcheck/attestations.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    attestation: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    criterion: String,
    aspect: Option<String>,
    statement: String,
    by: String,
    #[serde(deserialize_with = "day")]
    date: String,
    #[serde(deserialize_with = "day")]
    valid_until: String,
    #[serde(default)]
    evidence: Vec<EvidenceFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EvidenceFile {
    path: String,
    sha256: String,
}

/// Reads the attestations. Their files lie below `root`.
pub(super) fn parse(text: &str, root: &Utf8Path) -> Result<Vec<Attestation>, Box<SettingsError>> {
    let entries = entries(ATTESTATIONS, text, "attestation", |it: File| it.attestation)?;
    let file = |it: EvidenceFile| {
        let found = digest(root, &it.path);
        AttestedFile { path: it.path, sha256: it.sha256.to_ascii_lowercase(), found }
    };
    let attestation = |(entry, location): (Entry, _)| Attestation {
        criterion: entry.criterion,
        aspect: entry.aspect,
        statement: entry.statement,
        by: entry.by,
        date: entry.date,
        valid_until: entry.valid_until,
        evidence: entry.evidence.into_iter().map(file).collect(),
        location,
    };
    Ok(entries.into_iter().map(attestation).collect())
}

/// SHA-256 of a file below the root, hexadecimal. None where it cannot be read, or lies outside.
pub fn digest(root: &Utf8Path, path: &str) -> Option<String> {
    let path = Utf8Path::new(path);
    if path.is_absolute() || path.components().any(|it| matches!(it, camino::Utf8Component::ParentDir)) {
        return None;
    }
    let bytes = place::read(&root.join(path), Some(root)).ok()?;
    Some(Sha256::digest(bytes).iter().map(|it| format!("{it:02x}")).collect())
}
