//! JSON to nodes, quickly: Terraform plans have tens of megabytes. Comments and trailing commas are let pass.

mod loose;
mod reader;
mod text;

use crate::model::{Problem, SourceId};

use super::parsed::Parsed;
use reader::Reader;

/// Values that stand one after another in a text, as `kubectl` reads them. What comes after a mistake is lost.
pub fn stream(source: SourceId, text: &str) -> Parsed {
    let mut reader = Reader::new(source, text, false);
    let mut parsed = Parsed::default();
    reader.space();
    while !reader.at_end() && reader.problem_free() {
        match reader.value() {
            Ok(node) => parsed.documents.push(node),
            Err(error) => reader.record(error),
        }
        reader.space();
    }
    parsed.comments = reader.comments;
    parsed.problems = reader.problems;
    parsed.bounded()
}

/// The one document of a text. Where it breaks, what its outermost value had complete is kept.
pub fn parse(source: SourceId, text: &str) -> Parsed {
    one(Reader::new(source, text, false))
}

/// The same of a text in JSON5.
pub fn parse_loose(source: SourceId, text: &str) -> Parsed {
    one(Reader::new(source, text, true))
}

fn one(mut reader: Reader<'_>) -> Parsed {
    let mut parsed = Parsed::default();
    reader.space();
    if !reader.at_end() {
        match reader.value() {
            Ok(node) => parsed.documents.push(node),
            Err(error) => reader.record(error),
        }
        reader.space();
        if reader.problem_free() && !reader.at_end() {
            let span = reader.span(reader.here());
            reader.problems.push(Problem::at(span, "this is not valid JSON: text after the end of the value"));
        }
    }
    parsed.comments = reader.comments;
    parsed.problems = reader.problems;
    parsed.bounded()
}

#[cfg(test)]
mod tests;
