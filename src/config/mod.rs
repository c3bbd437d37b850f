//! What users and the program state as data: settings and frameworks.

pub mod accepted;
pub mod framework;
pub mod settings;
