//! A person's word on a criterion that no file can show.

use super::span::Span;

/// States that an aspect of a criterion, or the whole of it, is met.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    pub span: Span,
}
