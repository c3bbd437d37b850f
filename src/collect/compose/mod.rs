//! Docker Compose: each service is a workload.

mod collector;
mod configs;
mod environment;
mod merging;
mod oldest;
mod service;
mod shorthand;
mod variables;

pub(super) use collector::COLLECTOR;
