//! Functions of maps. As in Go, `set`, `unset` and `merge` change the map that they are given.

use std::collections::BTreeSet;

use crate::collect::helm::language::bounds::Bounds;
use crate::collect::helm::language::call::{Function, Renderer, argument, items, map, text};
use crate::collect::helm::language::fault::Fault;
use crate::collect::helm::language::value::{Kind, Map, Value};

use super::compare::is_empty;

pub(super) const FUNCTIONS: &[(&str, Function)] = &[
    ("deepCopy", deep_copy),
    ("dict", dict),
    ("dig", |_, it| dig(it)),
    ("get", |_, it| Ok(map(it, 0).get(text(it, 1).as_str()).unwrap_or_else(|| "".into()))),
    ("hasKey", |_, it| Ok(map(it, 0).has(text(it, 1).as_str()).into())),
    ("keys", |_, it| {
        let names = (0..it.len()).flat_map(|at| map(it, at).entries());
        Ok(Value::list(names.map(|it| Value::from(&*it.0)).collect()))
    }),
    ("merge", |renderer, it| merged(renderer, it, false)),
    ("mergeOverwrite", |renderer, it| merged(renderer, it, true)),
    ("mustDeepCopy", deep_copy),
    ("mustMerge", |renderer, it| merged(renderer, it, false)),
    ("mustMergeOverwrite", |renderer, it| merged(renderer, it, true)),
    ("omit", |_, it| Ok(chosen(it, false))),
    ("pick", |_, it| Ok(chosen(it, true))),
    ("pluck", |_, it| {
        let name = text(it, 0);
        let found = (1..it.len()).filter_map(|at| map(it, at).get(name.as_str()));
        Ok(Value::list(found.collect()))
    }),
    ("set", set),
    ("unset", |_, it| {
        map(it, 0).remove(text(it, 1).as_str());
        Ok(argument(it, 0))
    }),
    ("values", |_, it| Ok(Value::list(map(it, 0).entries().into_iter().map(|it| it.1).collect()))),
];

type Answer = Result<Value, Fault>;

/// What a map made by a template costs: enough of them within one another would fill the stack when they go.
const COST: usize = 25;

fn dict(renderer: &mut dyn Renderer, arguments: &[Value]) -> Answer {
    renderer.spend(COST)?;
    let value = |pair: &[Value]| pair.get(1).cloned().unwrap_or_else(|| "".into());
    Ok(Value::map(arguments.chunks(2).map(|pair| (text(pair, 0).text, value(pair)))))
}

fn set(renderer: &mut dyn Renderer, arguments: &[Value]) -> Answer {
    renderer.spend(COST)?;
    map(arguments, 0).set(text(arguments, 1).text, argument(arguments, 2));
    Ok(argument(arguments, 0))
}

fn chosen(arguments: &[Value], are_kept: bool) -> Value {
    let named = arguments.iter().skip(1).flat_map(|it| match &it.kind {
        Kind::List(_) => items(it),
        _ => vec![it.clone()],
    });
    let names: BTreeSet<String> = named.map(|it| it.print().as_str().to_owned()).collect();
    let entries = map(arguments, 0).entries().into_iter();
    let place = arguments.first().and_then(|it| it.place.clone());
    Value::map(entries.filter(|it| names.contains(&*it.0) == are_kept)).at(place)
}

/// `dig "a" "b" default map`: what lies at the names, or the default.
fn dig(arguments: &[Value]) -> Answer {
    let Some((last, rest)) = arguments.split_last() else { return Ok(Value::nil()) };
    let Some((default, names)) = rest.split_last() else { return Ok(Value::nil()) };
    let mut value = last.clone();
    for name in names {
        let found = match &value.kind {
            Kind::Map(map) => map.get(name.print().as_str()),
            Kind::Object(it) => it.field(name.print().as_str()),
            _ => None,
        };
        match found {
            Some(found) => value = found,
            None => return Ok(default.clone()),
        }
    }
    Ok(value)
}

fn merged(renderer: &mut dyn Renderer, arguments: &[Value], overwrites: bool) -> Answer {
    renderer.spend(COST)?;
    let into = map(arguments, 0);
    for at in 1..arguments.len() {
        let mut bounds = Bounds::new();
        merge(&into, &map(arguments, at), overwrites, &mut bounds);
        if bounds.are_met() {
            return Err(Fault::new("the maps hold one another without end"));
        }
    }
    Ok(argument(arguments, 0))
}

/// What is empty gives way to what another map has; under `overwrites` all does. Maps are merged in their turn.
fn merge(into: &Map, from: &Map, overwrites: bool, bounds: &mut Bounds) {
    if into.is_same(from) || !bounds.enter() {
        return;
    }
    for (name, value) in from.entries() {
        match into.get(&name) {
            Some(own) => match (&own.kind, &value.kind) {
                (Kind::Map(own), Kind::Map(value)) => merge(own, value, overwrites, bounds),
                _ if overwrites || is_empty(&own) => into.set(name, value),
                _ => {}
            },
            None => into.set(name, value),
        }
    }
    bounds.leave();
}

fn deep_copy(renderer: &mut dyn Renderer, arguments: &[Value]) -> Answer {
    renderer.spend(COST)?;
    argument(arguments, 0).copied().ok_or_else(|| Fault::new("the value is too large to copy"))
}
