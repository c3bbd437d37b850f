//! Bitbucket Pipelines: each step is a job, with its script and the pipes that it calls.

mod collector;
mod pipes;
mod sections;
mod step;

#[cfg(test)]
mod tests;

pub(super) use collector::COLLECTOR;
pub(in crate::collect) use collector::pipeline_runs;
