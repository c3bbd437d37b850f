//! Keys, tokens and passwords that stand in files: found by their published forms, and never shown.

mod collector;
mod files;
mod keys;
mod placeholder;
mod search;
mod tokens;

#[cfg(test)]
mod tests;

pub(super) use collector::COLLECTOR;
pub(super) use files::secret_file;
