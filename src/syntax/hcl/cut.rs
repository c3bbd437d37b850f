//! Cuts an HCL text into its top-level items, so that one that is broken does not take the others with it.
//!
//! An item begins at a name in the first column outside of all brackets. Where brackets do not match, the head of a
//! Terraform block in the first column begins one all the same.

use std::collections::BTreeSet;
use std::ops::Range;

/// A top-level item, or a stretch that should have been one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Slice {
    pub(super) range: Range<usize>,
    /// Where a quote opens that its line does not close.
    pub(super) open_quote: Option<usize>,
    /// Where a bracket opens that the item does not close.
    pub(super) open_bracket: Option<usize>,
    /// Where an object opens that has more entries than [`MOST_ENTRIES`].
    pub(super) large: Option<usize>,
}

/// Blocks that stand only at the top of a file, with the number of their labels.
const HEADS: &[(&str, usize)] = &[
    ("resource", 2),
    ("data", 2),
    ("ephemeral", 2),
    ("module", 1),
    ("variable", 1),
    ("output", 1),
    ("provider", 1),
    ("locals", 0),
    ("terraform", 0),
    ("moved", 0),
    ("import", 0),
    ("removed", 0),
];

/// Entries of an object. The parser compares each name with all before it.
pub(super) const MOST_ENTRIES: usize = 10_000;

/// Delimiters without an end after which a file is not searched for the ends of others.
const MOST_ENDLESS: usize = 64;

pub(super) fn cut(text: &str) -> Vec<Slice> {
    let mut cutter = Cutter {
        text,
        bytes: text.as_bytes(),
        at: 0,
        start: 0,
        open: Vec::new(),
        quote: None,
        large: None,
        slices: vec![],
        endless: BTreeSet::new(),
    };
    cutter.run();
    cutter.slices
}

struct Cutter<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    start: usize,
    open: Vec<Open>,
    quote: Option<usize>,
    large: Option<usize>,
    slices: Vec<Slice>,
    /// Heredocs whose end was looked for in vain, by their delimiter: there is none further on either.
    endless: BTreeSet<&'a str>,
}

/// A bracket or quote that is open.
struct Open {
    byte: u8,
    at: usize,
    /// Of an object, the ends of entries that were met in it.
    entries: Option<usize>,
}

impl<'a> Cutter<'a> {
    fn run(&mut self) {
        self.line_begins();
        while let Some(byte) = self.peek(0) {
            if self.in_string() {
                self.string_byte(byte);
            } else {
                self.code_byte(byte);
            }
        }
        self.finish(self.bytes.len());
    }

    fn peek(&self, ahead: usize) -> Option<u8> {
        self.bytes.get(self.at + ahead).copied()
    }

    fn in_string(&self) -> bool {
        self.open.last().is_some_and(|it| it.byte == b'"')
    }

    fn string_byte(&mut self, byte: u8) {
        match byte {
            b'\\' => self.at += 2,
            b'$' | b'%' if self.peek(1) == Some(b'{') => {
                // `$${` is an escape.
                let escaped = self.at > 0 && self.bytes.get(self.at - 1) == Some(&byte);
                if !escaped {
                    self.open.push(Open { byte: b'{', at: self.at, entries: None });
                }
                self.at += 2;
            }
            b'"' => {
                self.open.pop();
                self.at += 1;
            }
            b'\n' => {
                // A string ends on its line, closed or not.
                if let Some(open) = self.open.pop() {
                    self.quote.get_or_insert(open.at);
                }
            }
            _ => self.at += 1,
        }
    }

    fn code_byte(&mut self, byte: u8) {
        match byte {
            b'\n' => {
                self.entry_ends();
                self.at += 1;
                self.line_begins();
            }
            b'"' | b'{' | b'[' | b'(' => {
                let entries = (byte == b'{' && self.is_expected()).then_some(0);
                self.open.push(Open { byte, at: self.at, entries });
                self.at += 1;
            }
            b',' => {
                self.entry_ends();
                self.at += 1;
            }
            b'}' | b']' | b')' => {
                let opens = match byte {
                    b'}' => b'{',
                    b']' => b'[',
                    _ => b'(',
                };
                if self.open.last().is_some_and(|it| it.byte == opens) {
                    self.open.pop();
                }
                self.at += 1;
            }
            b'#' => self.skip_line(),
            b'/' if self.peek(1) == Some(b'/') => self.skip_line(),
            b'/' if self.peek(1) == Some(b'*') => {
                let rest = self.text.get(self.at + 2..).unwrap_or_default();
                self.at = rest.find("*/").map_or(self.bytes.len(), |it| self.at + it + 4);
            }
            b'<' if self.peek(1) == Some(b'<') => self.skip_heredoc(),
            _ => self.at += 1,
        }
    }

    /// Whether an expression stands where the cutter is: behind `=` or within brackets, and not behind a block's head.
    fn is_expected(&self) -> bool {
        let before = self.bytes.get(..self.at).unwrap_or_default().iter().rev();
        let mut before = before.copied().filter(|it| !matches!(it, b' ' | b'\t'));
        before.next().is_some_and(|it| matches!(it, b'=' | b'(' | b'[' | b',' | b':' | b'?' | b'\n' | b'>'))
    }

