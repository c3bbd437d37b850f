//! GitHub Actions: workflows are pipelines with their jobs and steps; composite actions are steps.

mod action;
mod caches;
mod checkout;
mod collector;
mod conditions;
mod context;
mod environment_writes;
mod expressions;
mod handed;
mod job;
mod library;
mod logins;
mod matrix;
mod outsiders;
mod permissions;
mod runner;
mod secrets;
mod step;
mod triggers;
mod uses;
mod workflow;

#[cfg(test)]
mod tests;

pub use collector::COLLECTOR;
pub(in crate::collect) use library::workflow_runs;
