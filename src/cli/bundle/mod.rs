//! The evidence bundle: all that a verdict rests on, in one archive that another machine can judge again.

mod allowed_signers;
mod archive;
mod contents;
mod differences;
mod rejudge;
mod signature;
mod statement;
mod verify;
mod write;

pub use verify::verify;
pub use write::{Taken, write};
