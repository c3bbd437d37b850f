//! An accepted failure: who accepts what, why, and until when.

use serde::{Deserialize, Serialize};

use super::source::Location;

/// Accepts the failures of one policy on the subjects a glob names, until a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiver {
    /// Unique within the run.
    pub id: String,
    pub policy: String,
    /// A glob over subject ids.
    pub subject: String,
    /// A glob over the path to the deciding value, its steps joined by dots; any path when absent.
    pub path: Option<String>,
    /// The deciding value, as text, that is accepted; any when absent.
    pub value: Option<String>,
    pub reason: String,
    pub owner: String,
    /// Last day of validity, `YYYY-MM-DD`, as written: what is no day of the calendar counts as expired.
    pub expires: String,
    /// A policy that must itself pass for the waiver to hold.
    pub compensated_by: Option<String>,
    /// Where it is written.
    pub location: Location,
}

/// What became of a waiver in a run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaiverResult {
    #[serde(flatten)]
    pub waiver: Waiver,
    pub origin: WaiverOrigin,
    pub standing: Standing,
    /// Findings it accepts; for one that does not hold, those it would have accepted.
    pub findings: usize,
}

/// Where a waiver comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WaiverOrigin {
    /// The file of waivers.
    File,
    /// A comment beside what it accepts.
    Inline,
    /// A comment written for another tool, which the settings honour.
    Foreign,
}

/// Whether what a person added holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    Valid,
    /// Its last day is over, or is no day of the calendar.
    Expired,
    /// The settings or the policy allow no such waiver, or not for so long.
    Refused,
    /// The policy that should make up for it does not pass.
    Uncompensated,
    /// A file it rests on is not the one that was attested.
    Stale,
}

impl Standing {
    /// As reports write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Expired => "expired",
            Self::Refused => "refused",
            Self::Uncompensated => "uncompensated",
            Self::Stale => "stale",
        }
    }
}
