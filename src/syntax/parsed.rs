//! What a syntax made of a text.

use crate::model::Limit;
use crate::model::{Node, Problem, Span};

/// The documents of a text, its comments, and what could not be read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parsed {
    /// One node a document; a broken document is left out, or cut where it breaks.
    pub documents: Vec<Node>,
    pub comments: Vec<Comment>,
    pub problems: Vec<Problem>,
}

/// A comment with its mark (`#`, `//`), for waivers written in line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comment {
    pub span: Span,
}

impl Parsed {
    /// The same with no more problems than a person would read; the others are counted.
    pub fn bounded(mut self) -> Self {
        let more = self.problems.len().saturating_sub(Limit::Problems.value());
        if more > 0 {
            self.problems.truncate(Limit::Problems.value());
            self.problems.push(Problem::anywhere(format!("{more} more problems of the same text are not listed")));
        }
        self
    }
}
