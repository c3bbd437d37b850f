//! What changes brought, over several repositories: each was compared with a state of its own.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Assessment, Comparison, ControlStatus, CriterionResult, Finding, StatusChange};

use super::criteria::number;
use super::short::Short;

/// The sum of comparisons.
#[derive(Debug)]
pub(super) struct Compared {
    repositories: usize,
    bases: BTreeSet<String>,
    commits: BTreeSet<Option<String>>,
    introduced: usize,
    moved: usize,
    existing: usize,
    pub(super) fixed: Short<Finding>,
    /// The worst status of each criterion before; where nothing was compared, what it is.
    before: BTreeMap<String, ControlStatus>,
}

impl Compared {
    pub(super) fn new() -> Self {
        Self {
            repositories: 0,
            bases: BTreeSet::new(),
            commits: BTreeSet::new(),
            introduced: 0,
            moved: 0,
            existing: 0,
            fixed: Short::new(),
            before: BTreeMap::new(),
        }
    }

    pub(super) fn add(&mut self, assessment: &mut Assessment) {
        let comparison = assessment.comparison.take();
        let moved: BTreeMap<&str, ControlStatus> =
            comparison.iter().flat_map(|it| &it.criteria).map(|it| (it.id.as_str(), it.before)).collect();
        for it in &assessment.criteria {
            let before = moved.get(it.id.as_str()).copied().unwrap_or(it.status);
            let worst = self.before.entry(it.id.clone()).or_insert(before);
            *worst = before.max(*worst);
        }
        let Some(it) = comparison else { return };
        self.repositories += 1;
        self.bases.insert(it.base);
        self.commits.insert(it.commit);
        self.introduced += it.introduced;
        self.moved += it.moved;
        self.existing += it.existing;
        self.fixed.extend(it.fixed);
    }

    /// A sentence for readers where only some of so many were compared.
    pub(super) fn said(&self, all: usize) -> Option<String> {
        let some = self.repositories;
        (0 < some && some < all).then(|| {
            format!("{some} of {} compared with a state before: what changed in the others is not told", number(all))
        })
    }

    /// None where nothing was compared.
    pub(super) fn result(mut self, criteria: &[CriterionResult]) -> Option<Comparison> {
        let base = self.bases.pop_first().filter(|_| self.repositories > 0)?;
        let change = |it: &CriterionResult| {
            let before = self.before.get(&it.id).copied()?;
            (before != it.status).then(|| StatusChange { id: it.id.clone(), before, after: it.status })
        };
        let criteria = criteria.iter().filter_map(change).collect();
        Some(Comparison {
            base: if self.bases.is_empty() { base } else { "states of their own".to_owned() },
            commit: self.commits.pop_first().filter(|_| self.commits.is_empty()).flatten(),
            introduced: self.introduced,
            moved: self.moved,
            existing: self.existing,
            fixed: self.fixed.items,
            criteria,
        })
    }
}
