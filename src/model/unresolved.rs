//! A value that the files alone do not tell: what would settle it, and what is known of it all the same.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::span::Span;

/// Why a value is not known. Each cause names the input that would settle it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "name")]
pub enum Cause {
    /// An input variable without a value: `var.kms_key`, `${TAG}` in Compose, an `ARG` without a default.
    Variable(String),
    /// An attribute that the provider sets on apply. Nobody can know it from files, and nobody need be blamed.
    AfterApply(String),
    /// What a data source would read from the outside.
    DataSource(String),
    /// An output of a module whose source is not on disk.
    ModuleOutput(String),
    /// A language feature, function or expression that is not evaluated.
    Expression(String),
    /// What the provider does where this setting is not stated, which differs between versions.
    ProviderDefault(String),
    /// A part of the repository that was not scanned.
    OutOfScope(String),
    /// An expression that is only known when a pipeline runs: `${{ inputs.tag }}`.
    AtRunTime(String),
    /// A bound was reached: size, depth or number of expansions.
    Limit(String),
}

impl Cause {
    /// What the value waits for, as the source writes it.
    pub fn name(&self) -> &str {
        match self {
            Self::Variable(name)
            | Self::AfterApply(name)
            | Self::DataSource(name)
            | Self::ModuleOutput(name)
            | Self::Expression(name)
            | Self::ProviderDefault(name)
            | Self::OutOfScope(name)
            | Self::AtRunTime(name)
            | Self::Limit(name) => name,
        }
    }
}

/// What is known of an unresolved value. The engine tries only values of this shape.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Shape {
    /// Nothing: it may be anything, and may be absent.
    #[default]
    Any,
    /// A text that is not empty and was made by a provider or a runner: an id, a name, an address.
    Reference,
    /// A text with known parts; `None` stands for an unknown part.
    Template(Arc<[Option<String>]>),
    /// One of these texts and no other.
    OneOf(Arc<[String]>),
    Bool,
    Number,
    /// Any text, perhaps empty.
    String,
    List,
    Map,
}

/// An unresolved value: cause, the place that names the cause, and what is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unresolved {
    pub cause: Cause,
    /// Where the missing input is declared or first asked for.
    pub place: Span,
    pub shape: Shape,
}
