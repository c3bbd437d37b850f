//! Docker Compose: each service is a workload.

mod collector;
mod environment;
mod merging;
mod service;
mod shorthand;
mod variables;

pub(super) use collector::COLLECTOR;
