//! What stops a template: an error with its place.

use crate::model::Span;

/// Why a template cannot be rendered.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Fault {
    pub(crate) message: String,
    /// The action that failed, once that is known.
    pub(crate) span: Option<Span>,
}

impl Fault {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), span: None }
    }

    /// The same, at this place unless it has one.
    pub(crate) fn at(self, span: Span) -> Self {
        Self { span: self.span.or(Some(span)), ..self }
    }
}
