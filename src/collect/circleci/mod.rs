//! CircleCI: workflows with their jobs, and the steps that jobs and commands run.

mod collector;
mod executors;
mod job;
mod orbs;
mod steps;
mod workflows;

#[cfg(test)]
mod tests;

pub(super) use collector::COLLECTOR;
pub(in crate::collect) use collector::pipeline_runs;
