//! Dockerfiles: instructions with their flags, forms and heredocs, each with its place.

pub mod instruction;
pub mod logical;
pub mod parse;

pub use instruction::{Directive, Dockerfile, Flag, Heredoc, Instruction};
pub use logical::{Logical, Word};
pub use parse::parse;
