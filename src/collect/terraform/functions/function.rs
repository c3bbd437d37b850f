//! What a function's row holds, and how rows read their arguments.

use std::sync::Arc;

use crate::model::{Node, Shape, Unresolved, Value};

use super::super::evaluate::value::{as_number, index, open, text, type_name};

/// A function of the language.
#[derive(Clone)]
pub(crate) struct Function {
    pub(crate) name: &'static str,
    /// The fewest and the most arguments.
    pub(crate) arity: (usize, usize),
    pub(crate) takes: Takes,
    /// The form of its result, for arguments that are not known.
    pub(crate) gives: Shape,
    pub(crate) apply: fn(&[Node]) -> Outcome,
}

/// What a function makes of arguments that are not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Takes {
    /// Any part that is not known keeps the result from being known.
    Known,
    /// Looks at the arguments itself: an unknown element does not spoil its neighbours.
    Anything,
}

pub(crate) type Outcome = Result<Value, Stop>;

/// Why a function gives no value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Stop {
    /// The arguments are wrong: what `try` catches.
    Fault(String),
    Unknown(Box<Unresolved>),
    /// The result would be larger than is held.
    TooLarge,
}

/// No bound on the number of arguments.
pub(crate) const MANY: usize = usize::MAX;

pub(crate) const fn known(
    name: &'static str,
    arity: (usize, usize),
    gives: Shape,
    apply: fn(&[Node]) -> Outcome,
) -> Function {
    Function { name, arity, takes: Takes::Known, gives, apply }
}

pub(crate) const fn any(
    name: &'static str,
    arity: (usize, usize),
    gives: Shape,
    apply: fn(&[Node]) -> Outcome,
) -> Function {
    Function { name, arity, takes: Takes::Anything, gives, apply }
}

pub(crate) fn wrong(message: impl Into<String>) -> Stop {
    Stop::Fault(message.into())
}

pub(crate) fn argument(arguments: &[Node], at: usize) -> Result<&Node, Stop> {
    arguments.get(at).ok_or_else(|| wrong("an argument is missing"))
}

/// The argument, known as a whole though perhaps not in its parts.
pub(crate) fn seen(arguments: &[Node], at: usize) -> Result<&Node, Stop> {
    let node = argument(arguments, at)?;
    match open(node) {
        Some(unknown) => Err(Stop::Unknown(Box::new(unknown))),
        None => Ok(node),
    }
}

pub(crate) fn string(arguments: &[Node], at: usize) -> Result<Arc<str>, Stop> {
    let node = seen(arguments, at)?;
    text(node).ok_or_else(|| wrong(format!("a text is needed, not a {}", type_name(node))))
}

pub(crate) fn float(arguments: &[Node], at: usize) -> Result<f64, Stop> {
    let node = seen(arguments, at)?;
    as_number(node).ok_or_else(|| wrong(format!("a number is needed, not a {}", type_name(node))))
}

pub(crate) fn whole(arguments: &[Node], at: usize) -> Result<i64, Stop> {
    index(seen(arguments, at)?).ok_or_else(|| wrong("a whole number is needed"))
}

pub(crate) fn list(arguments: &[Node], at: usize) -> Result<&[Node], Stop> {
    let node = seen(arguments, at)?;
    match &node.value {
        Value::List(items) => Ok(items),
        _ => Err(wrong(format!("a list is needed, not a {}", type_name(node)))),
    }
}

pub(crate) fn map(arguments: &[Node], at: usize) -> Result<&Node, Stop> {
    let node = seen(arguments, at)?;
    match &node.value {
        Value::Map(_) => Ok(node),
        _ => Err(wrong(format!("a map is needed, not a {}", type_name(node)))),
    }
}

/// The texts of a list that is known as a whole.
pub(crate) fn strings(arguments: &[Node], at: usize) -> Result<Vec<Arc<str>>, Stop> {
    let items = list(arguments, at)?;
    (0..items.len()).map(|it| string(items, it)).collect()
}

pub(crate) fn texts(items: impl IntoIterator<Item = impl Into<Value>>, like: &Node) -> Value {
    Value::List(items.into_iter().map(|it| Node::new(it, like.span)).collect())
}
