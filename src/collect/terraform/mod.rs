//! Terraform and OpenTofu: folders to modules, modules to resources, resources to kinds of evidence.

pub mod aws;
pub mod azure;
pub mod facts;
pub mod google;
pub mod grants;
pub mod opening;
pub mod reading;
pub mod resource;
pub mod row;
pub mod scope;
pub mod subject;
pub mod table;
pub mod tags;

pub use resource::{Mode, Reference, Resource};
