//! A person's word on a criterion that no file can show.

use serde::{Deserialize, Serialize};

use super::source::Location;
use super::waiver::Standing;

/// States that an aspect of a criterion, or the whole of it, is met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attestation {
    pub criterion: String,
    /// The aspect it speaks for; the whole criterion when absent.
    pub aspect: Option<String>,
    pub statement: String,
    pub by: String,
    /// The day it was made, `YYYY-MM-DD`.
    pub date: String,
    /// Last day of validity, `YYYY-MM-DD`.
    pub valid_until: String,
    pub evidence: Vec<AttestedFile>,
    /// Where it is written.
    pub location: Location,
}

/// A file that an attestation rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttestedFile {
    pub path: String,
    /// The digest of the file that was attested, hexadecimal.
    pub sha256: String,
    /// The digest of the file as it is now; absent when it cannot be read.
    pub found: Option<String>,
}

/// What became of an attestation in a run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttestationResult {
    #[serde(flatten)]
    pub attestation: Attestation,
    pub standing: Standing,
}
