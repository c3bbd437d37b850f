//! Values of charts: how those of a person, a chart and the charts within it become one table each.

use std::rc::Rc;

use crate::model::{Node, Problem, SourceId};
use crate::syntax::yaml;

use super::language::nodes;
use super::language::text::{Ground, Link};
use super::language::value::{Kind, Map, Value};

/// The values that a file states, each with its place.
pub(super) fn read(source: SourceId, text: &str) -> (Map, Vec<Problem>) {
    let parsed = yaml::parse(source, text);
    let mut problems = parsed.problems;
    let Some(document) = parsed.documents.first() else { return (Map::default(), problems) };
    match nodes::value(document, text, &place).kind {
        Kind::Map(map) => (map, problems),
        Kind::Nil => (Map::default(), problems),
        _ => {
            problems.push(Problem::at(document.span, "values are a table of names"));
            (Map::default(), problems)
        }
    }
}

/// The place of a value in a file of values.
pub(super) fn place(node: &Node) -> Option<Rc<Link>> {
    Some(Rc::new(Link { span: node.span, name: node.name_span, ground: Ground::Values, inner: None }))
}

/// What `over` does not say is taken from `under`; a null takes away what stands below it.
pub(super) fn lay_over(over: &Map, under: &Map) {
    for (name, value) in under.entries() {
        match over.get(&name).map(|it| it.kind) {
            None => over.set(name, value),
            Some(Kind::Nil) => over.remove(&name),
            Some(Kind::Map(own)) => {
                if let Kind::Map(value) = &value.kind {
                    lay_over(&own, value);
                }
            }
            Some(_) => {}
        }
    }
}

/// The globals of a chart, handed on to one within it: the outer chart's word counts more.
pub(super) fn hand_on_globals(outer: &Map, inner: &Map) {
    let table = |of: &Map| match of.get("global").map(|it| it.kind) {
        Some(Kind::Map(map)) => Some(map),
        _ => None,
    };
    let Some(given) = table(outer) else { return };
    let handed = Value::new(Kind::Map(given)).copied();
    let Some(Kind::Map(handed)) = handed.map(|it| it.kind) else { return };
    if let Some(own) = table(inner) {
        lay_over(&handed, &own);
    }
    inner.set("global", Value::new(Kind::Map(handed)));
}

/// The value at a path of names with dots.
pub(super) fn at(values: &Map, path: &str) -> Option<Value> {
    let mut names = path.split('.').map(str::trim);
    let mut value = values.get(names.next()?)?;
    for name in names {
        let Kind::Map(map) = &value.kind else { return None };
        value = map.get(name)?;
    }
    Some(value)
}

/// The table at a path, made where it is not there yet.
pub(super) fn table(values: &Map, path: &str) -> Map {
    let mut table = values.clone();
    for name in path.split('.').map(str::trim).filter(|it| !it.is_empty()) {
        let inner = match table.get(name).map(|it| it.kind) {
            Some(Kind::Map(inner)) => inner,
            _ => {
                let inner = Map::default();
                table.set(name, Value::new(Kind::Map(inner.clone())));
                inner
            }
        };
        table = inner;
    }
    table
}

/// A map of its own with the same entries.
pub(super) fn copied(values: &Map) -> Map {
    match Value::new(Kind::Map(values.clone())).copied().map(|it| it.kind) {
        Some(Kind::Map(map)) => map,
        _ => Map::default(),
    }
}
