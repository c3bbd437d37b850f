//! Functions of sets. A set is a list without repetition, in order.

use crate::model::{Node, Shape, Value};

use super::super::evaluate::compare::equal;
use super::super::evaluate::value::unified;
use super::collection::{distinct, order};
use super::function::{Function, MANY, Outcome, Stop, any, argument, known, list, seen};

pub(crate) const FUNCTIONS: &[Function] = &[
    known("setintersection", (1, MANY), Shape::List, |it| {
        combined(it, |sets, item| sets.iter().all(|set| has(set, item)))
    }),
    known("setproduct", (2, MANY), Shape::List, product),
    known("setsubtract", (2, 2), Shape::List, |it| {
        let other = list(it, 1)?;
        ordered(list(it, 0)?.iter().filter(|item| !has(other, item)).cloned().collect())
    }),
    any("setunion", (1, MANY), Shape::List, |it| combined(it, |_, _| true)),
    any("toset", (1, 1), Shape::List, |it| {
        let node = seen(it, 0)?;
        match &node.value {
            Value::Null => Ok(Value::Null),
            _ => ordered(list(it, 0)?.to_vec()),
        }
    }),
];

/// The most elements of a product.
const LARGEST_PRODUCT: usize = 10_000;

fn has(set: &[Node], item: &Node) -> bool {
    set.iter().any(|it| equal(it, item) == Ok(true))
}

fn ordered(items: Vec<Node>) -> Outcome {
    distinct(&unified(items)).map(sorted)
}

/// The elements of a list in the order in which the language goes through a set.
pub(crate) fn sorted(value: Value) -> Value {
    let Value::List(items) = value else { return value };
    let mut items = items.to_vec();
    items.sort_by(order);
    Value::List(items.into())
}

fn combined(arguments: &[Node], keeps: fn(&[&[Node]], &Node) -> bool) -> Outcome {
    let sets: Result<Vec<&[Node]>, Stop> = (0..arguments.len()).map(|it| list(arguments, it)).collect();
    let sets = sets?;
    let kept = sets.iter().copied().flatten().filter(|it| keeps(&sets, it)).cloned();
    ordered(kept.collect())
}

fn product(arguments: &[Node]) -> Outcome {
    let span = argument(arguments, 0)?.span;
    let mut rows: Vec<Vec<Node>> = vec![Vec::new()];
    for at in 0..arguments.len() {
        let items = list(arguments, at)?;
        if rows.len().saturating_mul(items.len()) > LARGEST_PRODUCT {
            return Err(Stop::TooLarge);
        }
        rows = rows
            .iter()
            .flat_map(|row| items.iter().map(|it| row.iter().cloned().chain([it.clone()]).collect()))
            .collect();
    }
    Ok(Value::List(rows.into_iter().map(|it| Node::list(it, span)).collect()))
}
