//! A Rego file to load, and where it comes from.

use std::sync::Arc;

/// A Rego file to load.
#[derive(Clone, Debug)]
pub struct RegoFile {
    pub path: String,
    pub text: Arc<str>,
    /// Where it comes from, and so what is known of it.
    pub origin: FileOrigin,
}

/// Where a Rego file comes from.
#[derive(Clone, Copy, Debug)]
pub enum FileOrigin {
    /// Carried by the program, and so known to compile; with its METADATA as the build read it.
    BuiltIn(&'static str),
    /// A user's own.
    Folder,
}
