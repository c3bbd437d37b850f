//! Pages that explain: a policy, a criterion with its proof, a finding.

mod chain;
mod criterion;
mod exports;
mod finding;
mod flips;
mod policy;
mod proof;
mod subjects;

#[cfg(test)]
mod tests;

pub use criterion::{criterion, criterion_json};
pub use finding::{finding, finding_json};
pub use policy::{policy, policy_json};
