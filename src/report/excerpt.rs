//! The lines around a finding, fit to be shown: secrets and control characters masked, long lines cut to a window.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::model::{Location, REDACTED, Source, Span};
use crate::report::options::HumanOptions;
use crate::report::page::{char_width, is_unsafe, width};

/// Values longer than this show their first line only.
const MAX_LINES: usize = 6;

/// Lines shown before and after a mark.
const CONTEXT: usize = 1;

/// A place to point at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark<'a> {
    pub(super) location: &'a Location,
    pub(super) note: Option<&'a str>,
    pub(super) primary: bool,
}

/// Shown lines of one file, perhaps with gaps between them, and the marks in them.
#[derive(Debug)]
pub(super) struct Excerpt {
    pub(super) name: String,
    pub(super) text: String,
    pub(super) lines: Vec<Line>,
    /// In the order of their places.
    pub(super) labels: Vec<Label>,
}

/// One shown line.
#[derive(Debug)]
pub(super) struct Line {
    /// Counted from zero.
    pub(super) number: usize,
    /// Its bytes in the excerpt, the line's end included.
    pub(super) range: Range<usize>,
}

/// A mark, in bytes of the excerpt.
#[derive(Debug)]
pub(super) struct Label {
    pub(super) range: Range<usize>,
    /// Column in the file, counted from zero.
    pub(super) column: usize,
    pub(super) note: Option<String>,
    pub(super) primary: bool,
}

/// A mark, in bytes of the file.
struct Anchor<'a> {
    mark: Mark<'a>,
    bytes: Range<usize>,
    first: usize,
    last: usize,
}

impl Excerpt {
    /// Nothing where the text is not at hand or the first mark is not in it.
    pub(super) fn new(source: &Source, secrets: &[Span], marks: &[Mark<'_>], options: &HumanOptions) -> Option<Self> {
        let text = source.text.as_deref()?;
        let starts = source.line_starts();
        let mut anchors: Vec<_> = marks.iter().filter_map(|it| anchor(*it, text, starts)).collect();
        if !anchors.iter().any(|it| marks.first().is_some_and(|first| first.location == it.mark.location)) {
            return None;
        }
        anchors.sort_by_key(|it| (it.bytes.start, it.bytes.end, !it.mark.primary));
        anchors.dedup_by(|later, earlier| later.bytes == earlier.bytes);
        let deepest = anchors.iter().map(|it| it.last + CONTEXT + 1).max().unwrap_or(1);
        let gutters = if anchors.iter().any(|it| it.first != it.last) { 3 + anchors.len() } else { 0 };
        let room = options.width.saturating_sub(deepest.to_string().len() + 4 + gutters).max(20);
        let view = View { text, starts, secrets, room, ellipsis: if options.unicode { "…" } else { "..." } };
        Some(view.excerpt(source.path.as_str(), &anchors))
    }

    /// The shown line that holds a byte of the excerpt.
    pub(super) fn line_of(&self, byte: usize) -> usize {
        self.lines.partition_point(|it| it.range.start <= byte).saturating_sub(1)
    }
}

/// The mark's bytes: at least one character where there is one, and not so many lines that they hide the point.
fn anchor<'a>(mark: Mark<'a>, text: &str, starts: &[u32]) -> Option<Anchor<'a>> {
    let start = mark.location.start.byte as usize;
    let end = (mark.location.end.byte as usize).max(start);
    let marked = text.get(start..end)?;
    let first = line_of(starts, start);
    let mut end = start + marked.trim_end().len();
    if line_of(starts, end) - first >= MAX_LINES {
        end = start + text.get(start..end)?.lines().next().unwrap_or_default().trim_end().len();
    }
    let mut bytes = start..end;
    if bytes.is_empty() {
        let after = text.get(start..)?.chars().next().filter(|it| !matches!(it, '\n' | '\r'));
        let before = text.get(..start)?.chars().next_back().filter(|it| !matches!(it, '\n' | '\r'));
        match (after, before) {
            (Some(it), _) => bytes.end += it.len_utf8(),
            (None, Some(it)) => bytes.start -= it.len_utf8(),
            (None, None) => {}
        }
    }
    let last = line_of(starts, bytes.end.saturating_sub(1).max(bytes.start));
    Some(Anchor { mark, bytes, first, last })
}

