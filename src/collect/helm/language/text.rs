//! Text that remembers where each stretch of it was written: in a template, in values, or in one by way of the other.

use std::ops::Range;
use std::rc::Rc;

use crate::model::{Cause, Shape, Span};

/// The most bytes a text may have. What would grow past it is cut, and the call that made it fails.
pub(crate) const LONGEST: usize = 16 << 20;

/// Stands in a text for a value that nobody knows before the chart is installed.
pub(crate) const UNKNOWN: &str = "\u{E000}";

/// A text with the places of its stretches.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    pub(crate) text: Rc<str>,
    /// In order, without overlap; stretches that a function made have none.
    pub(crate) marks: Rc<[Mark]>,
}

/// Where one stretch of a text was written.
#[derive(Clone, Debug)]
pub(crate) struct Mark {
    pub(crate) range: Range<usize>,
    pub(crate) link: Rc<Link>,
    /// The innermost place has the very bytes of the stretch, so that each byte has its own.
    pub(crate) is_exact: bool,
    /// The stretch is not known: it stands for a value that only an installation has.
    pub(crate) open: Option<Rc<Open>>,
}

/// A place, and the places below it that the text came from: a template's action, the helper that it includes, the value
/// that the helper prints.
#[derive(Debug)]
pub(crate) struct Link {
    pub(crate) span: Span,
    /// Where the value's name stands.
    pub(crate) name: Option<Span>,
    pub(crate) ground: Ground,
    pub(crate) inner: Option<Rc<Link>>,
}

/// What a place lies in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ground {
    Template,
    Values,
}

/// A value that the files do not tell.
#[derive(Debug)]
pub(crate) struct Open {
    pub(crate) cause: Cause,
    pub(crate) place: Option<Span>,
    /// What is known of it all the same.
    pub(crate) shape: Shape,
}

impl Link {
    pub(crate) fn new(span: Span, ground: Ground) -> Rc<Self> {
        Rc::new(Self { span, name: None, ground, inner: None })
    }

    /// This place, with those of `inner` below its own.
    pub(crate) fn over(&self, inner: &Rc<Self>) -> Rc<Self> {
        let inner = match &self.inner {
            Some(own) => own.over(inner),
            None => inner.clone(),
        };
        Rc::new(Self { span: self.span, name: self.name, ground: self.ground, inner: Some(inner) })
    }

    /// The places from the outermost to the innermost.
    pub(crate) fn chain(&self) -> impl Iterator<Item = &Self> {
        std::iter::successors(Some(self), |it| it.inner.as_deref())
    }

    /// The place of the name, for a text that is the name and not the value.
    pub(crate) fn of_name(&self) -> Rc<Self> {
        let span = self.name.unwrap_or(self.span);
        Rc::new(Self { span, name: None, ground: self.ground, inner: self.inner.clone() })
    }

    /// The same places, of which the innermost has the very bytes of the text: a part of those.
    fn part(&self, from: usize, length: usize) -> Rc<Self> {
        let (span, inner) = match &self.inner {
            Some(inner) => (self.span, Some(inner.part(from, length))),
            None => {
                let start = self.span.start as usize + from;
                (Span::new(self.span.source, start..start + length), None)
            }
        };
        Rc::new(Self { span, name: None, ground: self.ground, inner })
    }
}

impl Mark {
    /// The part of the mark that lies in `range`, counted from the beginning of that range.
    fn within(&self, range: &Range<usize>) -> Option<Self> {
        let start = self.range.start.max(range.start);
        let end = self.range.end.min(range.end);
        if start >= end {
            return None;
        }
        let is_whole = start == self.range.start && end == self.range.end;
        let link = if self.is_exact && !is_whole {
            self.link.part(start - self.range.start, end - start)
        } else {
            self.link.clone()
        };
        let range = start - range.start..end - range.start;
        Some(Self { range, link, is_exact: self.is_exact, open: self.open.clone() })
    }
}

impl Text {
    pub(crate) fn plain(text: impl Into<Rc<str>>) -> Self {
        Self { text: text.into(), marks: Rc::from([]) }
    }

    /// The whole text from one place.
    pub(crate) fn from_place(text: impl Into<Rc<str>>, link: Option<&Rc<Link>>) -> Self {
        let text = text.into();
        let mark = |link: &Rc<Link>| Mark { range: 0..text.len(), link: link.clone(), is_exact: false, open: None };
        let marks: Vec<Mark> = link.filter(|_| !text.is_empty()).map(mark).into_iter().collect();
        Self { text, marks: marks.into() }
    }

