//! Configuration files as they stand, for policies written for Conftest: each as Conftest would parse it.

mod collector;
mod docker;
mod hcl;
mod lines;
mod properties;
mod xml;

pub(super) use collector::COLLECTOR;
