//! The texts of a run, and where a byte of one stands for a person: line and column.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use camino::{Utf8Path, Utf8PathBuf};
use serde::{Deserialize, Serialize};

use super::span::{SourceId, Span};

/// A place for people and editors. Line and column count from one; a column is a character, not a byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Position {
    pub line: u32,
    pub column: u32,
    /// Bytes from the start of the file, counted from zero.
    pub byte: u32,
}

/// A span with its file's name and its lines: what leaves the program.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Location {
    pub file: Utf8PathBuf,
    pub start: Position,
    pub end: Position,
}

/// What the name of a commit's text begins with: no file of a repository is called so.
pub const COMMIT: &str = "commit ";

impl Location {
    /// Whether it is the text of a commit, and lies in no file.
    pub fn is_commit(&self) -> bool {
        self.file.as_str().starts_with(COMMIT)
    }
}

/// One text, by its path relative to the scanned root, with forward slashes.
#[derive(Clone, Debug)]
pub struct Source {
    pub path: Utf8PathBuf,
    /// Absent when the evidence was read from a saved document: then only the recorded positions are known.
    pub text: Option<Arc<str>>,
    /// Byte offsets at which lines begin; made on first use, since most files have no finding.
    lines: OnceLock<Vec<u32>>,
    /// How many characters begin before each block of bytes: a plan is one line of megabytes.
    blocks: OnceLock<Vec<u32>>,
    /// Positions that a saved document recorded.
    recorded: BTreeMap<u32, Position>,
}

impl Source {
    pub fn new(path: impl Into<Utf8PathBuf>, text: impl Into<Arc<str>>) -> Self {
        Self {
            path: path.into(),
            text: Some(text.into()),
            lines: OnceLock::new(),
            blocks: OnceLock::new(),
            recorded: BTreeMap::new(),
        }
    }

    /// A source whose text is not at hand, only positions in it.
    pub fn recorded(path: impl Into<Utf8PathBuf>, positions: impl IntoIterator<Item = Position>) -> Self {
        let recorded = positions.into_iter().map(|it| (it.byte, it)).collect();
        Self { path: path.into(), text: None, lines: OnceLock::new(), blocks: OnceLock::new(), recorded }
    }

    /// Byte offsets at which lines begin; empty without the text.
    pub fn line_starts(&self) -> &[u32] {
        self.lines.get_or_init(|| {
            let Some(text) = &self.text else { return Vec::new() };
            let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            std::iter::once(0).chain(breaks.filter_map(|(at, _)| u32::try_from(at + 1).ok())).collect()
        })
    }

    /// Line and column of a byte. A byte-order mark takes no column.
    pub fn position(&self, byte: u32) -> Position {
        let Some(text) = &self.text else {
            let before = self.recorded.range(..=byte).next_back().map(|(_, it)| *it);
            return before.unwrap_or(Position { line: 1, column: 1, byte });
        };
        let byte = floor_char_boundary(text, byte);
        let lines = self.line_starts();
        let line = lines.partition_point(|start| *start <= byte).max(1);
        let start = lines.get(line - 1).copied().unwrap_or(0);
        let before = text.get(start as usize..byte as usize).unwrap_or_default();
        let mark = usize::from(before.starts_with('\u{feff}'));
        let column = match before.len() {
            length if length > BLOCK => self.characters(text, byte) - self.characters(text, start),
            _ => before.chars().count(),
        };
        Position { line: saturate(line), column: saturate(column - mark.min(column) + 1), byte }
    }

    /// How many characters begin before a byte.
    fn characters(&self, text: &str, byte: u32) -> usize {
        let begins = |it: &&u8| (**it & 0xc0) != 0x80;
        let blocks = self.blocks.get_or_init(|| {
            let mut total = 0;
            let each = text.as_bytes().chunks(BLOCK).map(|it| {
                let before = total;
                total += it.iter().filter(begins).count();
                saturate(before)
            });
            each.collect()
        });
        let byte = byte as usize;
        let block = (byte / BLOCK).min(blocks.len().saturating_sub(1));
        let rest = text.as_bytes().get(block * BLOCK..byte).unwrap_or_default();
        blocks.get(block).map_or(0, |it| *it as usize) + rest.iter().filter(begins).count()
    }
}

/// Bytes whose characters are counted together.
const BLOCK: usize = 1024;

/// All texts of a run. A [`SourceId`] is the index of its text.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    all: Vec<Source>,
    /// Stretches that hold secrets, sorted; no output may show them.
    redacted: Vec<Span>,
}

impl Sources {
    pub fn add(&mut self, source: Source) -> SourceId {
        self.all.push(source);
        SourceId(saturate(self.all.len() - 1))
    }

    pub fn source(&self, id: SourceId) -> Option<&Source> {
        self.all.get(id.0 as usize)
    }

    pub fn path(&self, id: SourceId) -> &Utf8Path {
        self.source(id).map_or(Utf8Path::new(""), |it| &it.path)
    }

    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &Source)> {
        self.all.iter().enumerate().map(|(at, it)| (SourceId(saturate(at)), it))
    }

    /// The text of a span; empty where the text is not at hand.
    pub fn text(&self, span: Span) -> &str {
        let text = self.source(span.source).and_then(|it| it.text.as_deref());
        text.and_then(|it| it.get(span.range())).unwrap_or_default()
    }

    pub fn location(&self, span: Span) -> Location {
        match self.source(span.source) {
            Some(source) => Location {
                file: source.path.clone(),
                start: source.position(span.start),
                end: source.position(span.end),
            },
            None => {
                let start = Position { line: 1, column: 1, byte: 0 };
                Location { file: Utf8PathBuf::new(), start, end: start }
            }
        }
    }

    /// Marks stretches that hold secrets.
    pub fn redact(&mut self, spans: impl IntoIterator<Item = Span>) {
        self.redacted.extend(spans);
        self.redacted.sort_unstable();
        self.redacted.dedup();
    }

    /// The secret stretches of one source, in order.
    pub fn redacted(&self, id: SourceId) -> &[Span] {
        let from = self.redacted.partition_point(|it| it.source < id);
        let to = self.redacted.partition_point(|it| it.source <= id);
        self.redacted.get(from..to).unwrap_or_default()
    }
}

fn floor_char_boundary(text: &str, byte: u32) -> u32 {
    let mut at = (byte as usize).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    saturate(at)
}

fn saturate(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_not_bytes() {
        let source = Source::new("a.tf", "\u{feff}é = 1\r\n\tü = 2\n");
        assert_eq!(source.position(3), Position { line: 1, column: 1, byte: 3 });
        assert_eq!(source.position(5), Position { line: 1, column: 2, byte: 5 });
        assert_eq!(source.position(11), Position { line: 2, column: 1, byte: 11 });
        assert_eq!(source.position(14), Position { line: 2, column: 3, byte: 14 });
    }

    #[test]
    fn a_byte_past_the_end_is_the_end() {
        let source = Source::new("a.tf", "a\nb");
        assert_eq!(source.position(99), Position { line: 2, column: 2, byte: 3 });
    }
}
