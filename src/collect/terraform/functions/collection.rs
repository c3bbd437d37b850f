//! Functions that make lists and maps of lists and maps. Elements that are not known stay where they are.

use std::sync::Arc;

use crate::model::Limit;
use crate::model::{Cause, Entry, Node, Shape, Value};

use super::super::evaluate::compare::equal;
use super::super::evaluate::steps::element_of;
use super::super::evaluate::value::{as_number, entries, sorted_entries, template_is_filled, text, unified};
use super::function::{
    Function, MANY, Outcome, Stop, any, argument, known, list, map, seen, string, strings, texts, whole, wrong,
};

pub(crate) const FUNCTIONS: &[Function] = &[
    any("chunklist", (2, 2), Shape::List, chunklist),
    any("compact", (1, 1), Shape::List, compact),
    any("concat", (1, MANY), Shape::List, concat),
    any("distinct", (1, 1), Shape::List, |it| distinct(list(it, 0)?)),
    any("flatten", (1, 1), Shape::List, flatten),
    // Older versions made lists and maps by these; newer ones write `[..]` and `{..}`.
    any("list", (0, MANY), Shape::List, |it| bounded(unified(it.to_vec()))),
    any("map", (0, MANY), Shape::Map, paired),
    any("keys", (1, 1), Shape::List, |it| {
        let map = map(it, 0)?;
        Ok(texts(sorted_entries(map).into_iter().map(|it| it.name.clone()), map))
    }),
    any("length", (1, 1), Shape::Number, length),
    any("merge", (1, MANY), Shape::Map, merge),
    any("reverse", (1, 1), Shape::List, |it| Ok(Value::List(list(it, 0)?.iter().rev().cloned().collect()))),
    any("slice", (3, 3), Shape::List, slice),
    known("sort", (1, 1), Shape::List, |it| {
        let mut all = strings(it, 0)?;
        all.sort();
        Ok(texts(all, argument(it, 0)?))
    }),
    known("transpose", (1, 1), Shape::Map, transpose),
    any("values", (1, 1), Shape::List, |it| {
        Ok(Value::List(sorted_entries(map(it, 0)?).into_iter().map(|it| it.node.clone()).collect()))
    }),
    any("zipmap", (2, 2), Shape::Map, zipmap),
];

fn bounded(items: Vec<Node>) -> Outcome {
    if items.len() > Limit::TerraformElements.value() { Err(Stop::TooLarge) } else { Ok(Value::List(items.into())) }
}

fn chunklist(arguments: &[Node]) -> Outcome {
    let items = list(arguments, 0)?;
    let size = usize::try_from(whole(arguments, 1)?).map_err(|_| wrong("a chunk needs a size"))?;
    let size = if size == 0 { items.len().max(1) } else { size };
    let span = argument(arguments, 0)?.span;
    bounded(items.chunks(size).map(|it| Node::list(it.to_vec(), span)).collect())
}

fn compact(arguments: &[Node]) -> Outcome {
    let empty = |it: &Node| it.is_null() || it.as_str() == Some("");
    let stays = |it: &crate::model::Unresolved| it.shape == Shape::Reference || template_is_filled(&it.shape);
    if let Some(unknown) = list(arguments, 0)?.iter().filter_map(Node::as_unresolved).find(|it| !stays(it)) {
        return Err(Stop::Unknown(Box::new(unknown.clone())));
    }
    Ok(Value::List(list(arguments, 0)?.iter().filter(|it| !empty(it)).cloned().collect()))
}

fn concat(arguments: &[Node]) -> Outcome {
    let mut all = Vec::new();
    for at in 0..arguments.len() {
        all.extend(list(arguments, at)?.iter().cloned());
        if all.len() > Limit::TerraformElements.value() {
            return Err(Stop::TooLarge);
        }
    }
    Ok(Value::List(all.into()))
}

/// The elements without those that are equal to an earlier one. Where nobody can tell, neither are the elements known.
pub(crate) fn distinct(items: &[Node]) -> Outcome {
    let mut kept: Vec<Node> = Vec::new();
    let mut seen: std::collections::HashSet<Arc<str>> = std::collections::HashSet::new();
    let many = items.len() > 64;
    for item in items {
        if many && let Some(it) = text(item) {
            if seen.insert(it) {
                kept.push(item.clone());
            }
            continue;
        }
        let mut repeated = false;
        for it in kept.iter().take(64) {
            match equal(it, item) {
                Ok(same) => repeated = repeated || same,
                Err(_) if are_made_apart(it, item) => {}
                Err(unknown) => return Err(Stop::Unknown(Box::new(unknown.clone()))),
            }
        }
        if !repeated {
            kept.push(item.clone());
        }
    }
    bounded(kept)
}

/// What a provider makes of two things is not the same.
fn are_made_apart(a: &Node, b: &Node) -> bool {
    let made = |it: &Node| it.as_unresolved().filter(|it| it.shape == Shape::Reference).map(|it| it.cause.clone());
    match (made(a), made(b)) {
        (Some(a), Some(b)) => matches!((&a, &b), (Cause::AfterApply(_), Cause::AfterApply(_))) && a != b,
        // A name or id that is not there yet is no text that the source states.
        (Some(it), None) => matches!(it, Cause::AfterApply(_)) && b.as_str().is_some(),
        (None, Some(it)) => matches!(it, Cause::AfterApply(_)) && a.as_str().is_some(),
        (None, None) => false,
    }
}

