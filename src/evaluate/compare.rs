//! Findings against those of a state before: what a change introduced, moved and mended.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    Assessment, Baseline, Change, Comparison, CriterionResult, Document, EvidenceKind, Finding, Outcome, Sources,
    StatusChange,
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
pub fn compare(findings: &mut [Finding], before: &Before, document: &Document) -> Comparison {
    let after: BTreeSet<String> = findings.iter().map(|it| it.fingerprint.clone()).collect();
    let known: BTreeMap<&str, &Finding> = before.findings.iter().map(|it| (it.fingerprint.as_str(), it)).collect();
    let here: BTreeSet<&str> = document.evidence.iter().map(|it| it.id.as_str()).collect();
    let is_gone = |it: &&Finding| it.outcome == Outcome::Fail && !after.contains(&it.fingerprint);
    let gone: Vec<&Finding> = before.findings.iter().filter(is_gone).collect();
    // A subject that is still here was mended; only one that is not can have moved.
    let mut may_have_moved: BTreeMap<(&str, &[String]), Vec<&Finding>> = BTreeMap::new();
    for it in gone.iter().copied().filter(|it| !here.contains(it.subject.id.as_str())) {
        may_have_moved.entry((&it.policy.0, &it.path)).or_default().push(it);
    }
    let blocks = baseline(findings, &document.sources, "");
    let mut moved: BTreeSet<&str> = BTreeSet::new();
    for finding in findings.iter_mut() {
        let change = match known.get(finding.fingerprint.as_str()) {
            // What commits were made is not what a change says.
            _ if finding.subject.kind == EvidenceKind::Change => Change::Existing,
            Some(it) if it.outcome == Outcome::Fail || finding.outcome == Outcome::Undetermined => Change::Existing,
            Some(_) => Change::Introduced,
            None => {
                let candidates = may_have_moved.get_mut(&(finding.policy.0.as_str(), finding.path.as_slice()));
                let found = candidates.and_then(|candidates| {
                    let at = candidates.iter().position(|it| is_moved(it, finding, &before.blocks, &blocks))?;
                    Some(candidates.swap_remove(at))
                });
                moved.extend(found.map(|it| it.fingerprint.as_str()));
                if found.is_some() { Change::Moved } else { Change::Introduced }
            }
        };
        finding.change = Some(change);
    }
    let count = |change: Change| findings.iter().filter(|it| it.change == Some(change)).count();
    let is_fixed = |it: &&Finding| !moved.contains(it.fingerprint.as_str()) && it.subject.kind != EvidenceKind::Change;
    Comparison {
        base: before.name.clone(),
        commit: before.commit.clone(),
        introduced: count(Change::Introduced),
        moved: count(Change::Moved),
        existing: count(Change::Existing),
        fixed: gone.into_iter().filter(is_fixed).cloned().collect(),
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

/// Whether the same failure of the same policy stood elsewhere: at the same block, or at a subject of the same type and
/// name.
fn is_moved(gone: &Finding, finding: &Finding, before: &Baseline, after: &Baseline) -> bool {
    let was = before.gaps.get(&gone.fingerprint).map(|it| &it.block);
    let is = after.gaps.get(&finding.fingerprint).map(|it| &it.block);
    let (a, b) = (&gone.subject, &finding.subject);
    (was.is_some() && was == is)
        || (a.kind == b.kind && a.format == b.format && a.native_type == b.native_type && a.name == b.name)
}
