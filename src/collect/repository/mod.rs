//! The repository itself: what governs it, as its files show.

mod code_owners;
mod collector;
mod ecosystems;
mod presence;
mod protection;
mod runs;
mod updates;

#[cfg(test)]
mod tests;

pub use collector::COLLECTOR;
