//! Comments that ask a checker to be silent: our own `gapcheck:waive`, and those for other tools.

mod find;
mod marks;
mod reach;

pub(super) use find::suppressions;
