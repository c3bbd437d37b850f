//! HCL, the language of Terraform and OpenTofu: text to a tree with places. Nothing is evaluated here.

mod cut;
mod lower;
mod parse;
pub mod tree;

pub use parse::{File, expression, parse, template};
