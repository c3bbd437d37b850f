//! Functions of numbers.

use std::num::IntErrorKind;

use crate::model::{Node, Shape, Value};

use super::super::evaluate::value::number;
use super::function::{Function, MANY, Outcome, Stop, any, float, known, list, string, whole, wrong};

pub(crate) const FUNCTIONS: &[Function] = &[
    known("abs", (1, 1), Shape::Number, |it| made(float(it, 0)?.abs())),
    known("ceil", (1, 1), Shape::Number, |it| made(float(it, 0)?.ceil())),
    known("floor", (1, 1), Shape::Number, |it| made(float(it, 0)?.floor())),
    known("log", (2, 2), Shape::Number, log),
    known("max", (1, MANY), Shape::Number, |it| extreme(it, f64::max)),
    known("min", (1, MANY), Shape::Number, |it| extreme(it, f64::min)),
    known("parseint", (2, 2), Shape::Number, parseint),
    known("pow", (2, 2), Shape::Number, |it| made(float(it, 0)?.powf(float(it, 1)?))),
    known("signum", (1, 1), Shape::Number, signum),
    known("sum", (1, 1), Shape::Number, sum),
    any("range", (1, 3), Shape::List, range),
];

/// The most elements of a range: the language's own bound.
const LONGEST_RANGE: usize = 1_024;

fn made(it: f64) -> Outcome {
    number(it).ok_or_else(|| wrong("the result is not a number"))
}

fn log(arguments: &[Node]) -> Outcome {
    let (it, base) = (float(arguments, 0)?, float(arguments, 1)?);
    let result = it.ln() / base.ln();
    // Whole powers come out whole.
    let near = result.round();
    made(if (result - near).abs() < 1e-12 { near } else { result })
}

fn extreme(arguments: &[Node], pick: fn(f64, f64) -> f64) -> Outcome {
    let mut best = float(arguments, 0)?;
    for at in 1..arguments.len() {
        best = pick(best, float(arguments, at)?);
    }
    made(best)
}

fn parseint(arguments: &[Node]) -> Outcome {
    let (text, base) = (string(arguments, 0)?, whole(arguments, 1)?);
    let base = u32::try_from(base).ok().filter(|it| (2..=36).contains(it));
    let base = base.ok_or_else(|| wrong("the base must be between 2 and 36"))?;
    i64::from_str_radix(&text, base).map(Value::from).map_err(|it| match it.kind() {
        IntErrorKind::PosOverflow | IntErrorKind::NegOverflow => Stop::TooLarge,
        _ => wrong("this is not a number in that base"),
    })
}

fn signum(arguments: &[Node]) -> Outcome {
    let it = float(arguments, 0)?;
    made(if it == 0.0 { 0.0 } else { it.signum() })
}

fn sum(arguments: &[Node]) -> Outcome {
    let items = list(arguments, 0)?;
    if items.is_empty() {
        return Err(wrong("the sum of nothing"));
    }
    let mut total = 0.0;
    for at in 0..items.len() {
        total += float(items, at)?;
    }
    made(total)
}

fn range(arguments: &[Node]) -> Outcome {
    let (start, limit) = match arguments.len() {
        1 => (0.0, float(arguments, 0)?),
        _ => (float(arguments, 0)?, float(arguments, 1)?),
    };
    let step = match arguments.len() {
        3 => float(arguments, 2)?,
        _ if limit < start => -1.0,
        _ => 1.0,
    };
    if step == 0.0 {
        return Err(wrong("a step of zero"));
    }
    let span = super::function::argument(arguments, 0)?.span;
    let mut items = Vec::new();
    let mut at = start;
    while (step > 0.0 && at < limit) || (step < 0.0 && at > limit) {
        if items.len() >= LONGEST_RANGE {
            return Err(Stop::Fault("more than 1024 elements".into()));
        }
        items.push(Node::new(number(at).ok_or_else(|| wrong("not a number"))?, span));
        at += step;
    }
    Ok(Value::List(items.into()))
}
