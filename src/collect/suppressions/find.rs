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
    let mut comments = HtmlComments { text, looked: 0, is_open: false };
    let found = finder.find_iter(text).filter(|it| !is_markdown || comments.hold(it.start()));
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
struct HtmlComments<'a> {
    text: &'a str,
    /// How far it was looked through, and whether a comment is open there.
    looked: usize,
    is_open: bool,
}

impl HtmlComments<'_> {
    /// Whether a comment is open at a place that lies behind the one before.
    fn hold(&mut self, at: usize) -> bool {
        let stretch = self.text.get(self.looked..at).unwrap_or_default();
        let last = |mark: &str| stretch.rfind(mark);
        self.is_open = match (last("<!--"), last("-->")) {
            (None, None) => self.is_open,
            (open, close) => open > close,
        };
        self.looked = at;
        self.is_open
    }
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
