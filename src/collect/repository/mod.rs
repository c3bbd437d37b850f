//! The repository itself: what governs it, as its files show.

mod binaries;
mod collector;
mod ecosystems;
mod owners;
mod presence;
mod protection;
mod runs;
mod secrets;
mod updates;

#[cfg(test)]
mod tests;

pub use collector::COLLECTOR;
