//! Written policies and records: who owns them, when they are due, and what they claim of the configuration.

mod claims;
mod collector;
mod front_matter;
mod hold;
mod period;
mod topics;

#[cfg(test)]
mod tests;

pub(super) use collector::COLLECTOR;
pub(super) use hold::hold;
