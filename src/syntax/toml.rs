//! TOML to nodes.

use std::ops::Range;

use serde_json::Number;
use toml_edit::{Document, Item, Key, TableLike};

use crate::model::{Entry, Node, Problem, SourceId, Span, Value};

use super::parsed::{Comment, Parsed};

/// The one document of a text. Where it breaks, the tables before the broken one are kept.
pub fn parse(source: SourceId, text: &str) -> Parsed {
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let body = Body { source, text: body, from: text.len() - body.len() };
    let mut parsed = Parsed { comments: body.comments(), ..Parsed::default() };
    let document = match Document::parse(body.text) {
        Ok(document) => Some(document),
        Err(error) => {
            let place = error.span().unwrap_or_default();
            let message = format!("this is not valid TOML: {}", error.message().replace('\n', ", "));
            parsed.problems.push(Problem::at(body.span(body.visible(place.clone())), message));
            body.before_the_table_at(place.start).and_then(|it| Document::parse(it).ok())
        }
    };
    let entries = document.map(|it| body.entries(it.as_table())).unwrap_or_default();
    if !entries.is_empty() {
        let whole = body.span(0..body.text.trim_end().len());
        parsed.documents.push(Node::map(entries, whole));
    }
    parsed.bounded()
}

/// The text after a byte-order mark, and where it lies in its source.
#[derive(Clone, Copy)]
struct Body<'a> {
    source: SourceId,
    text: &'a str,
    from: usize,
}

impl<'a> Body<'a> {
    fn span(self, range: Range<usize>) -> Span {
        Span::new(self.source, range.start + self.from..range.end + self.from)
    }

    /// A range with at least one whole character in it, unless the text is empty.
    fn visible(self, range: Range<usize>) -> Range<usize> {
        let mut start = range.start.min(self.text.len().saturating_sub(1));
        while start > 0 && !self.text.is_char_boundary(start) {
            start -= 1;
        }
        let mut end = range.end.clamp((start + 1).min(self.text.len()), self.text.len());
        while !self.text.is_char_boundary(end) {
            end += 1;
        }
        start..end
    }

    fn entries(self, table: &dyn TableLike) -> Vec<Entry> {
        let named = table.iter().filter_map(|(name, _)| table.get_key_value(name));
        named.filter_map(|(key, item)| Some(Entry::new(key.get(), self.item(item, Some(key))?))).collect()
    }

    fn item(self, item: &Item, key: Option<&Key>) -> Option<Node> {
        let name_span = key.and_then(Key::span).map(|it| self.span(it));
        let mut node = match item {
            Item::None => return None,
            Item::Value(value) => self.value(value),
            Item::Table(table) => self.table(table, table.span().or(key.and_then(Key::span))),
            Item::ArrayOfTables(tables) => {
                let tables: Vec<Node> = tables.iter().map(|it| self.table(it, it.span())).collect();
                let span = tables.iter().map(|it| it.span).reduce(Span::to);
                Node::list(tables, span.or(name_span).unwrap_or(self.span(0..0)))
            }
        };
        node.name_span = name_span.or(node.name_span);
        Some(node)
    }

    /// A table reaches from its head to its last entry; the head is its name where it has no key.
    fn table(self, table: &dyn TableLike, head: Option<Range<usize>>) -> Node {
        let entries = self.entries(table);
        let head = head.map(|it| self.span(it));
        let inner = entries.iter().map(|it| it.node.name_span.map_or(it.node.span, |name| name.to(it.node.span)));
        let span = head.into_iter().chain(inner).reduce(Span::to).unwrap_or(self.span(0..0));
        Node { name_span: head, ..Node::map(entries, span) }
    }

    fn value(self, value: &toml_edit::Value) -> Node {
        let span = self.span(value.span().unwrap_or_default());
        let known = match value {
            toml_edit::Value::String(it) => Value::from(it.value().as_str()),
            toml_edit::Value::Integer(it) => Value::from(*it.value()),
            toml_edit::Value::Float(it) => match Number::from_f64(*it.value()) {
                Some(number) => Value::Number(number),
                // Infinity and what is not a number have no other form.
                None => Value::from(it.value().to_string()),
            },
            toml_edit::Value::Boolean(it) => Value::Bool(*it.value()),
            toml_edit::Value::Datetime(it) => Value::from(it.value().to_string()),
            toml_edit::Value::Array(items) => {
                return Node::list(items.iter().map(|it| self.value(it)).collect(), span);
            }
            toml_edit::Value::InlineTable(table) => return Node::map(self.entries(table), span),
        };
        Node::new(known, span)
    }

