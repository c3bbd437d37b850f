//! What would change a criterion's status, in sentences.

use std::collections::BTreeSet;

use crate::model::{Assessment, ControlStatus, CriterionResult, Finding, Nature, Outcome, Strength};

use super::proof::{Judged, Support};

/// The steps from here to a better status, or from a good one to a gap.
pub(super) fn flips(result: &CriterionResult, policies: &[Support<'_>]) -> Vec<String> {
    match result.status {
        ControlStatus::OutOfScope => vec![format!("`--category {}` brings it into scope", result.category)],
        ControlStatus::Gap => gap(policies),
        ControlStatus::Undetermined => undetermined(result, policies),
        ControlStatus::Partial | ControlStatus::NoEvidence | ControlStatus::Manual => open(result, policies),
        ControlStatus::Waived => vec!["the waivers run out, or the failures they accept are mended".to_owned()],
        ControlStatus::Attested => vec!["an attestation runs out, or its evidence files change".to_owned()],
        ControlStatus::Satisfied => vec!["one failing subject of any policy above makes it a gap".to_owned()],
    }
}

/// What would change the answers of one policy.
pub(super) fn of_policy(subjects: &[Judged<'_>]) -> Vec<String> {
    let failing = subjects.iter().filter(|it| it.outcome == Outcome::Fail && it.waiver.is_none()).count();
    let mut flips = Vec::new();
    match failing {
        0 => {}
        1 => flips.push("mend the failing subject, or waive it".to_owned()),
        many => flips.push(format!("mend all {many} failures, or waive them")),
    }
    let inputs: BTreeSet<_> = subjects.iter().filter_map(|it| it.missing.as_deref()).collect();
    flips.extend(inputs.into_iter().map(|it| format!("settle {it}")));
    let waivers: BTreeSet<_> = subjects.iter().filter_map(|it| it.waiver).collect();
    flips.extend(waivers.into_iter().map(|it| format!("{it} runs out: what it accepts fails again")));
    flips
}

/// What would change one finding.
pub(super) fn of_finding(finding: &Finding, assessment: &Assessment) -> Vec<String> {
    let mut flips = Vec::new();
    let print = finding.fingerprint.get(..12).unwrap_or(&finding.fingerprint);
    if let Some(missing) = &finding.unresolved {
        flips.push(format!("settle {}: {}", missing.cause.name(), missing.help));
    }
    if finding.outcome == Outcome::Fail {
        flips.extend(finding.remediation.as_ref().map(|it| format!("mend it: {it}")));
    }
    match finding.waiver.as_ref() {
        Some(id) => {
            let waiver = assessment.waivers.iter().find(|it| it.waiver.id == *id);
            let until = waiver.map(|it| format!(" after {}", it.waiver.expires)).unwrap_or_default();
            flips.push(format!("the waiver {id} runs out{until}, and it counts again"));
        }
        None if finding.baseline => {
            flips.push("its block changes, and it counts again: the baseline knows it as it stands".to_owned())
        }
        None => {
            flips.push(format!("accept it until a day: `gapcheck waive {print} --reason .. --owner .. --until ..`"))
        }
    }
    flips
}

fn gap(policies: &[Support<'_>]) -> Vec<String> {
    let failing = |it: &&Support<'_>| it.population.is_some_and(|it| it.fail > 0);
    let one = |it: &Support<'_>| {
        let fail = it.population.map_or(0, |it| it.fail);
        let subjects = if fail == 1 { "the failing subject" } else { "all failing subjects" };
        format!("mend or waive {subjects} of {} ({fail})", it.policy)
    };
    policies.iter().filter(failing).map(one).collect()
}

fn undetermined(result: &CriterionResult, policies: &[Support<'_>]) -> Vec<String> {
    let subjects = policies.iter().flat_map(|it| &it.subjects);
    let inputs: BTreeSet<_> =
        subjects.filter(|it| it.outcome == Outcome::Undetermined).filter_map(|it| it.missing.as_deref()).collect();
    let mut flips: Vec<_> = inputs.into_iter().map(|it| format!("settle {it}")).collect();
    if result.unread_files > 0 {
        let number = result.unread_files;
        flips.push(format!("mend what could not be read ({number} files): it may hide a failure"));
    }
    flips
}

/// What would cover the aspects that nothing covers yet.
fn open(result: &CriterionResult, policies: &[Support<'_>]) -> Vec<String> {
    let uncovered = result.aspects.iter().filter(|it| !it.covered);
    uncovered
        .map(|aspect| {
            let primary = |it: &&Support<'_>| {
                it.links.iter().any(|it| it.aspect == aspect.id && it.strength == Strength::Primary)
            };
            let names: Vec<_> = policies.iter().filter(primary).map(|it| it.policy.0.as_str()).collect();
            match (aspect.nature, names.is_empty()) {
                (Nature::Organizational, _) | (_, true) => format!("{}: an attestation speaks for it", aspect.id),
                _ => format!("{}: subjects pass one of {}, or an attestation", aspect.id, names.join(", ")),
            }
        })
        .collect()
}