fn flatten(arguments: &[Node]) -> Outcome {
    let mut flat = Vec::new();
    for item in list(arguments, 0)? {
        flatten_into(item, &mut flat)?;
    }
    Ok(Value::List(flat.into()))
}

fn flatten_into(item: &Node, flat: &mut Vec<Node>) -> Result<(), Stop> {
    if flat.len() > Limit::TerraformElements.value() {
        return Err(Stop::TooLarge);
    }
    match &item.value {
        Value::List(items) => {
            for item in items.iter() {
                flatten_into(item, flat)?;
            }
        }
        // An unknown list among the lists has any number of elements.
        Value::Unresolved(unknown) if matches!(unknown.shape, Shape::List | Shape::Any | Shape::Given) => {
            return Err(Stop::Unknown(unknown.clone()));
        }
        _ => flat.push(item.clone()),
    }
    Ok(())
}

fn length(arguments: &[Node]) -> Outcome {
    let node = seen(arguments, 0)?;
    let count = match &node.value {
        Value::List(items) => items.len(),
        Value::Map(_) => entries(node).count(),
        Value::String(it) => it.chars().count(),
        Value::Redacted => return Err(wrong("the length of a secret")),
        _ => return Err(wrong("only texts, lists and maps have a length")),
    };
    Ok(i64::try_from(count).unwrap_or(i64::MAX).into())
}

fn merge(arguments: &[Node]) -> Outcome {
    let mut merged: Vec<Entry> = Vec::new();
    let mut places: std::collections::HashMap<Arc<str>, usize> = std::collections::HashMap::new();
    for (at, argument) in arguments.iter().enumerate() {
        if argument.is_null() {
            continue;
        }
        for entry in map(arguments, at)?.entries() {
            match places.get(&entry.name).and_then(|at| merged.get_mut(*at)) {
                Some(found) => *found = entry.clone(),
                None => {
                    places.insert(entry.name.clone(), merged.len());
                    merged.push(entry.clone());
                }
            }
        }
        if merged.len() > Limit::TerraformElements.value() {
            return Err(Stop::TooLarge);
        }
    }
    Ok(Node::map(merged, argument(arguments, 0)?.span).value)
}

/// A map of keys and values that stand in turn.
fn paired(arguments: &[Node]) -> Outcome {
    let span = arguments.first().map_or_else(|| crate::model::Span::start_of(crate::model::SourceId(0)), |it| it.span);
    let mut made: Vec<Entry> = Vec::with_capacity(arguments.len() / 2);
    for at in (0..arguments.len()).step_by(2) {
        let (name, node) = (string(arguments, at)?, argument(arguments, at + 1)?.clone());
        made.retain(|it| it.name != name);
        made.push(Entry { name, node });
    }
    Ok(Node::map(made, span).value)
}

fn slice(arguments: &[Node]) -> Outcome {
    let at = |it: i64| usize::try_from(it).map_err(|_| wrong("an index below zero"));
    // However long a list that is not known is, a part of it has as many elements as it is asked for.
    if let Some(unknown) = argument(arguments, 0)?.as_unresolved() {
        let (start, end) = (at(whole(arguments, 1)?)?, at(whole(arguments, 2)?)?);
        let span = argument(arguments, 0)?.span;
        if end.saturating_sub(start) > Limit::TerraformElements.value() {
            return Err(Stop::TooLarge);
        }
        return Ok(Value::List((start..end).map(|it| element_of(unknown, it, span)).collect()));
    }
    let items = list(arguments, 0)?;
    let (start, end) = (at(whole(arguments, 1)?)?, at(whole(arguments, 2)?)?);
    let part = items.get(start..end).ok_or_else(|| wrong("the list is not that long"))?;
    Ok(Value::List(part.into()))
}

fn transpose(arguments: &[Node]) -> Outcome {
    let node = map(arguments, 0)?;
    let mut turned: std::collections::BTreeMap<Arc<str>, Vec<Node>> = std::collections::BTreeMap::new();
    for entry in sorted_entries(node) {
        let items = std::slice::from_ref(&entry.node);
        for name in strings(items, 0)? {
            turned.entry(name).or_default().push(Node::new(entry.name.clone(), entry.node.span));
        }
    }
    let made = turned.into_iter().map(|(name, all)| Entry { name, node: Node::list(all, node.span) });
    Ok(Node::map(made.collect(), node.span).value)
}

fn zipmap(arguments: &[Node]) -> Outcome {
    let (names, items) = (list(arguments, 0)?, list(arguments, 1)?);
    if names.len() != items.len() {
        return Err(wrong("the lists differ in length"));
    }
    let mut made = Vec::with_capacity(names.len());
    for (at, node) in items.iter().enumerate() {
        made.push(Entry { name: string(names, at)?, node: node.clone() });
    }
    Ok(Node::map(made, argument(arguments, 1)?.span).value)
}

/// Numbers by size, all else as texts.
pub(crate) fn order(a: &Node, b: &Node) -> std::cmp::Ordering {
    match (&a.value, &b.value) {
        (Value::Number(_), Value::Number(_)) => {
            as_number(a).partial_cmp(&as_number(b)).unwrap_or(std::cmp::Ordering::Equal)
        }
        _ => text(a).cmp(&text(b)),
    }
}
