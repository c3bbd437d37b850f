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
    /// A thing that is declared elsewhere: it is judged by what is said of it here, and by nothing else.
    Elsewhere(String),
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
            | Self::Elsewhere(name)
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
    /// Anything, but just what whoever runs the configuration is asked for: where a name belongs, a name.
    Given,
    /// A text that is not empty and was made by a provider or a runner: an id, a name, an address.
    Reference,
    /// A text with known parts; `None` stands for an unknown part.
    Template(Arc<[Option<String>]>),
    Bool,
    Number,
    /// Any text, perhaps empty.
    String,
    List,
    Map,
    /// One of a few values: what a conditional, a table of settings or a list of what is allowed leaves open.
    OneOf(Arc<[Choice]>),
}

/// One of the values that an unresolved one may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A known value; null stands for none at all.
    Value(serde_json::Value),
    /// One that is itself not known.
    Open(Shape),
}

impl Shape {
    /// One of these texts and no other.
    pub fn one_of_texts(texts: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self::OneOf(texts.into_iter().map(|it| Choice::Value(serde_json::Value::String(it.into()))).collect())
    }

    /// The few texts that the value may be, where it can be nothing else.
    pub fn texts(&self) -> Option<Vec<&str>> {
        let Self::OneOf(choices) = self else { return None };
        choices.iter().map(Choice::text).collect()
    }
}

impl Choice {
    fn text(&self) -> Option<&str> {
        match self {
            Self::Value(it) => it.as_str(),
            Self::Open(_) => None,
        }
    }
}

/// An unresolved value: cause, the place that names the cause, and what is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unresolved {
    pub cause: Cause,
    /// Where the missing input is declared or first asked for.
    pub place: Span,
    pub shape: Shape,
}
