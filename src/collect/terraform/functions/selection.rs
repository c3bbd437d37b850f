//! Functions that pick from lists and maps, or ask what is in them.

use crate::model::{Node, Shape, Value};

use super::super::evaluate::choices::one_of as among;
use super::super::evaluate::compare::equal;
use super::super::evaluate::value::{ADDRESS, SYMBOLIC, as_bool, text};
use super::function::{Function, MANY, Outcome, Stop, any, argument, list, map, seen, string, whole, wrong};

pub(crate) const FUNCTIONS: &[Function] = &[
    any("alltrue", (1, 1), Shape::Bool, |it| quantified(it, false)),
    any("anytrue", (1, 1), Shape::Bool, |it| quantified(it, true)),
    any("coalesce", (1, MANY), Shape::Any, coalesce),
    any("coalescelist", (1, MANY), Shape::List, coalescelist),
    any("contains", (2, 2), Shape::Bool, contains),
    any("element", (2, 2), Shape::Any, element),
    any("index", (2, 2), Shape::Number, index),
    any("lookup", (2, 3), Shape::Any, lookup),
    any("matchkeys", (3, 3), Shape::List, matchkeys),
    any("one", (1, 1), Shape::Any, one),
];

fn unknown<T>(unknown: &crate::model::Unresolved) -> Result<T, Stop> {
    Err(Stop::Unknown(Box::new(unknown.clone())))
}

/// Whether all or any are true: one that decides does so, whatever the others are.
fn quantified(arguments: &[Node], decisive: bool) -> Outcome {
    let mut open = None;
    for item in list(arguments, 0)? {
        match (as_bool(item), item.as_unresolved()) {
            (Some(it), _) if it == decisive => return Ok(decisive.into()),
            (_, Some(it)) => open = open.or(Some(it)),
            (Some(_), None) => {}
            (None, None) if decisive => {}
            (None, None) => return Ok(false.into()),
        }
    }
    open.map_or(Ok((!decisive).into()), unknown)
}

fn coalesce(arguments: &[Node]) -> Outcome {
    for node in arguments {
        match &node.value {
            Value::Null => {}
            Value::String(it) if it.is_empty() => {}
            // A text that a provider makes is there; of anything else that is not known, nobody can say.
            Value::Unresolved(it) if it.shape != Shape::Reference => return unknown(it),
            // Where a text is among the arguments, a number is one as well.
            Value::Number(_) | Value::Bool(_) if arguments.iter().any(|it| it.as_str().is_some()) => {
                return Ok(text(node).map_or(Value::Null, Value::String));
            }
            value => return Ok(value.clone()),
        }
    }
    Err(wrong("no argument has a value"))
}

fn coalescelist(arguments: &[Node]) -> Outcome {
    for at in 0..arguments.len() {
        if argument(arguments, at)?.is_null() {
            continue;
        }
        let items = list(arguments, at)?;
        if !items.is_empty() {
            return Ok(argument(arguments, at)?.value.clone());
        }
    }
    Err(wrong("no list has elements"))
}

fn contains(arguments: &[Node]) -> Outcome {
    let wanted = argument(arguments, 1)?;
    let mut open = None;
    for item in list(arguments, 0)? {
        match equal(item, wanted) {
            Ok(true) => return Ok(true.into()),
            Ok(false) => {}
            Err(it) => open = open.or(Some(it)),
        }
    }
    open.map_or(Ok(false.into()), unknown)
}

fn element(arguments: &[Node]) -> Outcome {
    let items = list(arguments, 0)?;
    if let Some(unknown) = argument(arguments, 1)?.as_unresolved() {
        return Ok(among(unknown, items.iter().cloned(), argument(arguments, 0)?.span).value);
    }
    let at = whole(arguments, 1)?;
    let length = i64::try_from(items.len()).unwrap_or(i64::MAX);
    if length == 0 {
        return Err(wrong("an element of an empty list"));
    }
    let at = usize::try_from(at.rem_euclid(length)).unwrap_or_default();
    items.get(at).map(|it| it.value.clone()).ok_or_else(|| wrong("the list has no such element"))
}

fn index(arguments: &[Node]) -> Outcome {
    let wanted = argument(arguments, 1)?;
    for (at, item) in list(arguments, 0)?.iter().enumerate() {
        match equal(item, wanted) {
            Ok(true) => return Ok(i64::try_from(at).unwrap_or(i64::MAX).into()),
            Ok(false) => {}
            Err(it) => return unknown(it),
        }
    }
    Err(wrong("the list has no such element"))
}

fn lookup(arguments: &[Node]) -> Outcome {
    let node = map(arguments, 0)?;
    let hidden = node.get(ADDRESS).is_some() || node.get(SYMBOLIC).is_some();
    if let Some(unknown) = argument(arguments, 1)?.as_unresolved().filter(|_| !hidden) {
        let values = node.entries().iter().map(|it| it.node.clone()).chain(arguments.get(2).cloned());
        return Ok(among(unknown, values, node.span).value);
    }
    let name = string(arguments, 1)?;
    match (node.get(&name), arguments.get(2)) {
        (Some(it), _) => Ok(it.value.clone()),
        (None, _) if hidden => Err(wrong("a whole resource")),
        (None, Some(default)) => Ok(default.value.clone()),
        (None, None) => Err(wrong(format!("the map has no {name}"))),
    }
}

fn matchkeys(arguments: &[Node]) -> Outcome {
    let (values, keys, wanted) = (list(arguments, 0)?, list(arguments, 1)?, list(arguments, 2)?);
    if values.len() != keys.len() {
        return Err(wrong("the lists differ in length"));
    }
    let mut kept = Vec::new();
    for (value, key) in values.iter().zip(keys) {
        let mut found = false;
        for it in wanted {
            match equal(it, key) {
                Ok(same) => found = found || same,
                Err(it) => return unknown(it),
            }
        }
        if found {
            kept.push(value.clone());
        }
    }
    Ok(Value::List(kept.into()))
}

fn one(arguments: &[Node]) -> Outcome {
    let node = seen(arguments, 0)?;
    match &node.value {
        Value::List(items) => match &**items {
            [] => Ok(Value::Null),
            [it] => Ok(it.value.clone()),
            _ => Err(wrong("more than one element")),
        },
        Value::Null => Ok(Value::Null),
        value => Ok(value.clone()),
    }
}
