//! Azure Pipelines: stages, jobs and deployments with their steps, and the templates that they take from disk.

mod collector;
mod job;
mod stages;
mod steps;
mod tasks;
mod templates;

#[cfg(test)]
mod tests;

pub(super) use collector::COLLECTOR;
pub(in crate::collect) use collector::pipeline_runs;
