//! What the pipeline formats share: known tools and actions, shell commands, image references.

pub mod actions;
pub mod checks;
pub mod commands;
pub mod facts;
pub mod images;
pub mod order;
pub mod outsiders;
pub mod rows;
pub mod script;
pub mod scripts;
pub mod settings;
pub mod shell_step;
pub mod text;
pub mod tools;
pub mod versions;
