//! GitLab CI: a pipeline with all that it includes from disk, its jobs and their scripts.

mod collector;
mod extends;
mod includes;
mod job;
mod merge;
mod pipeline;
mod reference;
mod rules;
mod scanners;

#[cfg(test)]
mod tests;

pub(super) use collector::COLLECTOR;
pub(in crate::collect) use collector::pipeline_runs;