    /// What stands before the table that holds a byte: where that one is broken, the others still can be read.
    fn before_the_table_at(self, at: usize) -> Option<&'a str> {
        let before = self.text.get(..self.visible(at..at).start)?;
        let head = before.rfind("\n[").map(|it| it + 1)?;
        self.text.get(..head)
    }

    fn comments(self) -> Vec<Comment> {
        let mut comments = Vec::new();
        let mut rest = self.text;
        while let Some(at) = rest.find(['#', '"', '\'']) {
            let (_, found) = rest.split_at(at);
            let length = if found.starts_with('#') {
                let length = found.find(['\n', '\r']).unwrap_or(found.len());
                let start = self.text.len() - found.len();
                comments.push(Comment { span: self.span(start..start + length) });
                length
            } else {
                quoted(found)
            };
            rest = found.get(length..).unwrap_or_default();
        }
        comments
    }
}

/// How long the string is with which a text begins; an unclosed one ends with its line.
fn quoted(text: &str) -> usize {
    let escapes = text.starts_with('"');
    let quote = if escapes { "\"" } else { "'" };
    let triple = quote.repeat(3);
    let mark = if text.starts_with(&triple) { triple.as_str() } else { quote };
    let mut at = mark.len();
    while let Some(rest) = text.get(at..).filter(|it| !it.is_empty()) {
        if rest.starts_with(mark) {
            return at + mark.len();
        }
        let mut letters = rest.chars();
        match letters.next() {
            Some('\\') if escapes => at += 1 + letters.next().map_or(0, char::len_utf8),
            Some('\n') if mark.len() == 1 => return at,
            Some(letter) => at += letter.len_utf8(),
            None => break,
        }
    }
    at.min(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raw(text: &str, span: Span) -> &str {
        text.get(span.range()).expect("spans lie in the text")
    }

    #[test]
    fn tables_values_and_comments_have_their_places() {
        let text = "\u{feff}a = 'é#' # why\n[b.c]\nd = [1, {e = true}]\n\n[[f]]\ng = 1979-05-27\n[[f]]\n";
        let parsed = parse(SourceId(0), text);
        assert_eq!(parsed.problems, []);
        let document = &parsed.documents[0];
        let place = |path: &str| raw(text, document.dotted(path).expect(path).span);
        let name = |path: &str| document.dotted(path).expect(path).name_span.map(|it| raw(text, it));
        assert_eq!((place("a"), name("a")), ("'é#'", Some("a")));
        assert_eq!(raw(text, parsed.comments[0].span), "# why");
        assert_eq!(parsed.comments.len(), 1);
        assert_eq!((place("b.c"), name("b.c")), ("[b.c]\nd = [1, {e = true}]", Some("c")));
        assert_eq!((place("b.c.d.1.e"), name("b.c.d.1.e")), ("true", Some("e")));
        assert_eq!((place("f.0"), name("f.0")), ("[[f]]\ng = 1979-05-27", Some("[[f]]")));
        assert_eq!(document.dotted("f.0.g").and_then(Node::as_str), Some("1979-05-27"));
        assert_eq!(document.dotted("f").map(|it| it.items().len()), Some(2));
    }

    #[test]
    fn a_broken_text_keeps_the_tables_before_the_broken_one() {
        let text = "[a]\nb = 1\n[c]\nd = \n[e]\nf = 1\n";
        let parsed = parse(SourceId(0), text);
        assert_eq!(parsed.problems.len(), 1);
        assert!(parsed.problems[0].message.starts_with("this is not valid TOML: "));
        assert_eq!(parsed.documents[0].dotted("a.b").and_then(Node::as_i64), Some(1));
        assert!(parsed.documents[0].get("c").is_none());
    }

    #[test]
    fn deep_nesting_is_a_problem() {
        for text in [format!("a = {}", "[".repeat(100_000)), format!("a = {}", "{a=".repeat(100_000))] {
            assert!(!parse(SourceId(0), &text).problems.is_empty());
        }
        let dotted = format!("{}b = 1", "a.".repeat(100_000));
        let _ = parse(SourceId(0), &dotted);
    }
}
