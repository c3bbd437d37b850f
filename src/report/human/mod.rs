//! The report for people: findings with their lines, controls, files, and the verdict.

mod comparison;
mod controls;
mod findings;

mod ledger;
mod problems;
mod remarks;
mod render;
mod settling;
mod snippet;
mod undetermined;

#[cfg(test)]
mod tests;

pub use problems::problems;
pub use render::{render, render_findings};
