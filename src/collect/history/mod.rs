//! The history of a repository: commits of its main branch as changes, read in process and without a network.

mod approvals;
mod collector;
mod landing;
pub mod log;
#[cfg_attr(not(feature = "git"), path = "read_nothing.rs")]
mod read;
mod reference;
mod text;
mod window;

#[cfg(test)]
mod tests;

pub use collector::COLLECTOR;
pub use log::{Change, History};
pub use read::read;
pub use text::source;
pub use window::{HistoryOptions, Window};
