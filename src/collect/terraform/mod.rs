//! Terraform and OpenTofu: folders to modules, modules to resources, resources to kinds of evidence.

pub mod resource;
pub mod table;

pub use resource::{Mode, Reference, Resource};
