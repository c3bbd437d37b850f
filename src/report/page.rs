//! Text for people: words in colours, wrapped to the width, and safe to show on a terminal.

use std::borrow::Cow;
use std::io;
use std::io::Write;

use crate::model::Severity;

use super::options::HumanOptions;

/// A terminal's rendition of a few words: the parameters of an SGR sequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Style(&'static str);

impl Style {
    pub(super) const PLAIN: Self = Self("");
    pub(super) const BOLD: Self = Self("1");
    pub(super) const DIM: Self = Self("2");
    pub(super) const RED: Self = Self("31");
    pub(super) const BOLD_RED: Self = Self("1;31");
    pub(super) const GREEN: Self = Self("32");
    pub(super) const YELLOW: Self = Self("33");
    pub(super) const MAGENTA: Self = Self("35");
    pub(super) const CYAN: Self = Self("36");
}

/// Wider words are broken. Paths and addresses rather stand out over the margin: broken ones cannot be opened or copied.
const LONGEST_WORD: usize = 160;

/// Words of one style.
#[derive(Clone, Debug)]
pub(super) struct Words<'a> {
    text: Cow<'a, str>,
    style: Style,
}

pub(super) fn words<'a>(style: Style, text: impl Into<Cow<'a, str>>) -> Words<'a> {
    Words { text: text.into(), style }
}

pub(super) fn plain<'a>(text: impl Into<Cow<'a, str>>) -> Words<'a> {
    words(Style::PLAIN, text)
}

/// Where text for people goes.
pub(super) struct Page<'a> {
    out: &'a mut dyn Write,
    pub(super) options: HumanOptions,
}

impl<'a> Page<'a> {
    pub(super) fn new(options: HumanOptions, out: &'a mut dyn Write) -> Self {
        Self { out, options: HumanOptions { width: options.width.max(40), ..options } }
    }

    /// The symbol for this terminal: the first, or where only ASCII shows, the second.
    pub(super) fn symbol(&self, unicode: &'static str, ascii: &'static str) -> &'static str {
        if self.options.unicode { unicode } else { ascii }
    }

    pub(super) fn blank(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }

    /// Text that is already laid out and safe.
    pub(super) fn raw(&mut self, text: &str) -> io::Result<()> {
        self.out.write_all(text.as_bytes())
    }

    /// One line, cut to nothing: for what is known to fit.
    pub(super) fn line(&mut self, line: &[Words<'_>]) -> io::Result<()> {
        for it in line {
            let text = safe(&it.text);
            self.write_styled(it.style, &text)?;
        }
        writeln!(self.out)
    }

    /// A paragraph whose first line begins with `lead` and whose others are indented as deep.
    pub(super) fn hanging(&mut self, lead: &[Words<'_>], text: &[Words<'_>]) -> io::Result<()> {
        let indent = lead.iter().map(|it| width(&it.text)).sum();
        self.paragraph(lead, indent, text)
    }

    /// A paragraph whose first line begins with `lead` and whose others are indented by `indent`.
    pub(super) fn paragraph(&mut self, lead: &[Words<'_>], indent: usize, text: &[Words<'_>]) -> io::Result<()> {
        let mut column: usize = lead.iter().map(|it| width(&it.text)).sum();
        for it in lead {
            self.write_styled(it.style, &safe(&it.text))?;
        }
        let room = self.options.width.saturating_sub(indent).max(10);
        let mut fresh = true;
        for word in split(text, room) {
            let length: usize = word.iter().map(|(_, text)| width(text)).sum();
            if !fresh && column + 1 + length > self.options.width {
                write!(self.out, "\n{:indent$}", "")?;
                column = indent;
            } else if !fresh {
                write!(self.out, " ")?;
                column += 1;
            }
            for (style, text) in word {
                self.write_styled(style, &text)?;
            }
            column += length;
            fresh = false;
        }
        writeln!(self.out)
    }

    fn write_styled(&mut self, style: Style, text: &str) -> io::Result<()> {
        match style {
            _ if text.is_empty() => Ok(()),
            Style(code) if self.options.color && !code.is_empty() => write!(self.out, "\u{1b}[{code}m{text}\u{1b}[0m"),
            _ => write!(self.out, "{text}"),
        }
    }
}

