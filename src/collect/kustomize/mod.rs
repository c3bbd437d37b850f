//! Kustomize: overlays built to the objects that are applied, each value with the place that set it.

mod build;
mod collector;
mod edit;
mod generators;
mod images;
mod inline;
mod labels;
mod merge;
mod names;
mod namespaces;
mod operations;
mod overlay;
mod patches;
mod references;
mod replacements;
mod resource;
mod selector;

pub(super) use collector::COLLECTOR;
pub(super) use overlay::{is_overlay, parts};
