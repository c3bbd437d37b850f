//! What a finding is against a state before.

use serde::{Deserialize, Serialize};

/// What a finding is against the state before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// It was not there before.
    Introduced,
    /// The same thing stood elsewhere, or under another name.
    Moved,
    /// It was there.
    Existing,
}

impl Change {
    /// As reports write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Introduced => "introduced",
            Self::Moved => "moved",
            Self::Existing => "existing",
        }
    }
}
