//! How far a comment reaches: its own line, the line below, or the whole document.

use std::ops::Range;

/// What begins a comment, or a value that holds one.
const LEADS: [&str; 8] = ["#", "//", "/*", "<!--", "--", "*", "{#", "{{/*"];

/// The bytes that a comment at `at` speaks of, besides the blocks it stands in.
pub(super) fn reach(text: &str, at: usize, is_yaml: bool, is_whole_file: bool) -> Range<usize> {
    if is_whole_file {
        return 0..text.len();
    }
    let line = line_around(text, at);
    let before = text.get(line.start..at).unwrap_or_default().trim_start();
    let is_alone = LEADS.iter().any(|it| before.starts_with(it));
    if !is_alone && is_yaml && !before.contains('#') {
        // The value of an annotation.
        return document_around(text, at);
    }
    if !is_alone {
        return line;
    }
    if is_yaml && is_above_document(text, line.start) {
        return document_around(text, at);
    }
    line.start..next_code_line(text, line.end)
}

fn line_around(text: &str, at: usize) -> Range<usize> {
    let start = text.get(..at).and_then(|it| it.rfind('\n')).map_or(0, |it| it + 1);
    let end = text.get(at..).and_then(|it| it.find('\n')).map_or(text.len(), |it| at + it + 1);
    start..end
}

/// The end of the first line from `from` on that is neither blank nor a comment.
fn next_code_line(text: &str, from: usize) -> usize {
    let mut at = from;
    for line in text.get(from..).unwrap_or_default().split_inclusive('\n') {
        at += line.len();
        let line = line.trim();
        if !line.is_empty() && !LEADS.iter().any(|it| line.starts_with(it)) {
            break;
        }
    }
    at
}

/// Whether nothing but comments stands between the beginning of the YAML document and the line.
fn is_above_document(text: &str, line_start: usize) -> bool {
    let document = document_around(text, line_start);
    let above = text.get(document.start..line_start).unwrap_or_default();
    above.lines().all(|it| it.trim().is_empty() || it.trim_start().starts_with('#') || it.starts_with("---"))
}

/// The YAML document around a byte, with the mark that begins it.
fn document_around(text: &str, at: usize) -> Range<usize> {
    let (mut start, mut end, mut here) = (0, text.len(), 0);
    for line in text.split_inclusive('\n') {
        let is_mark = line.trim_end() == "---" || line.starts_with("--- ");
        if is_mark && here <= at {
            start = here;
        } else if is_mark {
            end = here;
            break;
        }
        here += line.len();
    }
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reached<'a>(text: &'a str, part: &str, is_yaml: bool) -> &'a str {
        text.get(reach(text, text.find(part).unwrap(), is_yaml, false)).unwrap()
    }

    #[test]
    fn a_comment_behind_code_speaks_of_its_line() {
        assert_eq!(
            reached("a = 1\nb = 2 # gapcheck:waive x\nc = 3\n", "gapcheck", false),
            "b = 2 # gapcheck:waive x\n"
        );
    }

    #[test]
    fn a_comment_of_its_own_speaks_of_the_next_line_of_code() {
        let text = "a = 1\n# gapcheck:waive x\n# more\n\nb = 2\nc = 3\n";
        assert_eq!(reached(text, "gapcheck", false), "# gapcheck:waive x\n# more\n\nb = 2\n");
    }

    #[test]
    fn an_annotation_and_a_comment_above_speak_of_the_document() {
        let text = "a: 1\n---\nkind: Pod\nmetadata:\n  annotations:\n    note: gapcheck:waive x\n---\nb: 1\n";
        assert!(reached(text, "gapcheck", true).starts_with("---\nkind: Pod"));
        assert!(!reached(text, "gapcheck", true).contains("b: 1"));
        let text = "# gapcheck:waive x\nkind: Pod\nspec: {}\n";
        assert_eq!(reached(text, "gapcheck", true), text);
    }
}
