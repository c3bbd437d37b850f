//! The reader of JSON: bytes to nodes, one value at a time.

use std::ops::Range;
use std::sync::Arc;

use serde_json::Number;

use crate::model::Limit;
use crate::model::name::shared;
use crate::model::{Cause, Entry, Node, Problem, Shape, SourceId, Span, Unresolved, Value};

use super::super::parsed::Comment;
use super::super::unique::unique;
use super::loose;
use super::text::unescaped;

/// Where and why reading cannot go on.
pub(super) struct Broken {
    place: Range<usize>,
    why: &'static str,
}

pub(super) struct Reader<'a> {
    source: SourceId,
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    depth: usize,
    nodes: usize,
    /// Whether the text is JSON5: names without quotes, single quotes, other numbers.
    loose: bool,
    pub(super) comments: Vec<Comment>,
    pub(super) problems: Vec<Problem>,
    broken: bool,
}

type Read<T> = Result<T, Broken>;

impl<'a> Reader<'a> {
    pub(super) fn new(source: SourceId, text: &'a str, loose: bool) -> Self {
        let at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let (comments, problems) = (Vec::new(), Vec::new());
        let bytes = text.as_bytes();
        Self { source, text, bytes, at, depth: 0, nodes: 0, loose, comments, problems, broken: false }
    }

    pub(super) fn at_end(&self) -> bool {
        self.at >= self.bytes.len()
    }

    pub(super) fn problem_free(&self) -> bool {
        !self.broken
    }

    /// The character that is next.
    pub(super) fn here(&self) -> Range<usize> {
        let length = self.text.get(self.at..).and_then(|it| it.chars().next()).map_or(0, char::len_utf8);
        match length {
            0 => self.last_character(),
            _ => self.at..self.at + length,
        }
    }

    fn last_character(&self) -> Range<usize> {
        let length = self.text.chars().next_back().map_or(0, char::len_utf8);
        self.text.len() - length..self.text.len()
    }

    pub(super) fn record(&mut self, error: Broken) {
        self.broken = true;
        let span = self.span(error.place);
        self.problems.push(Problem::at(span, format!("this is not valid JSON: {}", error.why)));
    }

    pub(super) fn value(&mut self) -> Read<Node> {
        let start = self.at;
        self.nodes += 1;
        if self.nodes > Limit::Values.value() {
            return self.wrong("it has more values than are read");
        }
        let value = match self.peek() {
            Some(b'{' | b'[') if self.depth >= Limit::Depth.value() => return self.too_deep(),
            Some(b'{') => return self.object(),
            Some(b'[') => return self.list(),
            Some(it) if self.quotes(it) => Value::String(match self.string()? {
                Ok(plain) => shared(plain),
                Err(escaped) => escaped.into(),
            }),
            Some(b'+' | b'.' | b'-' | b'0'..=b'9' | b'I' | b'N') if self.loose => self.loose_number()?,
            Some(b'-' | b'0'..=b'9') => self.number()?,
            Some(b't') => self.word("true", Value::Bool(true))?,
            Some(b'f') => self.word("false", Value::Bool(false))?,
            Some(b'n') => self.word("null", Value::Null)?,
            Some(_) => return self.wrong("expected a value"),
            None => return self.wrong("it ends where a value is expected"),
        };
        Ok(Node::new(value, self.span(start..self.at)))
    }

    fn object(&mut self) -> Read<Node> {
        let start = self.at;
        self.at += 1;
        self.depth += 1;
        let mut entries = Vec::new();
        let end = loop {
            match self.entry() {
                Ok(Some(entry)) => entries.push(entry),
                Ok(None) => break Ok(()),
                Err((error, name)) => {
                    if let Some((name, span)) = name {
                        entries.push(Entry::new(name, self.unread(error.place.clone()).named(span)));
                    }
                    break Err(error);
                }
            }
        };
        self.depth -= 1;
        self.outermost_survives(end)?;
        let entries = unique(entries, &mut self.problems);
        Ok(Node::map(entries, self.span(start..self.at)))
    }