    /// The stand-in for a value that is not known.
    pub(crate) fn unknown(open: &Rc<Open>, link: Option<&Rc<Link>>) -> Self {
        let span = open.place.unwrap_or(Span::start_of(crate::model::SourceId(0)));
        let link = link.cloned().unwrap_or_else(|| Link::new(span, Ground::Template));
        let mark = Mark { range: 0..UNKNOWN.len(), link, is_exact: false, open: Some(open.clone()) };
        Self { text: UNKNOWN.into(), marks: Rc::from([mark]) }
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    pub(crate) fn open(&self) -> Option<&Rc<Open>> {
        self.marks.iter().find_map(|it| it.open.as_ref())
    }

    /// The marks that touch a range.
    pub(crate) fn marks_in(&self, range: &Range<usize>) -> &[Mark] {
        let from = self.marks.partition_point(|it| it.range.end <= range.start);
        let to = self.marks.partition_point(|it| it.range.start < range.end);
        self.marks.get(from..to).unwrap_or_default()
    }

    /// A part of the text; cut where it ends.
    pub(crate) fn slice(&self, range: Range<usize>) -> Self {
        let Some(text) = self.text.get(range.clone()) else { return Self::plain("") };
        let marks = self.marks_in(&range).iter().filter_map(|it| it.within(&range));
        Self { text: text.into(), marks: marks.collect() }
    }

    /// The part of the text that `part`, a piece of it, is.
    pub(crate) fn part(&self, part: &str) -> Self {
        let start = (part.as_ptr() as usize).wrapping_sub(self.text.as_ptr() as usize);
        if start > self.text.len() { Self::plain(part) } else { self.slice(start..start + part.len()) }
    }

    /// Another text made of the whole of this one.
    pub(crate) fn made(&self, text: impl Into<Rc<str>>) -> Self {
        let text = text.into();
        if *text == *self.text {
            return self.clone();
        }
        Self::from_place(text, self.marks.first().map(|it| &it.link))
    }
}

/// A text in the making.
#[derive(Debug, Default)]
pub(crate) struct Builder {
    text: String,
    marks: Vec<Mark>,
    /// Something was left out, because the text would have grown past all bounds.
    pub(crate) is_cut: bool,
}

impl Builder {
    pub(crate) fn len(&self) -> usize {
        self.text.len()
    }

    /// Adds a stretch from nowhere.
    pub(crate) fn push_str(&mut self, text: &str) {
        if self.text.len() + text.len() > LONGEST {
            self.is_cut = true;
        } else {
            self.text.push_str(text);
        }
    }

    /// Adds a text with its places.
    pub(crate) fn push(&mut self, text: &Text) {
        let at = self.text.len();
        self.push_str(&text.text);
        if self.text.len() == at + text.text.len() {
            let marks = text.marks.iter().map(|it| Mark {
                range: it.range.start + at..it.range.end + at,
                link: it.link.clone(),
                is_exact: it.is_exact,
                open: it.open.clone(),
            });
            self.marks.extend(marks);
        }
    }

    /// Adds a text that was printed at `link`: its own places lie below that one.
    pub(crate) fn push_at(&mut self, text: &Text, link: &Rc<Link>) {
        let mut at = 0;
        for mark in text.marks.iter() {
            self.push_from(text.text.get(at..mark.range.start).unwrap_or_default(), link, false);
            let start = self.text.len();
            self.push_str(text.text.get(mark.range.clone()).unwrap_or_default());
            let range = start..self.text.len();
            let link = link.over(&mark.link);
            self.marks.push(Mark { range, link, is_exact: mark.is_exact, open: mark.open.clone() });
            at = mark.range.end;
        }
        self.push_from(text.text.get(at..).unwrap_or_default(), link, false);
    }

    /// Adds a stretch that stands at `link`.
    pub(crate) fn push_from(&mut self, text: &str, link: &Rc<Link>, is_exact: bool) {
        let start = self.text.len();
        self.push_str(text);
        if self.text.len() > start {
            self.marks.push(Mark { range: start..self.text.len(), link: link.clone(), is_exact, open: None });
        }
    }

    pub(crate) fn finish(self) -> Text {
        Text { text: self.text.into(), marks: self.marks.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SourceId;

    fn place(start: usize, end: usize) -> Rc<Link> {
        Link::new(Span::new(SourceId(0), start..end), Ground::Template)
    }

    #[test]
    fn a_part_keeps_the_places_of_its_bytes() {
        let mut builder = Builder::default();
        builder.push_from("user: ", &place(10, 16), true);
        builder.push_from("root", &place(20, 40), false);
        let text = builder.finish().slice(2..8);
        assert_eq!(text.as_str(), "er: ro");
        let spans: Vec<_> = text.marks.iter().map(|it| (it.range.clone(), it.link.span.range())).collect();
        assert_eq!(spans, [(0..4, 12..16), (4..6, 20..40)]);
    }

    #[test]
    fn what_is_printed_lies_below_the_place_that_prints_it() {
        let mut builder = Builder::default();
        builder.push_at(&Text::from_place("a", Some(&place(3, 4))), &place(50, 60));
        let text = builder.finish();
        let chain: Vec<_> = text.marks[0].link.chain().map(|it| it.span.start).collect();
        assert_eq!(chain, [50, 3]);
    }

    #[test]
    fn no_text_grows_past_all_bounds() {
        let mut builder = Builder::default();
        let block = "x".repeat(LONGEST / 2 + 1);
        builder.push_str(&block);
        builder.push_str(&block);
        assert!(builder.is_cut && builder.len() <= LONGEST);
    }
}
