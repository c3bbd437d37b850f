//! What users and the program state as data: settings and frameworks.

pub mod accepted;
mod complaint;
pub mod error;
pub mod framework;
pub mod objectives;
pub mod own_framework;
mod place;
pub mod settings;
