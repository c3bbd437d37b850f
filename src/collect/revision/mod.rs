//! A state of a repository as git keeps it: a commit or the index, read without touching the work tree.

#[cfg_attr(not(feature = "git"), path = "read_nothing.rs")]
mod read;
mod snapshot;

pub use read::{has_no_commit, read};
pub use snapshot::{Snapshot, State};
