//! What the lint says of a policy.

use crate::model::{Problem, Span};

/// One thing that is wrong, or worth a look.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    pub problem: Problem,
    /// Worth a look, and no mistake by itself.
    pub is_note: bool,
}

impl Remark {
    /// A mistake.
    pub fn mistake(span: Span, message: impl Into<String>) -> Self {
        Self { problem: Problem::at(span, message), is_note: false }
    }

    /// Something worth a look.
    pub fn note(span: Span, message: impl Into<String>) -> Self {
        Self { is_note: true, ..Self::mistake(span, message) }
    }

    pub fn with_help(self, help: impl Into<String>) -> Self {
        Self { problem: self.problem.with_help(help), ..self }
    }
}
