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
    /// Brackets and quotes that are open, with their places.
    open: Vec<(u8, usize)>,
    quote: Option<usize>,
    slices: Vec<Slice>,
    /// Heredocs whose end was looked for in vain, by their delimiter: there is none further on either.
    endless: BTreeSet<&'a str>,
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
        self.open.last().is_some_and(|it| it.0 == b'"')
    }

    fn string_byte(&mut self, byte: u8) {
        match byte {
            b'\\' => self.at += 2,
            b'$' | b'%' if self.peek(1) == Some(b'{') => {
                // `$${` is an escape.
                let escaped = self.at > 0 && self.bytes.get(self.at - 1) == Some(&byte);
                if !escaped {
                    self.open.push((b'{', self.at));
                }
                self.at += 2;
            }
            b'"' => {
                self.open.pop();
                self.at += 1;
            }
            b'\n' => {
                // A string ends on its line, closed or not.
                if let Some((_, at)) = self.open.pop() {
                    self.quote.get_or_insert(at);
                }
            }
            _ => self.at += 1,
        }
    }

    fn code_byte(&mut self, byte: u8) {
        match byte {
            b'\n' => {
                self.at += 1;
                self.line_begins();
            }
            b'"' | b'{' | b'[' | b'(' => {
                self.open.push((byte, self.at));
                self.at += 1;
            }
            b'}' | b']' | b')' => {
                let opens = match byte {
                    b'}' => b'{',
                    b']' => b'[',
                    _ => b'(',
                };
                if self.open.last().is_some_and(|it| it.0 == opens) {
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
            let open_bracket = self.open.iter().find(|it| it.0 != b'"').map(|it| it.1);
            let open_quote = self.quote.or(self.open.iter().find(|it| it.0 == b'"').map(|it| it.1));
            self.slices.push(Slice { range: self.start..end, open_quote, open_bracket });
        }
        self.start = end;
        self.open.clear();
        self.quote = None;
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
    fn what_is_not_closed_ends_at_the_next_head() {
        let text = "locals {\n x = [1,\n}\nresource \"a\" \"b\" {\n y = \"open\n}\nvariable \"c\" {}\n";
        let slices = cut(text);
        assert_eq!(slices.len(), 3);
        assert_eq!(slices[0].open_bracket, Some(7));
        assert_eq!(slices[1].open_quote, text.find("\"open"));
        assert_eq!(slices[2].open_quote, None);
    }
}
