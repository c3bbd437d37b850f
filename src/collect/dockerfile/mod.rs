//! Dockerfiles and Containerfiles: each is an image, as its final stage leaves it.

mod collector;
mod commands;
mod context;
mod packages;
mod stages;
mod variables;

pub(super) use collector::{COLLECTOR, left_in_stage};
