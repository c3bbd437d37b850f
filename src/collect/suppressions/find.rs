//! Finds the comments in all texts of a run.

use aho_corasick::AhoCorasick;
use rayon::prelude::*;

use super::marks::MARKS;
use super::reach::reach;
use crate::model::{Source, SourceId, Sources, Span, Suppression};

/// More of them in one file are not looked at: no person wrote them.
const MAX_IN_FILE: usize = 1000;

/// A comment longer than this is cut.
const MAX_LENGTH: usize = 500;

/// All comments, in the order of files and places.
pub(in crate::collect) fn suppressions(sources: &Sources) -> Vec<Suppression> {
    let Ok(finder) = AhoCorasick::new(MARKS.iter().map(|it| it.start)) else { return Vec::new() };
    let texts: Vec<(SourceId, &Source)> = sources.iter().collect();
    let found: Vec<Vec<Suppression>> = texts.par_iter().map(|(id, it)| in_source(*id, it, sources, &finder)).collect();
    found.into_iter().flatten().collect()
}

fn in_source(id: SourceId, source: &Source, sources: &Sources, finder: &AhoCorasick) -> Vec<Suppression> {
    let Some(text) = source.text.as_deref() else { return Vec::new() };
    let is_yaml = matches!(source.path.extension(), Some("yaml" | "yml"));
    let is_markdown = source.path.extension() == Some("md");
    let found = finder.find_iter(text).filter(|it| !is_markdown || is_in_html_comment(text, it.start()));
    let found = found.filter_map(|it| Some((it, MARKS.get(it.pattern().as_usize())?)));
    found
        .take(MAX_IN_FILE)
        .map(|(it, mark)| {
            let end = line_end(text, it.end());
            let words = (mark.read)(said(text, it.end(), end));
            let covers = reach(text, it.start(), is_yaml, words.whole_file);
            Suppression {
                tool: mark.tool.to_owned(),
                rules: words.rules,
                until: words.until,
                owner: words.owner,
                reason: words.reason,
                location: sources.location(Span::new(id, it.start()..end)),
                covers: sources.location(Span::new(id, covers)),
            }
        })
        .collect()
}

/// Prose and code of Markdown tell how such a comment is written: only a comment of its own is one.
fn is_in_html_comment(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    before.rfind("<!--").is_some_and(|open| before.rfind("-->").is_none_or(|close| close < open))
}

/// What follows the mark, without the end of a comment or of a quoted value.
fn said(text: &str, start: usize, end: usize) -> &str {
    let rest = text.get(start..end).unwrap_or_default().trim_end();
    let rest = ["*/", "-->", "\",", "',", "\"", "'"].iter().fold(rest, |it, tail| it.strip_suffix(tail).unwrap_or(it));
    rest.trim_end()
}

fn line_end(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
    let mut cut = length.min(MAX_LENGTH);
    while !rest.is_char_boundary(cut) {
        cut -= 1;
    }
    from + cut
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_speaks_in_its_own_comments_alone() {
        let text = "`# gapcheck:waive example`\n<!-- gapcheck:waive policy -->\n```\n# gapcheck:waive example\n```\n";
        let mut sources = Sources::default();
        for path in ["docs/gate.md", "main.tf"] {
            sources.add(Source::new(path, text));
        }
        let found: Vec<(String, u32)> = suppressions(&sources)
            .into_iter()
            .map(|it| (it.location.file.to_string(), it.location.start.line))
            .collect();
        let wanted = [("docs/gate.md", 2), ("main.tf", 1), ("main.tf", 2), ("main.tf", 4)];
        assert_eq!(found, wanted.map(|(file, line)| (file.to_owned(), line)));
    }
}
