//! The proof of a criterion's status: links, policies, subjects and the places that decided.

use serde::Serialize;

use crate::model::{
    Assessment, AttestationResult, Criterion, CriterionResult, Link, Location, Outcome, Policy, PolicyId, Population,
    Severity, WaiverResult,
};

/// Everything that bears on a criterion.
#[derive(Debug, Serialize)]
pub(super) struct Proof<'a> {
    pub(super) criterion: &'a Criterion,
    /// What the run says of it; absent when nothing was scanned.
    pub(super) result: Option<&'a CriterionResult>,
    pub(super) policies: Vec<Support<'a>>,
    /// Waivers of these policies.
    pub(super) waivers: Vec<&'a WaiverResult>,
    /// What people attest of it.
    pub(super) attestations: Vec<&'a AttestationResult>,
}

/// What one policy contributes.
#[derive(Debug, Serialize)]
pub(super) struct Support<'a> {
    pub(super) policy: &'a PolicyId,
    pub(super) title: &'a str,
    pub(super) severity: Severity,
    pub(super) formats: Vec<&'a str>,
    pub(super) links: Vec<&'a Link>,
    /// Absent when nothing was scanned.
    pub(super) population: Option<Population>,
    /// Failing and undetermined ones; passing ones where the run kept them.
    pub(super) subjects: Vec<Judged<'a>>,
}

/// One subject and what decided.
#[derive(Debug, Serialize)]
pub(super) struct Judged<'a> {
    pub(super) outcome: Outcome,
    pub(super) waiver: Option<&'a str>,
    /// Whether the baseline knows it.
    pub(super) baseline: bool,
    pub(super) subject: &'a str,
    pub(super) name: &'a str,
    pub(super) message: Option<&'a str>,
    pub(super) path: &'a [String],
    /// The place that decided; for a pass, the whole block.
    pub(super) location: &'a Location,
    /// For an undetermined one: the input that would settle it.
    pub(super) missing: Option<String>,
}

/// Gathers what bears on a criterion.
pub(super) fn proof<'a>(
    criterion: &'a Criterion,
    policies: &'a [Policy],
    assessment: Option<&'a Assessment>,
) -> Proof<'a> {
    let result = assessment.and_then(|it| it.criteria.iter().find(|it| it.id == criterion.id));
    let policies: Vec<_> = policies
        .iter()
        .filter(|it| it.criteria.iter().any(|it| it.criterion == criterion.id))
        .map(|it| support(it, criterion, assessment))
        .collect();
    let bears = |it: &&WaiverResult| policies.iter().any(|policy| policy.policy.0 == it.waiver.policy);
    let waivers = assessment.iter().flat_map(|it| &it.waivers).filter(bears).collect();
    let of_it = |it: &&AttestationResult| it.attestation.criterion == criterion.id;
    let attestations = assessment.iter().flat_map(|it| &it.attestations).filter(of_it).collect();
    Proof { criterion, result, policies, waivers, attestations }
}

fn support<'a>(policy: &'a Policy, criterion: &Criterion, assessment: Option<&'a Assessment>) -> Support<'a> {
    let run = assessment.and_then(|it| it.policies.iter().find(|it| it.id == policy.id));
    Support {
        policy: &policy.id,
        title: &policy.title,
        severity: policy.severity,
        formats: policy.formats().collect(),
        links: policy.criteria.iter().filter(|it| it.criterion == criterion.id).collect(),
        population: run.map(|it| it.population),
        subjects: assessment.map(|it| judged(it, &policy.id)).unwrap_or_default(),
    }
}

/// Everything that a policy said of its subjects.
pub(super) fn judged<'a>(assessment: &'a Assessment, policy: &PolicyId) -> Vec<Judged<'a>> {
    let findings = assessment.findings.iter().filter(|it| it.policy == *policy).map(|it| Judged {
        outcome: it.outcome,
        waiver: it.waiver.as_deref(),
        baseline: it.baseline,
        subject: &it.subject.id,
        name: &it.subject.name,
        message: Some(&it.message),
        path: &it.path,
        location: &it.location,
        missing: it.unresolved.as_ref().map(|it| {
            let at = &it.location;
            format!("{} ({}:{}:{}): {}", it.cause.name(), at.file, at.start.line, at.start.column, it.help)
        }),
    });
    let passes = assessment.passes.iter().flatten().filter(|it| it.policy == *policy).map(|it| Judged {
        outcome: Outcome::Pass,
        waiver: None,
        baseline: false,
        subject: &it.subject.id,
        name: &it.subject.name,
        message: None,
        path: &[],
        location: &it.subject_location,
        missing: None,
    });
    findings.chain(passes).collect()
}
