//! Criteria over several repositories: the worst status counts, and an aspect is covered where it is everywhere.

use std::collections::BTreeMap;

use crate::evaluate::gate::plural;
use crate::model::{AspectResult, ControlStatus, CriterionResult};

/// A criterion, with how many repositories are in which state.
#[derive(Debug)]
pub(super) struct Criterion {
    result: CriterionResult,
    states: BTreeMap<ControlStatus, usize>,
}

/// The criteria in the order in which they were first seen, which is the framework's.
#[derive(Debug, Default)]
pub(super) struct Criteria {
    all: Vec<Criterion>,
    places: BTreeMap<String, usize>,
}

impl Criteria {
    pub(super) fn add(&mut self, result: CriterionResult) {
        let status = result.status;
        let known = self.places.get(&result.id).and_then(|it| self.all.get_mut(*it));
        match known {
            Some(known) => {
                known.result = sum(&known.result, &result);
                *known.states.entry(status).or_default() += 1;
            }
            None => {
                self.places.insert(result.id.clone(), self.all.len());
                self.all.push(Criterion { result, states: BTreeMap::from([(status, 1)]) });
            }
        }
    }

    /// The criteria, each with a sentence on how many repositories stand how.
    pub(super) fn results(self) -> Vec<CriterionResult> {
        self.all.into_iter().map(Criterion::result).collect()
    }
}

impl Criterion {
    fn result(self) -> CriterionResult {
        let in_scope: usize = self.states.iter().filter(|it| *it.0 != ControlStatus::OutOfScope).map(|it| it.1).sum();
        if in_scope == 0 {
            return self.result;
        }
        let parts = self.states.iter().rev().map(|(status, number)| format!("{} in {number}", status.words()));
        let reason = format!("{} of {}", parts.collect::<Vec<_>>().join(", "), repositories(&self.states));
        CriterionResult { reason, ..self.result }
    }
}

fn repositories(states: &BTreeMap<ControlStatus, usize>) -> String {
    let all: usize = states.values().sum();
    if all == 1 { "1 repository".to_owned() } else { format!("{all} repositories") }
}

/// Out of scope is the best of all states: it gives way to any other.
fn sum(one: &CriterionResult, other: &CriterionResult) -> CriterionResult {
    let mut population = one.population;
    population.add(other.population);
    let mut policies = one.policies.clone();
    policies.extend(other.policies.iter().filter(|it| !one.policies.contains(it)).cloned());
    let is_out = |it: &CriterionResult| it.status == ControlStatus::OutOfScope;
    let aspects = match (is_out(one), is_out(other)) {
        (true, false) => other.aspects.clone(),
        (_, true) => one.aspects.clone(),
        (false, false) => one.aspects.iter().map(|it| aspect(it, &other.aspects)).collect(),
    };
    CriterionResult {
        status: one.status.max(other.status),
        aspects,
        population,
        policies,
        unread_files: one.unread_files + other.unread_files,
        ..one.clone()
    }
}

fn aspect(one: &AspectResult, others: &[AspectResult]) -> AspectResult {
    let Some(other) = others.iter().find(|it| it.id == one.id) else {
        return AspectResult { covered: false, covered_by: Vec::new(), attested_by: None, ..one.clone() };
    };
    let covered = one.covered && other.covered;
    let mut covered_by = one.covered_by.clone();
    covered_by.extend(other.covered_by.iter().filter(|it| !one.covered_by.contains(it)).cloned());
    AspectResult {
        covered,
        covered_by: if covered { covered_by } else { Vec::new() },
        attested_by: if covered { one.attested_by.clone().or(other.attested_by.clone()) } else { None },
        ..one.clone()
    }
}

/// A number of repositories with a word: `3 repositories`.
pub(super) fn number(count: usize) -> String {
    if count == 1 { plural(1, "repository") } else { format!("{count} repositories") }
}
