//! What one policy says of one subject, once unresolved values have been weighed.

use std::collections::BTreeMap;

use crate::model::{Evidence, Outcome, Problem};
use crate::rego::Denial;

/// The answers of one policy: a verdict on each of its subjects, by id.
#[derive(Debug, Default)]
pub struct Judged<'a> {
    pub verdicts: BTreeMap<&'a str, Verdict<'a>>,
    /// Why the policy could not answer.
    pub problems: Vec<Problem>,
}

/// The outcome for one subject and the denials behind it.
#[derive(Debug)]
pub struct Verdict<'a> {
    pub subject: &'a Evidence,
    pub outcome: Outcome,
    /// Each with its own outcome: some of a subject's denials may stand while others hang on an unresolved value.
    pub denials: Vec<(Denial, Outcome)>,
}
