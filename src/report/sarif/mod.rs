//! SARIF 2.1.0, as code scanning of GitHub and others take it.

mod limits;
mod log;
mod render;
mod results;
mod rules;

pub use render::render;
