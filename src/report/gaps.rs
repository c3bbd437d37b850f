//! Failures put together: one section a policy, one gap a cause.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Assessment, Finding, Location, PolicyId, PolicyResult, Severity};

/// The failures of one policy.
#[derive(Debug)]
pub(super) struct Section<'a> {
    pub(super) policy: &'a PolicyId,
    /// What the run says of the policy, where it does.
    pub(super) result: Option<&'a PolicyResult>,
    pub(super) severity: Severity,
    /// One a place, in the order of the places.
    pub(super) gaps: Vec<Gap<'a>>,
}

/// One cause: one thing that a policy says of one place, for however many subjects come from there.
#[derive(Debug)]
pub(super) struct Gap<'a> {
    pub(super) first: &'a Finding,
    pub(super) others: Vec<&'a Finding>,
}

impl Section<'_> {
    /// Failing subjects, each counted once at however many places it fails.
    pub(super) fn subjects(&self) -> usize {
        let subjects = self.gaps.iter().flat_map(Gap::findings).map(|it| it.subject.id.as_str());
        subjects.collect::<BTreeSet<_>>().len()
    }

    /// Places that a caret shows, each counted once.
    pub(super) fn places(&self) -> usize {
        self.gaps.iter().map(|it| &it.first.location).collect::<BTreeSet<_>>().len()
    }
}

impl<'a> Gap<'a> {
    pub(super) fn findings(&self) -> impl Iterator<Item = &'a Finding> {
        std::iter::once(self.first).chain(self.others.iter().copied())
    }

    /// The subjects by name. Where some share theirs, as instances of a module do, by address.
    pub(super) fn names(&self) -> Vec<&'a str> {
        let names: BTreeSet<&str> = self.findings().map(|it| it.subject.name.as_str()).collect();
        let are_unique = names.len() > self.others.len();
        let address = |it: &'a Finding| it.subject.address.as_deref().unwrap_or(it.subject.id.as_str());
        self.findings().map(|it| if are_unique { it.subject.name.as_str() } else { address(it) }).collect()
    }
}

/// What is said, whoever it is said of.
fn saying(finding: &Finding) -> String {
    finding.message.replacen(&finding.subject.name, "", 1)
}

/// The failures that stand: worst policies first, then those with most failing subjects.
pub(super) fn sections(assessment: &Assessment) -> Vec<Section<'_>> {
    let results: BTreeMap<&PolicyId, &PolicyResult> = assessment.policies.iter().map(|it| (&it.id, it)).collect();
    let mut policies: BTreeMap<&PolicyId, BTreeMap<(&Location, String), Gap<'_>>> = BTreeMap::new();
    for finding in assessment.findings.iter().filter(|it| it.stands()) {
        policies
            .entry(&finding.policy)
            .or_default()
            .entry((&finding.location, saying(finding)))
            .and_modify(|gap| gap.others.push(finding))
            .or_insert_with(|| Gap { first: finding, others: Vec::new() });
    }
    let mut sections: Vec<_> = policies
        .into_iter()
        .map(|(policy, gaps)| {
            let gaps: Vec<_> = gaps.into_values().collect();
            let severity = gaps.iter().map(|it| it.first.severity).max().unwrap_or(Severity::Low);
            Section { policy, result: results.get(policy).copied(), severity, gaps }
        })
        .collect();
    sections.sort_by_key(|it| (std::cmp::Reverse((it.severity, it.subjects())), it.policy));
    sections
}
