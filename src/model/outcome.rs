//! The answer of one policy about one subject.

use serde::{Deserialize, Serialize};

/// No answer is an answer: what only a run could tell is undetermined, never a pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    Fail,
    Undetermined,
    Pass,
}

impl Outcome {
    /// As reports write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fail => "fail",
            Self::Undetermined => "undetermined",
            Self::Pass => "pass",
        }
    }
}
