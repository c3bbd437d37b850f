//! A comment beside a resource that asks a checker to be silent.

use serde::{Deserialize, Serialize};

use super::source::Location;

/// The name under which our own comments go.
pub const OWN: &str = "gapcheck";

/// A comment that asks this program or another to be silent about what stands beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suppression {
    /// `gapcheck`, or the tool it is written for.
    pub tool: String,
    /// Policies, or ids of the other tool's checks; empty for all of them.
    pub rules: Vec<String>,
    /// Last day of validity, as written.
    pub until: Option<String>,
    pub owner: Option<String>,
    pub reason: Option<String>,
    /// The comment.
    pub location: Location,
    /// What it speaks of besides the blocks it stands in: its own line, the line below, or the whole document.
    pub covers: Location,
}
