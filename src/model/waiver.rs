//! An accepted failure: who accepts what, why, and until when.

use super::span::Span;

/// Accepts the failures of one policy on the subjects a glob names, until a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    pub id: String,
    pub policy: String,
    /// A glob over subject ids.
    pub subject: String,
    pub reason: String,
    pub owner: String,
    /// Last day of validity, `YYYY-MM-DD`.
    pub expires: String,
    pub span: Span,
}
