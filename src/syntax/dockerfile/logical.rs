//! A text put together from stretches of a source, such as continued lines, that still knows its places.

use crate::model::{SourceId, Span};

/// A text of several stretches of one source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logical {
    pub text: String,
    source: SourceId,
    /// Where a stretch begins here, and where it begins in the source; in order.
    stretches: Vec<(usize, usize)>,
}

/// A word with its place. Quotes and variables are still in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    pub text: String,
    pub span: Span,
}

impl Logical {
    pub fn empty(source: SourceId) -> Self {
        Self { text: String::new(), source, stretches: Vec::new() }
    }

    /// Adds a stretch that begins at byte `start` of the source.
    pub fn push(&mut self, stretch: &str, start: usize) {
        self.stretches.push((self.text.len(), start));
        self.text.push_str(stretch);
    }

    /// The source's bytes for a range here.
    pub fn span(&self, range: std::ops::Range<usize>) -> Span {
        let start = self.place(range.start);
        let end = if range.end > range.start { self.place(range.end - 1) + 1 } else { start };
        Span::new(self.source, start..end.max(start))
    }

    /// A word's text without its quotes, each of its letters where the word has it.
    pub fn unquoted(&self, word: &Word) -> Self {
        let mut made = Self::empty(self.source);
        let from = self.offset(word.span.start as usize);
        let mut written = self.text.get(from..).unwrap_or_default().char_indices();
        for wanted in word.text.chars() {
            let Some((at, _)) = written.find(|(_, it)| *it == wanted) else { break };
            let place = self.place(from + at);
            let goes_on = made.stretches.last().is_some_and(|(start, it)| it + (made.text.len() - start) == place);
            if !goes_on {
                made.stretches.push((made.text.len(), place));
            }
            made.text.push(wanted);
        }
        made
    }

    /// The byte here of one of the source.
    fn offset(&self, place: usize) -> usize {
        let stretch = self.stretches.iter().rev().find(|(_, it)| *it <= place);
        stretch.map_or(0, |(start, it)| start + (place - it))
    }

    pub fn whole(&self) -> Span {
        self.span(0..self.text.len())
    }

    /// The part from byte `start` on to byte `end`.
    pub fn part(&self, range: std::ops::Range<usize>) -> Self {
        let text = self.text.get(range.clone()).unwrap_or_default().to_owned();
        let first = (0, self.place(range.start));
        let from = self.stretches.partition_point(|(at, _)| *at <= range.start);
        let to = self.stretches.partition_point(|(at, _)| *at < range.end);
        let inner = self.stretches.get(from..to).unwrap_or_default().iter();
        let stretches = std::iter::once(first).chain(inner.map(|(at, place)| (at - range.start, *place))).collect();
        Self { text, source: self.source, stretches }
    }

    /// Words parted by blanks. Quotes keep a word together; the escape character takes the next character along.
    pub fn words(&self, escape: char) -> Vec<Word> {
        let mut words = Vec::new();
        let mut start = None;
        let mut quote = None;
        let mut escaped = false;
        for (at, it) in self.text.char_indices() {
            let blank = it.is_whitespace() && quote.is_none() && !escaped;
            match (blank, start) {
                (true, Some(from)) => {
                    words.push(self.word(from..at));
                    start = None;
                }
                (false, None) => start = Some(at),
                _ => {}
            }
            if escaped {
                escaped = false;
            } else if it == escape && quote != Some('\'') {
                escaped = true;
            } else if quote == Some(it) {
                quote = None;
            } else if quote.is_none() && matches!(it, '"' | '\'') {
                quote = Some(it);
            }
        }
        if let Some(from) = start {
            words.push(self.word(from..self.text.len()));
        }
        words
    }

    pub fn word(&self, range: std::ops::Range<usize>) -> Word {
        Word { text: self.text.get(range.clone()).unwrap_or_default().to_owned(), span: self.span(range) }
    }

    fn place(&self, at: usize) -> usize {
        let index = self.stretches.partition_point(|(start, _)| *start <= at);
        match index.checked_sub(1).and_then(|it| self.stretches.get(it)) {
            Some((start, place)) => place + (at - start),
            None => 0,
        }
    }
}
