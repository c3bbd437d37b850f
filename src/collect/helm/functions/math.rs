//! Arithmetic. Whole numbers wrap as Go's do.

use crate::collect::helm::language::call::{Function, float, fraction, int, text, whole};
use crate::collect::helm::language::fault::Fault;
use crate::collect::helm::language::value::{Kind, Value};

pub(super) const FUNCTIONS: &[(&str, Function)] = &[
    ("add", |_, it| Ok(it.iter().map(whole).fold(0, i64::wrapping_add).into())),
    ("add1", |_, it| Ok(int(it, 0).wrapping_add(1).into())),
    ("add1f", |_, it| Ok((float(it, 0) + 1.0).into())),
    ("addf", |_, it| Ok(it.iter().map(fraction).sum::<f64>().into())),
    ("atoi", |_, it| Ok(text(it, 0).as_str().parse::<i64>().unwrap_or(0).into())),
    ("biggest", |_, it| Ok(it.iter().map(whole).max().unwrap_or(0).into())),
    ("ceil", |_, it| Ok(float(it, 0).ceil().into())),
    ("div", |_, it| {
        let quotient = int(it, 0).checked_div(int(it, 1));
        quotient.map(Value::from).ok_or_else(|| Fault::new("a division by zero"))
    }),
    ("divf", |_, it| Ok(folded(it, |a, b| a / b))),
    ("float64", |_, it| Ok(float(it, 0).into())),
    ("floor", |_, it| Ok(float(it, 0).floor().into())),
    ("int", |_, it| Ok(int(it, 0).into())),
    ("int64", |_, it| Ok(int(it, 0).into())),
    ("max", |_, it| Ok(it.iter().map(whole).max().unwrap_or(0).into())),
    ("maxf", |_, it| Ok(folded(it, f64::max))),
    ("min", |_, it| Ok(it.iter().map(whole).min().unwrap_or(0).into())),
    ("minf", |_, it| Ok(folded(it, f64::min))),
    ("mod", |_, it| {
        let rest = int(it, 0).checked_rem(int(it, 1));
        rest.map(Value::from).ok_or_else(|| Fault::new("a division by zero"))
    }),
    ("mul", |_, it| Ok(it.iter().map(whole).fold(1, i64::wrapping_mul).into())),
    ("mulf", |_, it| Ok(folded(it, |a, b| a * b))),
    ("round", |_, it| {
        let places = 10_f64.powi(i32::try_from(int(it, 1)).unwrap_or(0));
        let scaled = float(it, 0) * places;
        let up = if it.len() > 2 { float(it, 2) } else { 0.5 };
        let rounded = if scaled.fract().abs() >= up { scaled.trunc() + scaled.signum() } else { scaled.trunc() };
        Ok((rounded / places).into())
    }),
    ("sub", |_, it| Ok(int(it, 0).wrapping_sub(int(it, 1)).into())),
    ("subf", |_, it| Ok(folded(it, |a, b| a - b))),
    ("toDecimal", |_, it| Ok(i64::from_str_radix(text(it, 0).as_str(), 8).unwrap_or(0).into())),
    ("toOctal", |_, it| Ok(format!("{:o}", int(it, 0)).into())),
];

fn folded(arguments: &[Value], fold: fn(f64, f64) -> f64) -> Value {
    let result = arguments.iter().map(fraction).reduce(fold).unwrap_or(0.0);
    Value::new(Kind::Float(result))
}
