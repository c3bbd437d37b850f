//! Patches that stand as texts in an overlay: read where they stand, so that their values keep exact places.

use crate::collect::target::SourceFile;
use crate::model::{Node, Problem, Span};
use crate::syntax::parsed::Parsed;
use crate::syntax::yaml;

use super::edit::replaced;

/// The documents that a text holds.
pub(super) fn documents(file: &SourceFile, text: &Node) -> Parsed {
    let Some(content) = text.as_str() else { return Parsed::default() };
    let mut parsed = Parsed::default();
    match block(file, text, content).or_else(|| verbatim(file, text, content)) {
        Some((from, shown)) => {
            for (at, part) in segments(shown) {
                let start = from + at;
                let moved = |it: Span| Span::new(file.id, it.start as usize + start..it.end as usize + start);
                add(&mut parsed, yaml::parse(file.id, part), &moved);
            }
        }
        // Escapes and folds: the text as a whole is the only place there is.
        None => add(&mut parsed, yaml::parse(file.id, content), &|_| text.span),
    }
    parsed
}

/// The lines of a block as they stand in the file, indent and all, and where they begin: what is indented as a whole
/// reads the same.
fn block<'a>(file: &'a SourceFile, text: &Node, content: &str) -> Option<(usize, &'a str)> {
    let range = text.span.range();
    let line = file.text.get(..range.start)?.rfind('\n')? + 1;
    let indent = file.text.get(line..range.start).filter(|it| it.trim().is_empty())?;
    let shown = file.text.get(line..range.end)?;
    let outdented = shown.lines().map(|it| it.strip_prefix(indent).unwrap_or(it.trim_start()));
    outdented.eq(content.trim_end().lines()).then_some((line, shown))
}

/// A text that stands letter by letter, perhaps in quotes.
fn verbatim<'a>(file: &'a SourceFile, text: &Node, content: &str) -> Option<(usize, &'a str)> {
    let stated = file.text.get(text.span.range())?;
    let content = content.trim_end();
    let at = stated.find(content).filter(|_| !content.is_empty())?;
    Some((text.span.start as usize + at, stated.get(at..at + content.len())?))
}

fn add(parsed: &mut Parsed, more: Parsed, place: &dyn Fn(Span) -> Span) {
    parsed.documents.extend(more.documents.iter().map(|it| replaced(it, place)));
    parsed.problems.extend(more.problems.into_iter().map(|it| Problem { span: it.span.map(place), ..it }));
}

/// What lies between lines of three dashes, which the indent of a block hides from the syntax.
fn segments(text: &str) -> Vec<(usize, &str)> {
    let mut segments = Vec::new();
    let (mut from, mut at) = (0, 0);
    for line in text.split_inclusive('\n') {
        if line.trim() == "---" {
            segments.push((from, text.get(from..at).unwrap_or_default()));
            from = at + line.len();
        }
        at += line.len();
    }
    segments.push((from, text.get(from..).unwrap_or_default()));
    segments
}
