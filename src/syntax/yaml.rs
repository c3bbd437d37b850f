//! YAML to nodes: several documents, anchors, merge keys, and CloudFormation's short intrinsics.

mod merge;
mod scalar;
mod tag;
mod tree;

use granit_parser::{Event, Parser, ScanError};

use crate::model::{Problem, SourceId, Span};

use super::parsed::{Comment, Parsed};
use tree::Tree;

/// Comments that may wait for the parser to decide what they belong to. Its own bound of 96 is met by real files.
const WAITING_COMMENTS: usize = 1_000_000;

/// Every document of a text. A broken document keeps its first complete entries; the next one is read all the same.
pub fn parse(source: SourceId, text: &str) -> Parsed {
    let options = granit_parser::options! {
        emit_unresolved_aliases: true,
        max_buffered_comment_events: WAITING_COMMENTS,
    };
    let mut parser = Parser::new_from_str_with_options(text, options);
    let mut tree = Tree::new(source, text);
    let mut parsed = Parsed::default();
    loop {
        match parser.next() {
            Some(Ok((Event::Comment(..), span))) => {
                let span = Span::new(source, span.byte_range().unwrap_or_default());
                parsed.comments.push(Comment { span });
            }
            Some(Ok((event, span))) => {
                if tree.event(event, span).is_err() {
                    break;
                }
            }
            Some(Err(error)) => {
                tree.broken(problem(source, text, &error));
                if !matches!(parser.proceed_next_document(), Ok(true)) {
                    break;
                }
            }
            None => break,
        }
    }
    let (documents, problems) = tree.finish();
    parsed.documents = documents;
    parsed.problems = problems;
    parsed.bounded()
}

/// What keeps a text from being YAML, and the byte where it does; nothing where it is.
pub fn broken(text: &str) -> Option<(usize, String)> {
    let options = granit_parser::options! {
        emit_unresolved_aliases: true,
        max_buffered_comment_events: WAITING_COMMENTS,
    };
    let error = Parser::new_from_str_with_options(text, options).find_map(Result::err)?;
    let at = character_at(text, error.marker().byte_offset().unwrap_or(0)).start;
    Some((at, format!("this is not valid YAML: {}", error.info())))
}

fn problem(source: SourceId, text: &str, error: &ScanError) -> Problem {
    let at = error.marker().byte_offset().unwrap_or(0);
    let span = Span::new(source, character_at(text, at));
    Problem::at(span, format!("this is not valid YAML: {}", error.info()))
}

/// The character at a byte, or the last one where the text ends.
fn character_at(text: &str, at: usize) -> std::ops::Range<usize> {
    let mut start = at.min(text.len().saturating_sub(1));
    while start > 0 && !text.is_char_boundary(start) {
        start -= 1;
    }
    let length = text.get(start..).and_then(|it| it.chars().next()).map_or(0, char::len_utf8);
    start..start + length
}

#[cfg(test)]
mod tests;
