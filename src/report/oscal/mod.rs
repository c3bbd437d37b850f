//! OSCAL assessment results (NIST), in JSON: what was reviewed, what was observed, and what is satisfied.

mod document;
mod findings;
mod names;
mod observations;
mod resources;
mod risks;

pub use document::render;
