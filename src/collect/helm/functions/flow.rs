//! Functions that choose between values, ask what a value is, and run other templates.

use crate::collect::helm::language::call::{Function, Renderer, argument, text};
use crate::collect::helm::language::fault::Fault;
use crate::collect::helm::language::text::Open;
use crate::collect::helm::language::value::{Kind, Value};
use crate::model::{Cause, Problem, Shape};

use super::compare::is_empty;

pub(super) const FUNCTIONS: &[(&str, Function)] = &[
    ("all", |_, it| Ok(it.iter().all(|it| !is_empty(it)).into())),
    ("any", |_, it| Ok(it.iter().any(|it| !is_empty(it)).into())),
    ("call", |_, it| {
        Err(Fault::new(format!("it calls a value of type {}, which is no function", type_of(&argument(it, 0)))))
    }),
    ("coalesce", |_, it| Ok(it.iter().find(|it| !is_empty(it)).cloned().unwrap_or_else(Value::nil))),
    ("default", |_, it| default(it)),
    ("empty", |_, it| Ok(is_empty(&argument(it, 0)).into())),
    ("fail", |_, it| Err(Fault::new(format!("the chart refuses: {}", first_line(text(it, 0).as_str()))))),
    ("getHostByName", |_, _| Ok("".into())),
    ("hello", |_, _| Ok("Hello!".into())),
    ("include", |renderer, it| Ok(renderer.include(text(it, 0).as_str(), argument(it, 1))?.into())),
    ("kindIs", |_, it| Ok((text(it, 0).as_str() == kind(&argument(it, 1))).into())),
    ("kindOf", |_, it| Ok(kind(&argument(it, 0)).into())),
    ("lookup", |_, _| Ok(Value::map::<&str>([]))),
    ("required", required),
    ("ternary", |_, it| Ok(argument(it, usize::from(!argument(it, 2).is_true())))),
    ("tpl", |renderer, it| Ok(renderer.tpl(&text(it, 0), argument(it, 1))?.into())),
    ("typeIs", |_, it| Ok((text(it, 0).as_str() == type_of(&argument(it, 1))).into())),
    ("typeIsLike", |_, it| Ok((text(it, 0).as_str().trim_start_matches('*') == type_of(&argument(it, 1))).into())),
    ("typeOf", |_, it| Ok(type_of(&argument(it, 0)).into())),
];

type Answer = Result<Value, Fault>;

/// The given value, or the default where it is empty. A default stands for the empty value that a person would change.
fn default(arguments: &[Value]) -> Answer {
    let given = arguments.get(1).filter(|it| !is_empty(it));
    let default = argument(arguments, 0);
    let place = arguments.get(1).and_then(|it| it.place.clone());
    Ok(match given {
        Some(given) => given.clone(),
        None if default.place.is_none() && default.unknown().is_none() => default.at(place),
        None => default,
    })
}

/// A value that the chart cannot do without. What is missing is taken for given, and said.
fn required(renderer: &mut dyn Renderer, arguments: &[Value]) -> Answer {
    let value = argument(arguments, 1);
    let is_missing = value.is_nil() || matches!(&value.kind, Kind::Text(text) if text.as_str().is_empty());
    if !is_missing {
        return Ok(value);
    }
    let message = first_line(text(arguments, 0).as_str()).to_owned();
    let place = renderer.place();
    let name = renderer.wanted().unwrap_or_else(|| message.clone());
    let said = format!("the chart needs a value that it does not have: {message}");
    renderer.remark(Problem::at(place, said).with_help(format!("give `{name}` by `--values FILE`")));
    let cause = Cause::Variable(name);
    Ok(Value::open(Open { cause, place: Some(place), shape: Shape::Reference }).at(value.place))
}

fn first_line(text: &str) -> &str {
    text.trim().lines().next().unwrap_or_default()
}

fn kind(value: &Value) -> &'static str {
    match &value.kind {
        Kind::Nil => "invalid",
        Kind::Bool(_) => "bool",
        Kind::Int(_) => "int",
        Kind::Float(_) => "float64",
        Kind::Text(_) | Kind::Open(_) => "string",
        Kind::List(_) => "slice",
        Kind::Map(_) => "map",
        Kind::Object(_) => "struct",
    }
}

fn type_of(value: &Value) -> &'static str {
    match &value.kind {
        Kind::Nil => "<nil>",
        Kind::List(_) => "[]interface {}",
        Kind::Map(_) => "map[string]interface {}",
        _ => kind(value),
    }
}
