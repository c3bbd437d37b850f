//! All that knows Rego: annotations, bundles, the engine, policy tests and coverage. Only this folder names regorus.

pub mod answers;
mod bounded;
pub mod bundle;
pub mod conftest;
pub mod embedded;
pub mod engine;
pub mod error;
pub mod folder;
pub mod growth;
pub mod ingredient;
pub mod input;
pub mod lean;
pub mod lint;
pub mod metadata;
pub mod module;
pub mod mutate;
pub mod overrides;
pub mod plain;
pub mod rego_file;
pub mod remake;
pub mod schema;
pub mod short;
pub mod starter;
pub mod structure;
pub mod testing;
pub mod tokens;
pub mod variant;

pub use answers::{Answers, Denial};
pub use bundle::PolicySet;
pub use engine::Judge;
pub use ingredient::Ingredient;
pub use input::{Input, Substitution, Wanted};
pub use module::Module;
