//! Values of a template, three-valued: what is known, what is not there, and what the files do not tell.

mod cidr;
mod conditions;
mod functions;
mod merge;
mod parameters;
mod pseudo;
mod text;
mod value;

pub(super) use value::{Evaluator, Truth};
