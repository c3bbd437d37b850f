//! Waivers, comments, attestations and the baseline over the findings of a run.

use std::collections::{BTreeMap, BTreeSet};

use super::attest::{self, Attested};
use super::baseline;
use super::candidate::{Candidate, Shelf, answering, from_comment};
use super::documents;
use super::remarks::{Known, owners, remarks};
use super::standing::Scales;
use crate::model::suppression::OWN;
use crate::model::{
    Accepted, AttestationResult, BaselineResult, Document, Evidence, Finding, Frameworks, KnownGap, Notice, Outcome,
    Policy, Population, Standing, Suppression, WaiverResult, nearest,
};

/// What the findings are held against.
#[derive(Debug)]
pub struct Context<'a> {
    pub document: &'a Document,
    pub frameworks: &'a Frameworks,
    pub accepted: &'a Accepted,
    /// The day of the run.
    pub today: &'a str,
    /// Policies that were asked.
    pub judged: &'a [&'a Policy],
    /// Every policy there is, asked or not.
    pub all: &'a [&'a Policy],
    /// How the populations fared before anything was accepted.
    pub populations: &'a BTreeMap<&'a str, Population>,
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Acceptance {
    pub waivers: Vec<WaiverResult>,
    pub foreign: Vec<Suppression>,
    pub attestations: Vec<AttestationResult>,
    pub attested: Attested,
    pub baseline: Option<BaselineResult>,
    pub remarks: Vec<Notice>,
}

/// Marks the findings that are accepted or known, and says what is left over.
pub fn accept(findings: &mut [Finding], context: &Context<'_>) -> Acceptance {
    let mut acceptance = Acceptance::default();
    let candidates = candidates(context, &mut acceptance.foreign);
    let scales = Scales { today: context.today, rules: &context.accepted.rules, populations: context.populations };
    let weighed: Vec<_> = candidates.iter().map(|it| scales.weigh(it)).collect();
    let found = mark(findings, &candidates, &weighed.iter().map(|it| it.0).collect::<Vec<_>>(), context.document);
    let owners = owners(context.document);
    let known = |id: &str| known(id, context);
    for ((candidate, (standing, remark)), found) in candidates.into_iter().zip(weighed).zip(found) {
        acceptance.remarks.extend(remark);
        let is_whole = context.accepted.is_whole;
        acceptance.remarks.extend(remarks(&candidate, standing, found, &known, &owners, is_whole));
        let Candidate { waiver, origin, .. } = candidate;
        acceptance.waivers.push(WaiverResult { waiver, origin, standing, findings: found });
    }
    if let Some(known) = &context.accepted.baseline {
        let judged: BTreeSet<&str> = context.judged.iter().map(|it| it.id.0.as_str()).collect();
        let is_asked = |it: &KnownGap| context.accepted.is_whole && judged.contains(it.policy.as_str());
        let (blocks, sources) = (&context.accepted.blocks, &context.document.sources);
        acceptance.baseline = Some(baseline::apply(known, blocks, &is_asked, findings, sources));
    }
    let (attestations, mut attested, complaints) =
        attest::weigh(&context.accepted.attestations, context.frameworks, context.today);
    acceptance.remarks.extend(complaints);
    let said = documents::speak(context.document, findings, context.frameworks, context.today, &mut attested);
    acceptance.remarks.extend(said);
    Acceptance { attestations, attested, ..acceptance }
}

/// All waivers there may be. Comments for other tools that do not count are set aside.
fn candidates(context: &Context<'_>, foreign: &mut Vec<Suppression>) -> Vec<Candidate> {
    let mut candidates: Vec<_> = context.accepted.waivers.iter().cloned().map(Candidate::from_file).collect();
    for comment in &context.document.suppressions {
        if comment.tool == OWN || context.accepted.rules.honour.contains(&comment.tool) {
            candidates.extend(from_comment(comment, context.judged));
        } else if !answering(comment, context.judged).is_empty() {
            foreign.push(comment.clone());
        }
    }
    candidates
}

/// Gives each finding its first waiver that holds; counts the findings that each waiver speaks of.
fn mark(findings: &mut [Finding], candidates: &[Candidate], standings: &[Standing], document: &Document) -> Vec<usize> {
    // Thousands of waivers for thousands of findings: each finding looks only at those that may speak of it.
    let mut shelves: BTreeMap<(&str, Shelf<'_>), Vec<usize>> = BTreeMap::new();
    for (at, it) in candidates.iter().enumerate() {
        shelves.entry((&it.waiver.policy, it.shelf())).or_default().push(at);
    }
    let mut found = vec![0; candidates.len()];
    if candidates.is_empty() {
        return found;
    }
    let subjects: BTreeMap<&str, &Evidence> = match candidates.iter().any(|it| it.waiver.value.is_some()) {
        true => document.evidence.iter().map(|it| (it.id.as_str(), it)).collect(),
        false => BTreeMap::new(),
    };
    for finding in findings.iter_mut().filter(|it| it.outcome != Outcome::Pass) {
        let subject = subjects.get(finding.subject.id.as_str()).copied();
        for at in within_reach(&shelves, finding) {
            let Some(candidate) = candidates.get(at).filter(|it| it.matches(finding, subject)) else { continue };
            if let Some(number) = found.get_mut(at) {
                *number += 1;
            }
            if finding.waiver.is_none() && standings.get(at) == Some(&Standing::Valid) {
                finding.waiver = Some(candidate.waiver.id.clone());
            }
        }
    }
    found
}

/// The waivers that may speak of a finding, in their order.
fn within_reach(shelves: &BTreeMap<(&str, Shelf<'_>), Vec<usize>>, finding: &Finding) -> BTreeSet<usize> {
    let at = [
        Shelf::Any,
        Shelf::Subject(&finding.subject.id),
        Shelf::File(&finding.subject_location.file),
        Shelf::File(&finding.location.file),
    ];
    at.iter().filter_map(|it| shelves.get(&(finding.policy.0.as_str(), *it))).flatten().copied().collect()
}

fn known(id: &str, context: &Context<'_>) -> Known {
    if context.judged.iter().any(|it| it.id.0 == id) {
        return Known::Judged;
    }
    if context.all.iter().any(|it| it.id.0 == id) {
        return Known::NotJudged;
    }
    let near = nearest(id, context.all.iter().map(|it| it.id.0.as_str()));
    Known::Not(near.map(str::to_owned))
}