    /// The next entry, or nothing at the end of the object; where it breaks, with its name if that was read.
    #[expect(clippy::type_complexity, reason = "the name belongs to the error and to nothing else")]
    fn entry(&mut self) -> Result<Option<Entry>, (Broken, Option<(Arc<str>, Span)>)> {
        self.space();
        let start = self.at;
        match self.peek() {
            Some(b'}') => {
                self.at += 1;
                return Ok(None);
            }
            Some(it) if self.quotes(it) => {}
            _ if self.loose => {}
            _ => return Err((self.broken_here("expected a key in quotes or the end of the object"), None)),
        }
        let name = match self.name() {
            Ok(Ok(plain)) => shared(plain),
            Ok(Err(escaped)) => escaped.into(),
            Err(error) => return Err((error, None)),
        };
        let name_span = self.span(start..self.at);
        self.space();
        let value = match self.peek() {
            Some(b':') => {
                self.at += 1;
                self.space();
                self.value()
            }
            _ => self.wrong("expected a colon after the key"),
        };
        let node = match value.and_then(|node| self.separator(b'}').map(|()| node)) {
            Ok(node) => node.named(name_span),
            Err(error) => return Err((error, Some((name, name_span)))),
        };
        Ok(Some(Entry { name, node }))
    }

    fn list(&mut self) -> Read<Node> {
        let start = self.at;
        self.at += 1;
        self.depth += 1;
        let mut items = Vec::new();
        let end = loop {
            self.space();
            if self.peek() == Some(b']') {
                self.at += 1;
                break Ok(());
            }
            match self.value().and_then(|node| self.separator(b']').map(|()| node)) {
                Ok(node) => items.push(node),
                Err(error) => break Err(error),
            }
        };
        self.depth -= 1;
        self.outermost_survives(end)?;
        Ok(Node::list(items, self.span(start..self.at)))
    }

    /// An error ends every value but the outermost one, which keeps what it had complete.
    fn outermost_survives(&mut self, end: Read<()>) -> Read<()> {
        match end {
            Err(error) if self.depth == 0 => {
                self.at = self.at.max(error.place.end);
                self.record(error);
                Ok(())
            }
            other => other,
        }
    }

    /// Passes the comma; the closing bracket is left for the caller.
    fn separator(&mut self, close: u8) -> Read<()> {
        self.space();
        match self.peek() {
            Some(b',') => {
                self.at += 1;
                Ok(())
            }
            Some(it) if it == close => Ok(()),
            Some(_) => self.wrong("expected a comma or the closing bracket"),
            None => self.wrong("it ends within a list or an object"),
        }
    }

    fn quotes(&self, byte: u8) -> bool {
        byte == b'"' || self.loose && byte == b'\''
    }

