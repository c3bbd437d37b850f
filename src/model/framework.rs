//! A framework: its categories and criteria, as data.

use serde::{Deserialize, Serialize};

use super::criterion::Criterion;

/// A set of criteria that a report is made against.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Framework {
    /// `soc2`, `soc1`.
    pub id: String,
    pub title: String,
    /// Where the criteria themselves are published; their text is not shipped.
    pub reference: String,
    /// For whom a report under this framework is meant.
    pub readers: String,
    pub categories: Vec<Category>,
    pub criteria: Vec<Criterion>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Category {
    pub id: String,
    pub title: String,
    /// In scope whatever the user chooses.
    #[serde(default)]
    pub always: bool,
}

impl Framework {
    pub fn criterion(&self, id: &str) -> Option<&Criterion> {
        self.criteria.iter().find(|it| it.id == id)
    }
}
