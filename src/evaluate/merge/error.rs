//! Why assessments cannot be put together.

/// What the user must mend first.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum MergeError {
    #[error("it reports on {found}, and what was read before on {expected}: merge one framework at a time")]
    Framework { found: String, expected: String },
    #[error("it is itself put together of several repositories: name their own assessments")]
    Merged,
}
