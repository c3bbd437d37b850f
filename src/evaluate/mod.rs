//! Evidence and policies to an assessment. Pure: the date is an argument.

pub mod accept;
pub mod alike;
pub mod assess;
pub mod compare;
pub mod criteria;
pub mod findings;
pub mod focus;
pub mod gate;
pub mod judgement;
pub mod merge;
mod open;
pub mod population;
pub mod probes;
pub mod reads;
mod tally;
mod trials;
pub mod variants;
pub mod verdict;
pub mod worlds;

pub use assess::{Options, assess, tool};
