//! One policy where the settings say other things of it for subjects below some paths.

use std::collections::BTreeMap;

use super::alike::Likeness;
use super::judgement;
use super::population::Populations;
use super::verdict::Judged;
use crate::model::{Evidence, EvidenceKind, Policy, Severity, Sources};
use crate::rego::{Input, Module, PolicySet};

/// The verdicts, and the severity of those subjects for which it differs.
pub type Varied<'a> = (Judged<'a>, BTreeMap<&'a str, Severity>);

/// Asks a policy, and for subjects below the paths of a variant that variant.
pub fn varied<'a>(
    set: &PolicySet,
    policy: &Policy,
    module: &Module,
    populations: &Populations<'a>,
    inputs: &BTreeMap<EvidenceKind, Input>,
    likeness: &Likeness<'_>,
    sources: &Sources,
) -> Varied<'a> {
    let mut judged = judgement::judged(set, policy, module, populations, inputs, likeness);
    let mut severities = BTreeMap::new();
    for variant in set.variants.get(&policy.id).into_iter().flatten() {
        let is_meant = |it: &Evidence| variant.paths.is_match(sources.location(it.span).file);
        let population = populations.get(&policy.kind).map(Vec::as_slice).unwrap_or_default();
        let meant: BTreeMap<&'a str, &'a Evidence> =
            population.iter().filter(|it| is_meant(it)).map(|it| (it.id.as_str(), *it)).collect();
        if meant.is_empty() {
            continue;
        }
        if variant.disabled || variant.module.is_some() {
            judged.verdicts.retain(|id, _| !meant.contains_key(id));
        }
        if let Some(module) = variant.module.as_ref().filter(|_| !variant.disabled) {
            let other = judgement::judged(set, policy, module, populations, inputs, likeness);
            judged.verdicts.extend(other.verdicts.into_iter().filter(|it| meant.contains_key(it.0)));
            judged.problems.extend(other.problems);
        }
        if let Some(severity) = variant.severity {
            severities.extend(meant.keys().map(|id| (*id, severity)));
        }
    }
    (judged, severities)
}
