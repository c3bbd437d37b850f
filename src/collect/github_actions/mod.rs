//! GitHub Actions: workflows are pipelines with their jobs and steps; composite actions are steps.

mod action;
mod checkout;
mod collector;
mod conditions;
mod context;
mod expressions;
mod job;
mod library;
mod logins;
mod outputs;
mod permissions;
mod runner;
mod step;
mod triggers;
mod uses;
mod workflow;

#[cfg(test)]
mod tests;

pub use collector::COLLECTOR;
pub(in crate::collect) use library::workflow_runs;
