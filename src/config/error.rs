//! Why settings, and what else users state as data, cannot be used.

use crate::model::{Problem, Sources};

/// A settings file that says something it may not. The user mends it first.
#[derive(Debug, thiserror::Error)]
#[error("a problem in the settings")]
pub struct SettingsError {
    pub problem: Problem,
    pub sources: Sources,
}
