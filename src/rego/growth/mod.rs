//! How the work of a policy grows with its population: twice the subjects may take twice the work, and no more.

pub mod measure;
pub mod population;

pub use measure::{Growth, measure};
