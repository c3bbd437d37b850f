//! Plans, as `terraform show -json` prints them: planned values to the same resources as the source gives, and both of
//! one root module to one answer.

mod body;
mod document;
mod merge;
mod planned;
mod references;
pub(crate) mod secrets;

pub(crate) use document::{Plan, is_plan};
