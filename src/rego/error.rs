//! What regorus says went wrong, as a problem with a place.

use crate::model::{Problem, SourceId, Span};

/// Turns the text of a regorus error into a problem. Its columns count bytes, with each tab as four.
pub(super) fn problem(error: &str, source: SourceId, path: &str, text: &str) -> Problem {
    let message = error
        .lines()
        .find_map(|it| it.split_once("error: ").map(|(_, message)| message.trim()))
        .or_else(|| error.lines().map(str::trim).find(|it| !it.is_empty()))
        .unwrap_or("policy error");
    match place(error, path) {
        Some((line, column)) => Problem::at(span(source, text, line, column), message),
        None => Problem::at(Span::start_of(source), message),
    }
}

fn place(error: &str, path: &str) -> Option<(usize, usize)> {
    let rest = error.lines().find_map(|it| it.trim_start().strip_prefix("--> "))?;
    let numbers = rest.strip_prefix(path)?.strip_prefix(':')?;
    let (line, column) = numbers.trim().split_once(':')?;
    Some((line.parse().ok()?, column.parse().ok()?))
}

fn span(source: SourceId, text: &str, line: usize, column: usize) -> Span {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let words = text.get(start..).and_then(|it| it.lines().next()).unwrap_or_default();
    let mut at = 0;
    let mut seen = 1;
    for character in words.chars() {
        if seen >= column {
            break;
        }
        seen += if character == '\t' { 4 } else { character.len_utf8() };
        at += character.len_utf8();
    }
    let rest = words.get(at..).unwrap_or_default();
    let length = rest.find(|it: char| !it.is_alphanumeric() && it != '_').unwrap_or(rest.len());
    let length = length.max(rest.chars().next().map_or(0, char::len_utf8));
    Span::new(source, start + at..start + at + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_counts_a_tab_as_four() {
        let text = "package a\n\n\tbäd := = 1\n";
        let found = problem("\n--> a.rego:3:13\n  |\n3 | x\nerror: expecting value", SourceId(0), "a.rego", text);
        assert_eq!(found.message, "expecting value");
        let span = found.span.unwrap();
        assert_eq!(text.get(span.range()), Some("="));
    }
}