    /// The name of an entry, which needs no quotes in JSON5.
    fn name(&mut self) -> Read<Result<&'a str, String>> {
        if self.peek().is_some_and(|it| self.quotes(it)) {
            return self.string();
        }
        let rest = self.text.get(self.at..).unwrap_or_default();
        let length = rest.find(|it: char| !it.is_alphanumeric() && !matches!(it, '_' | '$')).unwrap_or(rest.len());
        if length == 0 {
            return self.wrong("expected a name or the end of the object");
        }
        self.at += length;
        Ok(Ok(rest.get(..length).unwrap_or_default()))
    }

    /// A number of JSON5: signs, points at either end, sixteen digits, and what is no number.
    fn loose_number(&mut self) -> Read<Value> {
        let start = self.at;
        let rest = self.text.get(start..).unwrap_or_default();
        let is_part = |it: char| it.is_ascii_alphanumeric() || matches!(it, '+' | '-' | '.');
        let text = rest.get(..rest.find(|it| !is_part(it)).unwrap_or(rest.len())).unwrap_or_default();
        self.at += text.len();
        match loose::number(text) {
            Some(number) => Ok(Number::from_f64(number).map_or_else(|| Value::String(text.into()), Value::Number)),
            None => {
                self.at = start;
                self.number()
            }
        }
    }

    /// A string: as it stands, or made anew where it has escapes.
    fn string(&mut self) -> Read<Result<&'a str, String>> {
        let quote = self.at;
        let mark = self.peek();
        let start = quote + 1;
        let mut at = start;
        let mut escapes = false;
        loop {
            match self.bytes.get(at) {
                it if it.copied() == mark => break,
                Some(b'\\') => {
                    escapes = true;
                    at += 2;
                }
                Some(b'\n' | b'\r') | None => {
                    return Err(Broken { place: quote..quote + 1, why: "a string is not closed" });
                }
                Some(_) => at += 1,
            }
        }
        let text = self.text;
        let raw = text.get(start..at).unwrap_or_default();
        self.at = at + 1;
        if !escapes {
            return Ok(Ok(raw));
        }
        unescaped(raw, self.loose).map(Err).map_err(|wrong| {
            let place = start + wrong..start + wrong + 1;
            Broken { place, why: "an escape in a string is wrong" }
        })
    }

    fn number(&mut self) -> Read<Value> {
        let start = self.at;
        let mut whole = true;
        while let Some(byte) = self.peek() {
            match byte {
                b'0'..=b'9' | b'-' => {}
                b'.' | b'e' | b'E' | b'+' => whole = false,
                _ => break,
            }
            self.at += 1;
        }
        let text = self.text.get(start..self.at).unwrap_or_default();
        let digits = text.strip_prefix('-').unwrap_or(text);
        let leading_zero = digits.starts_with('0') && digits.as_bytes().get(1).is_some_and(u8::is_ascii_digit);
        let begins = digits.starts_with(|it: char| it.is_ascii_digit());
        let ends = text.ends_with(|it: char| it.is_ascii_digit()) && !text.contains(".e") && !text.contains(".E");
        if begins && ends && !leading_zero {
            if whole && text != "-0" {
                if let Ok(number) = text.parse::<i64>() {
                    return Ok(Value::Number(number.into()));
                }
                if let Ok(number) = text.parse::<u64>() {
                    return Ok(Value::Number(number.into()));
                }
            }
            if let Ok(number) = text.parse::<f64>() {
                // What no number can hold is kept as it is written.
                return Ok(Number::from_f64(number).map_or_else(|| Value::String(text.into()), Value::Number));
            }
        }
        Err(Broken { place: start..self.at, why: "a number is malformed" })
    }

    fn word(&mut self, word: &str, value: Value) -> Read<Value> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        if rest.starts_with(word.as_bytes()) {
            self.at += word.len();
            return Ok(value);
        }
        self.wrong("expected a value")
    }

    /// Passes over a value nested too deep, counting brackets instead of descending.
    fn too_deep(&mut self) -> Read<Node> {
        let start = self.at;
        let mut open = 0_usize;
        loop {
            self.space();
            match self.peek() {
                Some(b'{' | b'[') => open += 1,
                Some(b'}' | b']') => open -= 1,
                Some(it) if self.quotes(it) => {
                    let _ = self.string()?;
                    continue;
                }
                Some(_) => {}
                None => return self.wrong("it ends within a list or an object"),
            }
            self.at += 1;
            if open == 0 {
                break;
            }
        }
        let place = self.span(start..start + 1);
        let message = format!("nested deeper than {} levels: what is deeper is not read", Limit::Depth.value());
        self.problems.push(Problem::at(place, message));
        let cause = Cause::Limit("nesting".to_owned());
        Ok(Node::unresolved(Unresolved { cause, place, shape: Shape::Any }, self.span(start..self.at)))
    }

    /// Passes white space and comments.
    pub(super) fn space(&mut self) {
        loop {
            match self.peek() {
                Some(b' ' | b'\n' | b'\r' | b'\t') => self.at += 1,
                Some(b'/') => {
                    let rest = self.text.get(self.at..).unwrap_or_default();
                    let length = if rest.starts_with("//") {
                        rest.find(['\n', '\r']).unwrap_or(rest.len())
                    } else if let Some(body) = rest.strip_prefix("/*") {
                        body.find("*/").map_or(rest.len(), |it| it + 4)
                    } else {
                        return;
                    };
                    let span = self.span(self.at..self.at + length);
                    self.comments.push(Comment { span });
                    self.at += length;
                }
                _ => return,
            }
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    pub(super) fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.source, range)
    }

    fn wrong<T>(&self, why: &'static str) -> Read<T> {
        Err(self.broken_here(why))
    }

    fn broken_here(&self, why: &'static str) -> Broken {
        Broken { place: self.here(), why }
    }

    fn unread(&self, place: Range<usize>) -> Node {
        let place = self.span(place);
        let cause = Cause::Expression("text that could not be read".to_owned());
        Node::unresolved(Unresolved { cause, place, shape: Shape::Any }, place)
    }
}