fn line_of(starts: &[u32], byte: usize) -> usize {
    starts.partition_point(|it| *it as usize <= byte).saturating_sub(1)
}

/// How a file's lines are made fit to be shown.
struct View<'a> {
    text: &'a str,
    starts: &'a [u32],
    secrets: &'a [Span],
    room: usize,
    ellipsis: &'static str,
}

/// Where a byte of the file came to lie in the excerpt, in order.
type Moves = Vec<(usize, usize)>;

impl View<'_> {
    fn excerpt(&self, name: &str, anchors: &[Anchor<'_>]) -> Excerpt {
        let mut wanted: BTreeMap<usize, Option<usize>> = BTreeMap::new();
        for it in anchors {
            let context = it.first.saturating_sub(CONTEXT)..=it.last + CONTEXT;
            for line in context.filter(|line| self.exists(*line) || *line == it.first) {
                let focus = (line == it.first).then_some(it.bytes.start);
                let known = wanted.entry(line).or_insert(focus);
                *known = known.or(focus);
            }
        }
        let (mut text, mut lines, mut moves) = (String::new(), Vec::new(), BTreeMap::new());
        for (number, focus) in wanted {
            let start = text.len();
            moves.insert(number, self.show(number, focus, &mut text));
            text.push('\n');
            lines.push(Line { number, range: start..text.len() });
        }
        let place = |line, byte, end| moved(moves.get(line), byte, end);
        let labels = anchors
            .iter()
            .map(|it| {
                let start = place(&it.first, it.bytes.start, false);
                let end = place(&it.last, it.bytes.end, true).max(start);
                let column = (it.mark.location.start.column as usize).saturating_sub(1);
                let note = it.mark.note.map(str::to_owned);
                Label { range: start..end, column, note, primary: it.mark.primary }
            })
            .collect();
        Excerpt { name: name.to_owned(), text, lines, labels }
    }

    /// Whether there is such a line. After the file's last newline there is none.
    fn exists(&self, line: usize) -> bool {
        self.starts.get(line).is_some_and(|start| (*start as usize) < self.text.len())
    }

    /// Appends a line, cut around `focus`, and tells where its bytes went.
    fn show(&self, number: usize, focus: Option<usize>, into: &mut String) -> Moves {
        let bytes = self.near(number, focus);
        let cells = self.cells(bytes.clone());
        let (window, cut_before, cut_after) = self.window(&cells, &bytes, number, focus);
        if cut_before {
            into.push_str(self.ellipsis);
        }
        let mut moves = Vec::new();
        for cell in cells.get(window).unwrap_or_default() {
            moves.push((cell.byte, into.len()));
            into.push_str(&cell.shown);
            moves.push((cell.end, into.len()));
        }
        if moves.is_empty() {
            moves.push((bytes.start, into.len()));
        }
        if cut_after {
            into.push_str(self.ellipsis);
        }
        moves
    }

    /// The bytes of a line that could come to be shown: all, unless the line is very long.
    fn near(&self, number: usize, focus: Option<usize>) -> Range<usize> {
        let start = self.starts.get(number).map_or(0, |it| *it as usize);
        let end = self.starts.get(number + 1).map_or(self.text.len(), |it| *it as usize);
        let line = self.text.get(start..end).unwrap_or_default();
        let end = start + line.trim_end_matches(['\n', '\r']).len();
        let start = if line.starts_with('\u{feff}') { start + 3 } else { start };
        let far = self.room * 8;
        if end.saturating_sub(start) <= far {
            return start..end.max(start);
        }
        let focus = focus.unwrap_or(start);
        let from = boundary(self.text, focus.saturating_sub(far / 2).max(start));
        from..boundary(self.text, (focus + far / 2).min(end)).max(from)
    }

    /// What each character looks like; a secret is one cell, whatever its length.
    fn cells(&self, bytes: Range<usize>) -> Vec<Cell> {
        let secrets: Vec<Range<usize>> = self
            .secrets
            .iter()
            .map(|it| it.range())
            .filter(|it| it.start < bytes.end && bytes.start < it.end)
            .collect();
        let mut cells: Vec<Cell> = Vec::new();
        let (mut column, mut hidden_until) = (0, 0);
        for (at, it) in self.text.get(bytes.clone()).unwrap_or_default().char_indices() {
            let byte = bytes.start + at;
            let end = byte + it.len_utf8();
            if let Some(until) = secrets.iter().filter(|it| it.contains(&byte)).map(|it| it.end).max() {
                match cells.last_mut() {
                    Some(last) if byte < hidden_until => last.end = end,
                    _ => cells.push(Cell { byte, end, shown: REDACTED.to_owned(), width: REDACTED.len() }),
                }
                hidden_until = hidden_until.max(until);
                continue;
            }
            let shown = match it {
                '\t' => " ".repeat(4 - column % 4),
                it if is_unsafe(it) => '\u{fffd}'.to_string(),
                it => it.to_string(),
            };
            let width = width(&shown);
            column += width;
            cells.push(Cell { byte, end, shown, width });
        }
        cells
    }

    /// Which cells to show, and whether something is left out before and after.
    fn window(
        &self,
        cells: &[Cell],
        near: &Range<usize>,
        number: usize,
        focus: Option<usize>,
    ) -> (Range<usize>, bool, bool) {
        let line_start = self.starts.get(number).map_or(0, |it| *it as usize);
        let line_end = self.starts.get(number + 1).map_or(self.text.len(), |it| *it as usize);
        let reaches = |byte: usize, to: usize| self.text.get(byte..to).unwrap_or_default().trim().is_empty();
        let begun = near.start <= line_start + 3;
        let ended = reaches(near.end, line_end);
        let total: usize = cells.iter().map(|it| it.width).sum();
        if total <= self.room && begun && ended {
            return (0..cells.len(), false, false);
        }
        let room = self.room.saturating_sub(2 * width(self.ellipsis)).max(1);
        let before = |at: usize| cells.iter().take(at).map(|it| it.width).sum::<usize>();
        let target = focus.map_or(0, |byte| cells.partition_point(|it| it.end <= byte));
        let skip = if begun && before(target) + room / 3 <= room { 0 } else { before(target).saturating_sub(room / 3) };
        let (mut from, mut used) = (0, 0);
        while from < target && used < skip {
            used += cells.get(from).map_or(0, |it| it.width);
            from += 1;
        }
        let (mut to, mut used) = (from, 0);
        while let Some(cell) = cells.get(to).filter(|it| used + it.width <= room) {
            used += cell.width;
            to += 1;
        }
        (from..to, from > 0 || !begun, to < cells.len() || !ended)
    }
}

/// One character of a file as it is shown, or a whole secret.
struct Cell {
    byte: usize,
    end: usize,
    shown: String,
    width: usize,
}

/// Where a byte of a line lies in the excerpt; what was cut away lies at the edge of the window.
fn moved(moves: Option<&Moves>, byte: usize, end: bool) -> usize {
    let Some(moves) = moves else { return 0 };
    let found = if end {
        moves.iter().find(|(from, _)| *from >= byte).or(moves.last())
    } else {
        moves.iter().rev().find(|(from, _)| *from <= byte).or(moves.first())
    };
    found.map_or(0, |(_, to)| *to)
}

fn boundary(text: &str, mut byte: usize) -> usize {
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

/// Columns that a stretch of the excerpt takes.
pub(super) fn columns(text: &str) -> usize {
    text.chars().map(char_width).sum()
}
