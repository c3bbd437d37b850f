//! Functions that compare values, count them and look into them: Go's own.

use std::cmp::Ordering;

use crate::collect::helm::language::bounds::Bounds;
use crate::collect::helm::language::call::{Function, argument, fraction, int};
use crate::collect::helm::language::fault::Fault;
use crate::collect::helm::language::value::{Kind, Value};

pub(super) const FUNCTIONS: &[(&str, Function)] = &[
    ("deepEqual", |_, it| Ok(same(&argument(it, 0), &argument(it, 1)).into())),
    ("eq", |_, it| {
        let first = argument(it, 0);
        Ok(it.iter().skip(1).any(|other| equal(&first, other)).into())
    }),
    ("ge", |_, it| Ok(order(it).is_some_and(Ordering::is_ge).into())),
    ("gt", |_, it| Ok(order(it).is_some_and(Ordering::is_gt).into())),
    ("index", |_, it| index(it)),
    ("le", |_, it| Ok(order(it).is_some_and(Ordering::is_le).into())),
    ("len", |_, it| length(&argument(it, 0))),
    ("lt", |_, it| Ok(order(it).is_some_and(Ordering::is_lt).into())),
    ("ne", |_, it| Ok((!equal(&argument(it, 0), &argument(it, 1))).into())),
    ("not", |_, it| Ok((!argument(it, 0).is_true()).into())),
];

type Answer = Result<Value, Fault>;

/// Whether `empty` and `default` take a value for nothing.
pub(super) fn is_empty(value: &Value) -> bool {
    !value.is_true()
}

/// Whether two values are the same all the way down.
pub(super) fn same(one: &Value, other: &Value) -> bool {
    deep(one, other, &mut Bounds::new())
}

fn deep(one: &Value, other: &Value, bounds: &mut Bounds) -> bool {
    if !bounds.enter() {
        return false;
    }
    let is_same = match (&one.kind, &other.kind) {
        (Kind::List(one), Kind::List(other)) => {
            one.len() == other.len() && one.iter().zip(other.iter()).all(|(one, other)| deep(one, other, bounds))
        }
        (Kind::Map(one), Kind::Map(other)) => {
            one.is_same(other)
                || one.len() == other.len()
                    && one
                        .entries()
                        .iter()
                        .zip(other.entries().iter())
                        .all(|(one, other)| one.0 == other.0 && deep(&one.1, &other.1, bounds))
        }
        _ => equal(one, other),
    };
    bounds.leave();
    is_same
}

/// What is not known equals nothing.
fn equal(one: &Value, other: &Value) -> bool {
    match (&one.kind, &other.kind) {
        (Kind::Nil, Kind::Nil) => true,
        (Kind::Bool(one), Kind::Bool(other)) => one == other,
        (Kind::Text(one), Kind::Text(other)) => one.open().is_none() && one.text == other.text,
        (Kind::Int(_) | Kind::Float(_), Kind::Int(_) | Kind::Float(_)) => {
            fraction(one).total_cmp(&fraction(other)).is_eq()
        }
        _ => false,
    }
}

fn order(arguments: &[Value]) -> Option<Ordering> {
    let (one, other) = (arguments.first()?, arguments.get(1)?);
    match (&one.kind, &other.kind) {
        (Kind::Text(one), Kind::Text(other)) => Some(one.text.cmp(&other.text)),
        (Kind::Int(one), Kind::Int(other)) => Some(one.cmp(other)),
        (Kind::Int(_) | Kind::Float(_), Kind::Int(_) | Kind::Float(_)) => fraction(one).partial_cmp(&fraction(other)),
        _ => None,
    }
}

fn length(value: &Value) -> Answer {
    let length = match &value.kind {
        Kind::Text(text) => text.as_str().len(),
        Kind::List(items) => items.len(),
        Kind::Map(map) => map.len(),
        Kind::Object(it) => it.entries().len(),
        Kind::Nil => 0,
        Kind::Bool(_) | Kind::Int(_) | Kind::Float(_) | Kind::Open(_) => {
            return Err(Fault::new(format!("`{}` has no length", value.print().as_str())));
        }
    };
    Ok(i64::try_from(length).unwrap_or(i64::MAX).into())
}

fn index(arguments: &[Value]) -> Answer {
    let mut value = argument(arguments, 0);
    for (at, key) in arguments.iter().enumerate().skip(1) {
        value = match &value.kind {
            Kind::Map(map) => map.get(key.print().as_str()).unwrap_or_else(Value::nil),
            Kind::List(items) => {
                let number = int(arguments, at);
                let item = usize::try_from(number).ok().and_then(|it| items.get(it));
                item.cloned().ok_or_else(|| Fault::new(format!("a list of {} has no item {number}", items.len())))?
            }
            Kind::Text(text) => {
                let byte = usize::try_from(int(arguments, at)).ok().and_then(|it| text.as_str().as_bytes().get(it));
                byte.map(|it| i64::from(*it).into()).ok_or_else(|| Fault::new("the text is shorter than that"))?
            }
            Kind::Object(it) => it.field(key.print().as_str()).unwrap_or_else(Value::nil),
            Kind::Open(_) => return Ok(value),
            Kind::Nil | Kind::Bool(_) | Kind::Int(_) | Kind::Float(_) => {
                return Err(Fault::new(format!("`{}` has no items", value.print().as_str())));
            }
        };
    }
    Ok(value)
}
