//! What went wrong with an input, with its place. Problems are collected; the run goes on.

use serde::{Deserialize, Serialize};

use super::source::{Location, Sources};
use super::span::Span;

/// Something a file or policy says that could not be read or judged.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// A lowercase fragment without a period: `a mapping key is repeated`.
    pub message: String,
    /// Where, when there is a place for it.
    pub span: Option<Span>,
    /// What to do about it, when that is not plain.
    pub help: Option<String>,
}

/// A problem as it leaves the program: its place as a file, line and column.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Notice {
    pub message: String,
    pub location: Option<Location>,
    pub help: Option<String>,
}

impl Problem {
    pub fn at(span: Span, message: impl Into<String>) -> Self {
        Self { message: message.into(), span: Some(span), help: None }
    }

    pub fn anywhere(message: impl Into<String>) -> Self {
        Self { message: message.into(), span: None, help: None }
    }

    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    pub fn located(self, sources: &Sources) -> Notice {
        Notice { message: self.message, location: self.span.map(|it| sources.location(it)), help: self.help }
    }
}
