//! Findings against those of a state before: what a change introduced, moved and mended.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    Assessment, Baseline, Change, Comparison, CriterionResult, EvidenceKind, Finding, Outcome, Sources, StatusChange,
};

use super::accept::baseline;

/// A state before, judged by the same policies.
#[derive(Clone, Debug)]
pub struct Before {
    name: String,
    commit: Option<String>,
    findings: Vec<Finding>,
    criteria: Vec<CriterionResult>,
    /// The blocks that its failures stand on.
    blocks: Baseline,
}

impl Before {
    /// Keeps of an assessment what is compared. `name` is how the user calls the state.
    pub fn new(name: &str, commit: Option<String>, assessment: Assessment, sources: &Sources) -> Self {
        let blocks = baseline(&assessment.findings, sources, &assessment.run.date);
        let Assessment { findings, criteria, .. } = assessment;
        Self { name: name.to_owned(), commit, findings, criteria, blocks }
    }
}

/// Tells of each finding whether it was there before; lists what is gone. Criteria are compared by [`statuses`].
pub fn compare(findings: &mut [Finding], before: &Before, sources: &Sources) -> Comparison {
    let after: BTreeSet<String> = findings.iter().map(|it| it.fingerprint.clone()).collect();
    let known: BTreeMap<&str, &Finding> = before.findings.iter().map(|it| (it.fingerprint.as_str(), it)).collect();
    let is_gone = |it: &&Finding| it.outcome == Outcome::Fail && !after.contains(&it.fingerprint);
    let mut gone: Vec<&Finding> = before.findings.iter().filter(is_gone).collect();
    let blocks = baseline(findings, sources, "");
    let mut counts =
        BTreeMap::from([(Change::Introduced.name(), 0), (Change::Moved.name(), 0), (Change::Existing.name(), 0)]);
    for finding in findings.iter_mut() {
        let change = match known.get(finding.fingerprint.as_str()) {
            // What commits were made is not what a change says.
            _ if finding.subject.kind == EvidenceKind::Change => Change::Existing,
            Some(it) if it.outcome == Outcome::Fail || finding.outcome == Outcome::Undetermined => Change::Existing,
            Some(_) => Change::Introduced,
            None => match gone.iter().position(|it| is_moved(it, finding, &before.blocks, &blocks)) {
                Some(at) => {
                    gone.remove(at);
                    Change::Moved
                }
                None => Change::Introduced,
            },
        };
        *counts.entry(change.name()).or_default() += 1;
        finding.change = Some(change);
    }
    let count = |change: Change| counts.get(change.name()).copied().unwrap_or_default();
    Comparison {
        base: before.name.clone(),
        commit: before.commit.clone(),
        introduced: count(Change::Introduced),
        moved: count(Change::Moved),
        existing: count(Change::Existing),
        fixed: gone.into_iter().filter(|it| it.subject.kind != EvidenceKind::Change).cloned().collect(),
        criteria: Vec::new(),
    }
}

/// Criteria whose status is not what it was.
pub fn statuses(criteria: &[CriterionResult], before: &Before) -> Vec<StatusChange> {
    let was: BTreeMap<&str, _> = before.criteria.iter().map(|it| (it.id.as_str(), it.status)).collect();
    let change = |it: &CriterionResult| {
        let before = *was.get(it.id.as_str())?;
        (before != it.status).then(|| StatusChange { id: it.id.clone(), before, after: it.status })
    };
    criteria.iter().filter_map(change).collect()
}

/// Whether the same failure stood elsewhere: at the same block, or at a subject of the same type and name.
fn is_moved(gone: &Finding, finding: &Finding, before: &Baseline, after: &Baseline) -> bool {
    if gone.policy != finding.policy || gone.path != finding.path {
        return false;
    }
    let block = |blocks: &Baseline, print: &str| blocks.gaps.get(print).map(|it| it.block.clone());
    let (was, is) = (block(before, &gone.fingerprint), block(after, &finding.fingerprint));
    let same_block = was.is_some() && was == is;
    let (a, b) = (&gone.subject, &finding.subject);
    same_block || (a.kind == b.kind && a.format == b.format && a.native_type == b.native_type && a.name == b.name)
}
