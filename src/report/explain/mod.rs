//! Pages that explain: a policy, a criterion with its proof, a finding.

mod chain;
mod criterion;
mod finding;
mod flips;
mod policy;
mod proof;

#[cfg(test)]
mod tests;

pub use criterion::{criterion, criterion_json};
pub use finding::finding;
pub use policy::{policy, policy_json};
