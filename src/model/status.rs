//! What is known of a criterion when all its policies have answered.

use serde::{Deserialize, Serialize};

/// From best to worst. The words claim no more than is known: an opinion is the auditor's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ControlStatus {
    /// Its category was not chosen.
    OutOfScope,
    /// Nothing fails and every aspect is covered.
    Satisfied,
    /// An organizational criterion with valid attestations for its aspects.
    Attested,
    /// Nothing fails, some aspects are covered.
    Partial,
    /// Every failure is accepted by a valid waiver.
    Waived,
    /// Policies exist, no subject was found.
    NoEvidence,
    /// Only a person can answer, and nobody has, or the answer expired.
    Manual,
    /// An unresolved value, or a file that could not be read, may hide a failure.
    Undetermined,
    /// An unwaived failure of a linked policy.
    Gap,
}

impl ControlStatus {
    pub const ALL: [Self; 9] = [
        Self::OutOfScope,
        Self::Satisfied,
        Self::Attested,
        Self::Partial,
        Self::Waived,
        Self::NoEvidence,
        Self::Manual,
        Self::Undetermined,
        Self::Gap,
    ];

    /// The word for people: `no evidence`.
    pub fn words(self) -> &'static str {
        match self {
            Self::OutOfScope => "out of scope",
            Self::Satisfied => "satisfied",
            Self::Attested => "attested",
            Self::Partial => "partial",
            Self::Waived => "waived",
            Self::NoEvidence => "no evidence",
            Self::Manual => "manual",
            Self::Undetermined => "undetermined",
            Self::Gap => "gap",
        }
    }
}
