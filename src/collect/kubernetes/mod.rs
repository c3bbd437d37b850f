//! Kubernetes manifests: containers with their pods' settings, roles, secrets, entrances and namespaces.

mod access;
mod claims;
mod collector;
mod component_files;
mod component_flags;
mod components;
mod container;
mod entrances;
mod joins;
mod namespaces;
mod network_policies;
mod objects;
mod pods;
mod resources;
mod secrets;
mod selectors;
mod speaking;

pub(super) use collector::{Built, COLLECTOR, Declared, built, declared, rendered};
pub(super) use speaking::speaking;
