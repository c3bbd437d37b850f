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
    /// Controls that user entities have to run themselves for it to be met: of control objectives.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub user_entities: Vec<String>,
    /// Controls that subservice organizations have to run.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subservice_organizations: Vec<String>,
}

/// One of the few things an auditor looks for under a criterion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Aspect {
    /// Unique within its criterion: `encryption`.
    pub id: String,
    pub title: String,
    pub nature: Nature,
    /// Criteria of other frameworks, or aspects of them as `CC8.1/review`, whose policies speak for this one too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leans_on: Vec<String>,
    /// Policies that speak for it though they do not say so themselves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub policies: Vec<String>,
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
