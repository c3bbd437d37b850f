//! One criterion of a framework and the aspects an auditor looks for under it.

use serde::{Deserialize, Serialize};

/// One requirement of a framework, in our own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// The framework's own number: `CC6.1`.
    pub id: String,
    pub title: String,
    pub summary: String,
    /// The id of its category: `security`.
    pub category: String,
    pub nature: Nature,
    pub aspects: Vec<Aspect>,
}

/// One of the few things an auditor looks for under a criterion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Aspect {
    /// Unique within its criterion: `encryption`.
    pub id: String,
    pub title: String,
    pub nature: Nature,
}

/// Who can answer: files, people, or both. An aspect is never `mixed`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Nature {
    Configuration,
    Mixed,
    Organizational,
}

impl Nature {
    /// As frameworks write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Configuration => "configuration",
            Self::Organizational => "organizational",
            Self::Mixed => "mixed",
        }
    }
}

impl Criterion {
    pub fn aspect(&self, id: &str) -> Option<&Aspect> {
        self.aspects.iter().find(|it| it.id == id)
    }
}
