//! JSON as text: read from heredocs with the place of every part, and written where a text is asked for.

use std::fmt::Write as _;

use crate::model::Limit;
use crate::model::{Cause, Entry, Node, Shape, SourceId, Span, Unresolved, Value};
use crate::syntax::yaml;

use super::piece::Piece;
use super::value::{entries, first_unknown, number_text};

/// Marks in a text that stand for what is unknown there. They are in no source: its characters are for private use.
const OPENS: char = '\u{f5a0}';
const CLOSES: char = '\u{f5a1}';

/// A text of several lines that holds a JSON object or list, as that object or list. Its parts have their places.
pub(crate) fn read(pieces: &[Piece], span: Span) -> Option<Node> {
    let first = pieces.iter().find_map(|it| match it {
        Piece::Text(text, _) => text.trim_start().chars().next(),
        Piece::Unknown(..) => Some(' '),
    });
    if pieces.len() < 2 || !matches!(first, Some('{' | '[')) {
        return None;
    }
    let mut text = String::new();
    let mut places: Vec<(usize, usize, Span)> = Vec::with_capacity(pieces.len());
    let mut unknown: Vec<&Unresolved> = Vec::new();
    let mut quoted = false;
    for piece in pieces {
        let start = text.len();
        let place = match piece {
            Piece::Text(it, place) => {
                quoted = ends_quoted(it, quoted);
                text.push_str(it);
                *place
            }
            Piece::Unknown(it, place) => {
                let quote = if quoted { "" } else { "\"" };
                let _ = write!(text, "{quote}{OPENS}{}{CLOSES}{quote}", unknown.len());
                unknown.push(it);
                *place
            }
        };
        places.push((start, text.len(), place));
    }
    if !text.contains('\n') || text.len() > Limit::TerraformTextBytes.value() {
        return None;
    }
    serde_json::from_str::<serde::de::IgnoredAny>(&text).ok()?;
    let document = yaml::parse(SourceId(0), &text).documents.into_iter().next()?;
    let reader = Reader { places, unknown, whole: span };
    Some(Node { span, ..reader.placed(&document) })
}

fn ends_quoted(text: &str, mut quoted: bool) -> bool {
    let mut escaped = false;
    for character in text.chars() {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = quoted,
            '"' => quoted = !quoted,
            _ => {}
        }
    }
    quoted
}

struct Reader<'a> {
    /// Stretches of the text, and where each stands in the source.
    places: Vec<(usize, usize, Span)>,
    unknown: Vec<&'a Unresolved>,
    whole: Span,
}

impl Reader<'_> {
    fn placed(&self, node: &Node) -> Node {
        let span = self.place(node.span);
        let value = match &node.value {
            Value::List(items) => Value::List(items.iter().map(|it| self.placed(it)).collect()),
            Value::Map(map) => {
                let entry = |it: &Entry| Entry { name: it.name.clone(), node: self.placed(&it.node) };
                Node::map(map.entries.iter().map(entry).collect(), span).value
            }
            Value::String(text) if text.contains(OPENS) => return self.partly(text, span),
            other => other.clone(),
        };
        Node { name_span: node.name_span.map(|it| self.place(it)), ..Node::new(value, span) }
    }

    /// A string with marks, as a text with unknown parts.
    fn partly(&self, text: &str, span: Span) -> Node {
        let mut parts: Vec<Option<String>> = Vec::new();
        let mut first: Option<&Unresolved> = None;
        for (at, stretch) in text.split(OPENS).enumerate() {
            let known = match (at, stretch.split_once(CLOSES)) {
                (0, _) | (_, None) => stretch,
                (_, Some((number, rest))) => {
                    let which = number.parse::<usize>().ok().and_then(|it| self.unknown.get(it)).copied();
                    first = first.or(which);
                    parts.push(None);
                    rest
                }
            };
            if !known.is_empty() {
                parts.push(Some(known.to_owned()));
            }
        }
        match first {
            Some(unknown) if parts.len() == 1 => Node::unresolved(unknown.clone(), span),
            Some(unknown) => {
                Node::unresolved(Unresolved { shape: Shape::Template(parts.into()), ..unknown.clone() }, span)
            }
            None => Node::new(text, span),
        }
    }

    /// Where a stretch of the text stands in the source.
    fn place(&self, span: Span) -> Span {
        let (start, end) = (span.start as usize, span.end as usize);
        let from = self.at(start, false);
        let to = self.at(end, true);
        match (from, to) {
            (Some(from), Some(to)) if from.source == to.source && from.start <= to.end => {
                Span { source: from.source, start: from.start, end: to.end }
            }
            _ => self.whole,
        }
    }

    fn at(&self, byte: usize, ends: bool) -> Option<Span> {
        let after = self.places.partition_point(|it| if ends { it.1 < byte } else { it.1 <= byte });
        let (start, end, place) = *self.places.get(after)?;
        let length = end - start;
        if length != (place.end - place.start) as usize && place.range().len() < length {
            return Some(place);
        }
        let offset = place.start + u32::try_from(byte.saturating_sub(start)).ok()?;
        Some(Span { source: place.source, start: offset.min(place.end), end: offset.min(place.end) })
    }
}

/// A value as JSON, as `jsonencode` writes it; nothing where a part of it is not known.
pub(crate) fn written(node: &Node) -> Option<String> {
    let mut text = String::new();
    write_into(node, &mut text, 0).then_some(text)
}

fn write_into(node: &Node, text: &mut String, depth: usize) -> bool {
    if text.len() > Limit::TerraformTextBytes.value() || depth > 500 {
        return false;
    }
    match &node.value {
        Value::Null => text.push_str("null"),
        Value::Bool(it) => text.push_str(if *it { "true" } else { "false" }),
        Value::Number(it) => text.push_str(&number_text(it)),
        Value::String(it) => return quote(it, text),
        Value::Redacted => return quote(crate::model::REDACTED, text),
        Value::List(items) => {
            text.push('[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    text.push(',');
                }
                if !write_into(item, text, depth + 1) {
                    return false;
                }
            }
            text.push(']');
        }
        Value::Map(_) => {
            text.push('{');
            for (at, entry) in super::value::sorted_entries(node).into_iter().enumerate() {
                if at > 0 {
                    text.push(',');
                }
                quote(&entry.name, text);
                text.push(':');
                if !write_into(&entry.node, text, depth + 1) {
                    return false;
                }
            }
            text.push('}');
        }
        Value::Unresolved(_) => return false,
    }
    true
}

fn quote(it: &str, text: &mut String) -> bool {
    let quoted = serde_json::Value::String(it.to_owned()).to_string();
    // The language escapes these three, so that the text is safe within HTML.
    text.push_str(&quoted.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026"));
    true
}

/// Why a value cannot be written as JSON.
pub(crate) fn unknown_within(node: &Node) -> Unresolved {
    let cause = || Cause::Limit("a text this long".into());
    let unknown = first_unknown(node).cloned();
    let known = entries(node).count();
    let mut unknown = unknown.unwrap_or_else(|| Unresolved { cause: cause(), place: node.span, shape: Shape::Any });
    unknown.shape = if known > 0 { Shape::Reference } else { Shape::String };
    unknown
}
