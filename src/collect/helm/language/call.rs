//! How templates call functions, and what functions may ask of the renderer.

use super::fault::Fault;
use super::text::{Open, Text};
use super::value::{Kind, Map, Value};
use crate::model::{Cause, Problem, Shape, Span};

/// What a function may ask of what renders.
pub(crate) trait Renderer {
    /// The output of a named template.
    fn include(&mut self, name: &str, data: Value) -> Result<Text, Fault>;
    /// The output of a text that is a template itself.
    fn tpl(&mut self, text: &Text, data: Value) -> Result<Text, Fault>;
    /// Counts work, and refuses it past all bounds.
    fn spend(&mut self, steps: usize) -> Result<(), Fault>;
    /// Counts bytes that were written, and refuses more past all bounds.
    fn write(&mut self, bytes: usize) -> Result<(), Fault>;
    /// Where the call stands.
    fn place(&self) -> Span;
    /// The first of the chart's values that the action at work asks for: `image.tag`.
    fn wanted(&self) -> Option<String>;
    /// What a person should know of the template, that does not stop it.
    fn remark(&mut self, problem: Problem);
}

/// A function of templates. What is piped is the last argument.
pub(crate) type Function = fn(&mut dyn Renderer, &[Value]) -> Result<Value, Fault>;

/// What a function gives that only an installation can tell: a random text, a date.
pub(crate) fn unknown(renderer: &dyn Renderer, name: &str) -> Value {
    Value::open(Open {
        cause: Cause::AtRunTime(name.to_owned()),
        place: Some(renderer.place()),
        shape: Shape::Reference,
    })
}

/// The argument at a position; nil where there is none.
pub(crate) fn argument(arguments: &[Value], at: usize) -> Value {
    arguments.get(at).cloned().unwrap_or_else(Value::nil)
}

/// The text of the argument at a position.
pub(crate) fn text(arguments: &[Value], at: usize) -> Text {
    arguments.get(at).map_or_else(|| Text::plain(""), Value::text)
}

/// The argument at a position as a whole number: of a text the number that it writes, of anything else zero.
pub(crate) fn int(arguments: &[Value], at: usize) -> i64 {
    arguments.get(at).map_or(0, whole)
}

pub(crate) fn whole(value: &Value) -> i64 {
    match &value.kind {
        Kind::Int(it) => *it,
        Kind::Bool(it) => i64::from(*it),
        #[expect(clippy::cast_possible_truncation, reason = "a conversion of Go's cuts as well")]
        Kind::Float(it) => *it as i64,
        Kind::Text(text) => {
            let text = text.as_str().trim();
            let hexadecimal = text.strip_prefix("0x").and_then(|it| i64::from_str_radix(it, 16).ok());
            hexadecimal.or_else(|| text.parse().ok()).unwrap_or(0)
        }
        Kind::Nil | Kind::List(_) | Kind::Map(_) | Kind::Object(_) | Kind::Open(_) => 0,
    }
}

/// The argument at a position as a number with a fraction.
pub(crate) fn float(arguments: &[Value], at: usize) -> f64 {
    arguments.get(at).map_or(0.0, fraction)
}

pub(crate) fn fraction(value: &Value) -> f64 {
    match &value.kind {
        Kind::Float(it) => *it,
        Kind::Text(text) => text.as_str().trim().parse().unwrap_or(0.0),
        #[expect(clippy::cast_precision_loss, reason = "Go loses it as well")]
        _ => whole(value) as f64,
    }
}

/// The items of the list at a position; none where there is no list.
pub(crate) fn list(arguments: &[Value], at: usize) -> Vec<Value> {
    arguments.get(at).map_or_else(Vec::new, items)
}

pub(crate) fn items(value: &Value) -> Vec<Value> {
    match &value.kind {
        Kind::List(items) => items.to_vec(),
        _ => Vec::new(),
    }
}

/// The map at a position; an empty one where there is none.
pub(crate) fn map(arguments: &[Value], at: usize) -> Map {
    match arguments.get(at).map(|it| &it.kind) {
        Some(Kind::Map(map)) => map.clone(),
        Some(Kind::Object(it)) => it.entries().into_iter().collect(),
        _ => Map::default(),
    }
}
