//! Dependency manifests and lock files of package ecosystems.

mod collector;
mod ecosystems;
mod sources;

pub(crate) use collector::COLLECTOR;
