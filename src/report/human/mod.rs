//! The report for people: findings with their lines, controls, files, and the verdict.

mod controls;
mod excerpt;
mod findings;
mod gaps;
mod ledger;
mod render;
mod snippet;
mod undetermined;

#[cfg(test)]
mod tests;

pub use render::render;
