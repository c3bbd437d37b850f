//! A policy as it is asked of subjects below some paths.

use globset::GlobSet;

use super::module::Module;
use crate::model::Severity;

/// What differs for subjects below some paths.
#[derive(Clone, Debug)]
pub struct Variant {
    pub paths: GlobSet,
    pub severity: Option<Severity>,
    pub disabled: bool,
    /// The policy with other parameters.
    pub module: Option<Module>,
}