    fn entry_ends(&mut self) {
        let Some(Open { at, entries: Some(entries), .. }) = self.open.last_mut() else { return };
        // `a = 1,` and the end of its line are one end.
        if self.bytes.get(..self.at).is_some_and(|it| it.ends_with(b",") || it.ends_with(b"\n")) {
            return;
        }
        *entries += 1;
        if *entries > MOST_ENTRIES {
            self.large.get_or_insert(*at);
        }
    }

    fn skip_line(&mut self) {
        while self.peek(0).is_some_and(|it| it != b'\n') {
            self.at += 1;
        }
    }

    /// Steps over `<<EOF .. EOF`. Where the end is missing, the head of a block ends it.
    fn skip_heredoc(&mut self) {
        self.at += 2;
        if self.peek(0) == Some(b'-') {
            self.at += 1;
        }
        let from = self.at;
        while self.peek(0).is_some_and(|it| it.is_ascii_alphanumeric() || it == b'_' || it == b'-' || it >= 0x80) {
            self.at += 1;
        }
        let text: &'a str = self.text;
        let Some(delimiter) = text.get(from..self.at).filter(|it| !it.is_empty()) else { return };
        self.skip_line();
        if self.endless.contains(delimiter) || self.endless.len() == MOST_ENDLESS {
            return;
        }
        let begins = self.at;
        let mut at = self.at + 1;
        for line in self.text.get(at..).unwrap_or_default().split_inclusive('\n') {
            let rest = line.trim_start().strip_prefix(delimiter);
            if rest.is_some_and(|it| !it.starts_with(|next: char| next.is_alphanumeric() || next == '_' || next == '-'))
            {
                self.at = at + line.len() - rest.map_or(0, str::len);
                return;
            }
            at += line.len();
        }
        self.endless.insert(delimiter);
        self.at = begins;
    }

    fn line_begins(&mut self) {
        let names = self.peek(0).is_some_and(|it| it.is_ascii_alphabetic() || it == b'_' || it >= 0x80);
        if names && (self.open.is_empty() || self.is_head()) {
            self.finish(self.at);
        }
    }

    fn is_head(&self) -> bool {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let line = rest.lines().next().unwrap_or_default();
        HEADS.iter().any(|(word, labels)| {
            let Some(after) = line.strip_prefix(word).map(str::trim) else { return false };
            let Some(head) = after.split_once('{').map(|it| it.0.trim()) else { return false };
            head.split_whitespace().count() == *labels && !head.contains('=') && (*labels == 0 || head.starts_with('"'))
        })
    }

    fn finish(&mut self, end: usize) {
        if end > self.start {
            let open_bracket = self.open.iter().find(|it| it.byte != b'"').map(|it| it.at);
            let open_quote = self.quote.or(self.open.iter().find(|it| it.byte == b'"').map(|it| it.at));
            self.slices.push(Slice { range: self.start..end, open_quote, open_bracket, large: self.large });
        }
        self.start = end;
        self.open.clear();
        self.quote = None;
        self.large = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items(text: &str) -> Vec<&str> {
        cut(text).iter().map(|it| text.get(it.range.clone()).unwrap().trim_end()).collect()
    }

    #[test]
    fn an_item_begins_in_the_first_column() {
        assert_eq!(items("# c\na = 1\nb {\n x = 2\n}\n"), ["# c", "a = 1", "b {\n x = 2\n}"]);
        assert_eq!(items("b {\nx = [\na,\n]\nc {\n}\n}\nd = 1"), ["b {\nx = [\na,\n]\nc {\n}\n}", "d = 1"]);
    }

    #[test]
    fn text_in_strings_heredocs_and_comments_begins_none() {
        assert_eq!(
            items("a {\n x = <<EOT\nresource {\n\"\nEOT\n}\nb = 1"),
            ["a {\n x = <<EOT\nresource {\n\"\nEOT\n}", "b = 1"]
        );
        assert_eq!(
            items("/*\na = 1\n*/\nb = \"${f(\"}\")}{\"\nc = 1"),
            ["/*\na = 1\n*/", "b = \"${f(\"}\")}{\"", "c = 1"]
        );
    }

    #[test]
    fn an_object_of_very_many_entries_is_told_and_a_block_is_not() {
        let many = MOST_ENTRIES + 1;
        let large = |text: String| cut(&text)[0].large;
        assert_eq!(large(format!("a = {{{}}}\n", "b = 1,\n".repeat(many))), Some(4));
        assert_eq!(large(format!("a = {{{}}}\n", "b = 1, ".repeat(many))), Some(4));
        assert_eq!(large(format!("a = {{{}}}\n", "b = 1,\n".repeat(many / 2))), None);
        assert_eq!(large(format!("a = [\n{}]\n", "{b = 1},\n".repeat(many))), None);
        assert_eq!(large(format!("locals {{\n{}}}\n", "b = 1\n".repeat(many))), None);
    }

    #[test]
    fn what_is_not_closed_ends_at_the_next_head() {
        let text = "locals {\n x = [1,\n}\nresource \"a\" \"b\" {\n y = \"open\n}\nvariable \"c\" {}\n";
        let slices = cut(text);
        assert_eq!(slices.len(), 3);
        assert_eq!(slices[0].open_bracket, Some(7));
        assert_eq!(slices[1].open_quote, text.find("\"open"));
        assert_eq!(slices[2].open_quote, None);
    }
}
