//! Text to nodes with places, one file or folder a syntax. Never fails: returns what could be read, and the problems.

pub mod by_name;
pub mod dockerfile;
pub mod hcl;
pub mod interpolation;
pub mod json;
pub mod parsed;
pub mod shell;
pub mod shell_flow;
pub mod toml;
mod unique;
pub mod yaml;

pub use parsed::{Comment, Parsed};
