//! Terraform and OpenTofu: folders to modules, modules to resources, resources to kinds of evidence.

mod alone;
pub mod aws;
pub mod azure;
mod collector;
mod evaluate;
mod evidence;
pub mod facts;
mod files;
mod folder;
pub mod forge;
mod functions;
mod given;
pub mod google;
pub mod grants;
mod json_syntax;
mod kubernetes;
mod modules;
pub mod opening;
mod plan;
mod policy_document;
mod project;
mod published;
pub mod reading;
pub mod resource;
mod roots;
pub mod row;
pub mod scope;
mod state;
pub mod subject;
pub mod table;
pub mod tags;

pub use collector::COLLECTOR;
pub use resource::{Mode, Reference, Resource};
