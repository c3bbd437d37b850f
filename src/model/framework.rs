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
    #[serde(default)]
    pub measure: Measure,
    pub categories: Vec<Category>,
    pub criteria: Vec<Criterion>,
}

/// What a framework measures by, and so what its entries are called.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// Criteria that somebody else has set, the same for all.
    #[default]
    Criterion,
    /// Objectives that the service organization has set for its own controls.
    ControlObjective,
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

/// The frameworks at hand in a run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frameworks {
    /// Those reported against, in the order asked for.
    pub asked: Vec<Framework>,
    /// Those known besides: what is said of their criteria is no mistake.
    pub aside: Vec<Framework>,
}

impl Framework {
    pub fn criterion(&self, id: &str) -> Option<&Criterion> {
        self.criteria.iter().find(|it| it.id == id)
    }

    /// The criterion that somebody typed, in letters of any case.
    pub fn criterion_typed(&self, id: &str) -> Option<&Criterion> {
        self.criteria.iter().find(|it| it.id.eq_ignore_ascii_case(id))
    }
}

impl Frameworks {
    /// One framework, and nothing besides.
    pub fn one(framework: Framework) -> Self {
        Self { asked: vec![framework], aside: Vec::new() }
    }

    pub fn all(&self) -> impl Iterator<Item = &Framework> {
        self.asked.iter().chain(&self.aside)
    }

    /// A criterion of a framework that is reported against.
    pub fn criterion(&self, id: &str) -> Option<(&Framework, &Criterion)> {
        self.asked.iter().find_map(|it| Some((it, it.criterion(id)?)))
    }
}

impl Measure {
    /// One of its entries.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Criterion => "criterion",
            Self::ControlObjective => "control objective",
        }
    }

    /// Several of them.
    pub fn plural(self) -> &'static str {
        match self {
            Self::Criterion => "criteria",
            Self::ControlObjective => "control objectives",
        }
    }

    /// What an entry is made of: what an auditor looks for, or what the organization does.
    pub fn parts(self) -> &'static str {
        match self {
            Self::Criterion => "aspects",
            Self::ControlObjective => "controls",
        }
    }
}
