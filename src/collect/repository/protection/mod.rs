//! Branch protection wherever files state it: settings apps, rulesets, Allstar, and what platforms export as JSON.

mod allstar;
mod evidence;
mod exported;
mod github;
mod gitlab;
mod merge;
mod places;
mod read;
mod rule;
mod rulesets;

pub(super) use evidence::{evidence, is_protected};
pub(super) use exported::is_export;
pub(super) use places::is_place;
pub(super) use read::{Stated, rules};