/// Words as they may be broken over lines; one may change its style midway.
fn split(text: &[Words<'_>], room: usize) -> Vec<Vec<(Style, String)>> {
    let mut all: Vec<Vec<(Style, String)>> = Vec::new();
    let mut glued = false;
    for piece in text {
        let mut rest = safe_words(&piece.text).peekable();
        if piece.text.starts_with(char::is_whitespace) {
            glued = false;
        }
        while let Some(word) = rest.next() {
            for (at, part) in chunks(&word, room.max(LONGEST_WORD)).into_iter().enumerate() {
                match all.last_mut() {
                    Some(last) if glued && at == 0 => last.push((piece.style, part)),
                    _ => all.push(vec![(piece.style, part)]),
                }
            }
            glued = rest.peek().is_none() && !piece.text.ends_with(char::is_whitespace);
        }
    }
    all
}

fn safe_words(text: &str) -> impl Iterator<Item = String> {
    text.split_whitespace().map(|it| safe(it).into_owned())
}

/// A word too wide for a line, in parts that fit.
fn chunks(word: &str, room: usize) -> Vec<String> {
    let mut parts = Vec::new();
    let (mut part, mut used) = (String::new(), 0);
    for it in word.chars() {
        let wide = char_width(it);
        if used + wide > room && !part.is_empty() {
            parts.push(std::mem::take(&mut part));
            used = 0;
        }
        part.push(it);
        used += wide;
    }
    parts.push(part);
    parts
}

/// The text without what could move a terminal's cursor, recolour it or reverse its direction: files are not ours.
pub(super) fn safe(text: &str) -> Cow<'_, str> {
    if text.chars().any(is_unsafe) {
        Cow::Owned(text.chars().map(|it| if is_unsafe(it) { '\u{fffd}' } else { it }).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// Control characters and the marks that reorder text.
pub(super) fn is_unsafe(it: char) -> bool {
    it.is_control() || matches!(it, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')
}

/// Columns that a text takes on a terminal.
pub(super) fn width(text: &str) -> usize {
    text.chars().map(char_width).sum()
}

/// Columns of a character: two for East Asian and pictures, none for combining marks. A close estimate.
pub(super) fn char_width(it: char) -> usize {
    match u32::from(it) {
        0x0300..=0x036f | 0x200b..=0x200f | 0xfe00..=0xfe0f | 0xfeff => 0,
        0x1100..=0x115f | 0x2e80..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xfe30..=0xfe6f => 2,
        0xff00..=0xff60 | 0xffe0..=0xffe6 | 0x1f300..=0x1faff | 0x20000..=0x3fffd => 2,
        _ => 1,
    }
}

/// `1 gap`, `2 gaps`.
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// The colour of a severity.
pub(super) fn severity_style(severity: Severity) -> Style {
    match severity {
        Severity::Critical => Style::BOLD_RED,
        Severity::High => Style::RED,
        Severity::Medium => Style::YELLOW,
        Severity::Low => Style::CYAN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(options: HumanOptions, draw: impl Fn(&mut Page<'_>) -> io::Result<()>) -> String {
        let mut out = Vec::new();
        draw(&mut Page::new(options, &mut out)).expect("a vector takes everything");
        String::from_utf8(out).expect("pages are text")
    }

    #[test]
    fn paragraphs_hang_below_their_lead() {
        let options = HumanOptions { width: 40, ..HumanOptions::default() };
        let text = shown(options, |page| {
            page.hanging(&[plain("  help: ")], &[plain("set `user:` to "), plain("a name other than root, please")])
        });
        assert_eq!(text, "  help: set `user:` to a name other than\n        root, please\n");
    }

    #[test]
    fn pieces_without_a_space_between_them_stay_one_word() {
        let options = HumanOptions { color: true, ..HumanOptions::default() };
        let text = shown(options, |page| page.hanging(&[], &[words(Style::BOLD, "high"), plain("[id]: text")]));
        assert_eq!(text, "\u{1b}[1mhigh\u{1b}[0m[id]: text\n");
    }

    #[test]
    fn escape_sequences_of_others_do_not_reach_the_terminal() {
        let text = shown(HumanOptions::default(), |page| page.hanging(&[], &[plain("a\u{1b}[31mb \u{202e}c")]));
        assert_eq!(text, "a\u{fffd}[31mb \u{fffd}c\n");
    }

    #[test]
    fn endless_words_are_broken() {
        let options = HumanOptions { width: 40, ..HumanOptions::default() };
        let text = shown(options, |page| page.hanging(&[plain("  ")], &[plain("x".repeat(1000))]));
        assert!(text.lines().all(|it| it.len() <= 2 + LONGEST_WORD), "{text}");
    }
}
