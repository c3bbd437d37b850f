//! YAML in texts.

use crate::model::{Entry, Node, Shape, SourceId, Span, Value};
use crate::syntax::yaml;

use super::super::evaluate::json_text;
use super::super::evaluate::value::sorted_entries;
use super::function::{Function, Outcome, Stop, argument, known, seen, string, wrong};

pub(crate) const FUNCTIONS: &[Function] = &[
    known("yamldecode", (1, 1), Shape::Any, yamldecode),
    known("yamlencode", (1, 1), Shape::Reference, |it| {
        let mut text = String::new();
        written(argument(it, 0)?, 0, &mut text)?;
        Ok(text.into())
    }),
];

/// The longest YAML text that is made.
const LONGEST: usize = 1 << 20;

fn yamldecode(arguments: &[Node]) -> Outcome {
    let node = seen(arguments, 0)?;
    let parsed = yaml::parse(SourceId(0), &string(arguments, 0)?);
    match parsed.documents.as_slice() {
        [document] if parsed.problems.is_empty() => Ok(placed(document, node.span).value),
        [] if parsed.problems.is_empty() => Ok(Value::Null),
        _ => Err(wrong("this is not one YAML document")),
    }
}

fn placed(node: &Node, span: Span) -> Node {
    let value = match &node.value {
        Value::List(items) => Value::List(items.iter().map(|it| placed(it, span)).collect()),
        Value::Map(map) => {
            let entry = |it: &Entry| Entry { name: it.name.clone(), node: placed(&it.node, span).named(span) };
            Node::map(map.entries.iter().map(entry).collect(), span).value
        }
        other => other.clone(),
    };
    Node::new(value, span)
}

/// A value in lines that begin at a depth.
fn written(node: &Node, depth: usize, text: &mut String) -> Result<(), Stop> {
    if text.len() > LONGEST {
        return Err(Stop::TooLarge);
    }
    let indent = "  ".repeat(depth);
    match &node.value {
        Value::List(items) if !items.is_empty() => {
            for item in items.iter() {
                let mut inner = String::new();
                written(item, depth + 1, &mut inner)?;
                text.push_str(&format!("{indent}- {}", inner.strip_prefix(&*"  ".repeat(depth + 1)).unwrap_or(&inner)));
            }
        }
        Value::Map(map) if !map.entries.is_empty() => {
            for entry in sorted_entries(node) {
                let name = json_text::written(&Node::new(entry.name.clone(), node.span)).ok_or(Stop::TooLarge)?;
                text.push_str(&format!("{indent}{name}:"));
                let below = match &entry.node.value {
                    Value::List(items) if !items.is_empty() => Some(depth),
                    Value::Map(map) if !map.entries.is_empty() => Some(depth + 1),
                    _ => None,
                };
                text.push(if below.is_some() { '\n' } else { ' ' });
                written(&entry.node, below.unwrap_or(0), text)?;
            }
        }
        _ => {
            text.push_str(&json_text::written(node).ok_or(Stop::TooLarge)?);
            text.push('\n');
        }
    }
    Ok(())
}
