//! The control tables of an assessment: one a framework.

use super::assessment::{Assessment, CriterionResult, FrameworkScope};
use super::framework::Measure;

/// A framework of the run with its criteria.
#[derive(Clone, Debug)]
pub struct Table<'a> {
    pub framework: FrameworkScope,
    pub criteria: Vec<&'a CriterionResult>,
}

impl Assessment {
    /// One table a framework, in the order of the run.
    pub fn tables(&self) -> Vec<Table<'_>> {
        let known = match self.frameworks.is_empty() {
            false => self.frameworks.clone(),
            // Saved before there could be several.
            true => vec![FrameworkScope {
                id: self.scope.framework.clone(),
                title: self.scope.framework_title.clone(),
                categories: self.scope.categories.clone(),
                ..FrameworkScope::default()
            }],
        };
        let is_of = |criterion: &CriterionResult, framework: &FrameworkScope| {
            let name = &criterion.framework;
            *name == framework.id || (name.is_empty() && framework.id == self.scope.framework)
        };
        let table = |framework: FrameworkScope| {
            let criteria = self.criteria.iter().filter(|it| is_of(it, &framework)).collect();
            Table { framework, criteria }
        };
        known.into_iter().map(table).collect()
    }

    /// The ids of the frameworks: `soc2+soc1`.
    pub fn framework_ids(&self) -> String {
        let ids: Vec<String> = self.tables().into_iter().map(|it| it.framework.id).collect();
        ids.join("+")
    }

    /// The titles of the frameworks: `SOC 2; SOC 1`.
    pub fn framework_titles(&self) -> String {
        let titles: Vec<String> = self.tables().into_iter().map(|it| it.framework.title).collect();
        titles.join("; ")
    }

    /// What an entry of the run is measured by: a control objective where every framework has such, else a criterion.
    pub fn measure(&self) -> Measure {
        let mut measures = self.frameworks.iter().map(|it| it.measure);
        match self.frameworks.is_empty() || measures.any(|it| it == Measure::Criterion) {
            true => Measure::Criterion,
            false => Measure::ControlObjective,
        }
    }
}
