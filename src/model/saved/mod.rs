//! Evidence as a file: what `collect` writes, and how `evaluate` reads it back.

mod form;
mod pointer;
mod read;
mod write;

#[cfg(test)]
mod tests;

pub use form::{Place, SavedDocument, SavedEvidence, SavedShape, SavedThrough, SavedUnresolved};
pub use read::{SavedError, read};
pub use write::save;
