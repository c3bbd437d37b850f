//! Parsed YAML and JSON to values, as Helm reads them: numbers are fractions, and the words of YAML 1.1 are booleans.

use std::rc::Rc;

use super::bounds::Bounds;
use super::text::{Link, Text};
use super::value::{Kind, Value};
use crate::model::{Node, SourceId, Value as Stated};
use crate::syntax::yaml;

/// A source that no file has: that of a text in the making.
pub(crate) const NOWHERE: SourceId = SourceId(u32::MAX);

/// The place of a node.
pub(crate) type Place<'a> = dyn Fn(&Node) -> Option<Rc<Link>> + 'a;

/// A node as a value; each part has the place that `place` tells, and `text` is what it was read from.
pub(crate) fn value(node: &Node, text: &str, place: &Place<'_>) -> Value {
    convert(node, text, place, &mut Bounds::new())
}

fn convert(node: &Node, text: &str, place: &Place<'_>, bounds: &mut Bounds) -> Value {
    if !bounds.enter() {
        return Value::nil();
    }
    let link = place(node);
    let kind = match &node.value {
        Stated::Null | Stated::Unresolved(_) | Stated::Redacted => Kind::Nil,
        Stated::Bool(it) => Kind::Bool(*it),
        Stated::Number(it) => match octal(written(node, text)) {
            Some(number) => Kind::Float(number),
            None => Kind::Float(it.as_f64().unwrap_or(0.0)),
        },
        Stated::String(it) => match word(written(node, text)) {
            Some(known) => Kind::Bool(known),
            None => Kind::Text(Text::from_place(&**it, link.as_ref())),
        },
        Stated::List(items) => Kind::List(Rc::new(items.iter().map(|it| convert(it, text, place, bounds)).collect())),
        Stated::Map(map) => {
            let entries = map.entries.iter().map(|it| (&*it.name, convert(&it.node, text, place, bounds)));
            Kind::Map(entries.collect())
        }
    };
    bounds.leave();
    Value { kind, place: link }
}

fn written<'a>(node: &Node, text: &'a str) -> &'a str {
    text.get(node.span.range()).unwrap_or_default()
}

/// `0644` is a number to the base of eight.
fn octal(written: &str) -> Option<f64> {
    let digits = written.strip_prefix("0o").or_else(|| written.strip_prefix('0')).filter(|it| !it.is_empty())?;
    u32::from_str_radix(digits, 8).ok().map(f64::from)
}

/// Words that are booleans to the YAML that Helm reads, where they stand without quotes.
fn word(written: &str) -> Option<bool> {
    match written {
        "yes" | "Yes" | "YES" | "on" | "On" | "ON" => Some(true),
        "no" | "No" | "NO" | "off" | "Off" | "OFF" => Some(false),
        _ => None,
    }
}

/// The values of the documents in a text, each part with the place of its stretch; or what is wrong with it.
pub(crate) fn read(text: &Text) -> Result<Vec<Value>, String> {
    let parsed = yaml::parse(NOWHERE, text.as_str());
    let broken = parsed.problems.iter().find(|it| it.message.starts_with("this is not valid YAML"));
    if let Some(problem) = broken {
        return Err(problem.message.clone());
    }
    let place = |node: &Node| {
        let mark = text.marks_in(&node.span.range()).first()?;
        let name = node.name_span.and_then(|it| text.marks_in(&it.range()).first());
        let name = name.map(|it| it.link.span);
        let Link { span, ground, inner, .. } = &*mark.link;
        Some(Rc::new(Link { span: *span, name, ground: *ground, inner: inner.clone() }))
    };
    Ok(parsed.documents.iter().map(|it| value(it, text.as_str(), &place)).collect())
}

/// The value of a JSON text.
pub(crate) fn from_json(json: &serde_json::Value, link: Option<&Rc<Link>>) -> Value {
    let kind = match json {
        serde_json::Value::Null => Kind::Nil,
        serde_json::Value::Bool(it) => Kind::Bool(*it),
        serde_json::Value::Number(it) => Kind::Float(it.as_f64().unwrap_or(0.0)),
        serde_json::Value::String(it) => Kind::Text(Text::from_place(it.as_str(), link)),
        serde_json::Value::Array(items) => Kind::List(Rc::new(items.iter().map(|it| from_json(it, link)).collect())),
        serde_json::Value::Object(entries) => {
            Kind::Map(entries.iter().map(|(name, it)| (name.as_str(), from_json(it, link))).collect())
        }
    };
    Value { kind, place: link.cloned() }
}
