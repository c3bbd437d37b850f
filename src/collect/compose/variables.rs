//! `${NAME:-default}` in Compose files, filled in as far as the file and `.env` beside it tell.

use std::collections::BTreeMap;

use crate::model::Limit;
use crate::model::{Cause, Entry, Node, Shape, Span, Through, Unresolved, Value};
use crate::syntax::interpolation::{self, Dialect, Known};

/// Variables of a `.env` file with the places of their values.
pub(super) type Variables = BTreeMap<String, (String, Span)>;

/// Reads `NAME=value` and `NAME: value` lines. Values see what stands above them, but in single quotes.
pub(super) fn dotenv(source: crate::model::SourceId, text: &str) -> Variables {
    let mut variables = Variables::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let stated = line.trim();
        let stated = stated.strip_prefix("export ").unwrap_or(stated);
        let split = stated.find(['=', ':']).filter(|_| !stated.starts_with('#'));
        if let Some((name, value)) = split.and_then(|it| Some((stated.get(..it)?.trim(), stated.get(it + 1..)?.trim())))
        {
            let end = at + line.trim_end().len();
            let span = Span::new(source, end - value.len()..end);
            match value_of(value, &variables) {
                Some(value) => variables.insert(name.to_owned(), (value, span)),
                // What hangs on a variable from elsewhere is not known.
                None => variables.remove(name),
            };
        }
        at += line.len();
    }
    variables
}

/// The value of a line of `.env`, without quotes and remarks.
fn value_of(stated: &str, above: &Variables) -> Option<String> {
    let quote = stated.chars().next().filter(|it| matches!(it, '"' | '\''));
    let bare = match quote {
        Some(quote) => stated.get(1..)?.split(quote).next().unwrap_or_default(),
        None if stated.starts_with('#') => "",
        None => stated.split(" #").next().unwrap_or_default().trim_end(),
    };
    if quote == Some('\'') || !bare.contains('$') {
        return Some(bare.to_owned());
    }
    let parts = interpolation::fill(&interpolation::pieces(bare, Dialect::Compose), &|name| known(above, name));
    parts.into_iter().collect::<Result<String, String>>().ok()
}

fn known(variables: &Variables, name: &str) -> Known {
    variables.get(name).map_or(Known::Unknown, |(value, _)| Known::Value(value.clone()))
}

/// The node with every text filled in.
pub(super) fn filled(node: &Node, variables: &Variables) -> Node {
    fill(node, variables, 0)
}

fn fill(node: &Node, variables: &Variables, depth: usize) -> Node {
    if depth > Limit::Depth.value() {
        return node.clone();
    }
    match &node.value {
        Value::String(text) if text.contains('$') => text_filled(node, text, variables),
        Value::List(items) => {
            let items: Vec<_> = items.iter().map(|it| fill(it, variables, depth + 1)).collect();
            Node { value: Value::List(items.into()), ..node.clone() }
        }
        Value::Map(map) => {
            let entries =
                map.entries.iter().map(|it| Entry::new(it.name.clone(), fill(&it.node, variables, depth + 1)));
            Node { value: Node::map(entries.collect(), node.span).value, ..node.clone() }
        }
        _ => node.clone(),
    }
}

fn text_filled(node: &Node, text: &str, variables: &Variables) -> Node {
    let pieces = interpolation::pieces(text, Dialect::Compose);
    let parts = interpolation::fill(&pieces, &|name| known(variables, name));
    let mut result = match parts.iter().find_map(|it| it.as_ref().err()).cloned() {
        Some(name) => {
            let shape = Shape::Template(parts.into_iter().map(Result::ok).collect());
            let unresolved = Unresolved { cause: Cause::Variable(name), place: node.span, shape };
            Node { value: Value::Unresolved(Box::new(unresolved)), ..node.clone() }
        }
        None => {
            let text: String = parts.into_iter().filter_map(Result::ok).collect();
            Node { value: scalar(&text), ..node.clone() }
        }
    };
    for piece in &pieces {
        if let interpolation::Piece::Variable(variable) = piece {
            let (note, span) = match variables.get(&variable.name) {
                Some((_, span)) => (format!("{} in .env", variable.name), *span),
                None => (format!("the default of {}", variable.name), node.span),
            };
            result = result.through(Through { note: note.into(), span });
        }
    }
    result
}

/// A whole text that came from variables is read as YAML would read it.
fn scalar(text: &str) -> Value {
    match text {
        "true" => true.into(),
        "false" => false.into(),
        _ => text.into(),
    }
}
