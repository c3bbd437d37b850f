//! One policy over the whole evidence. A verdict that hangs on an unresolved value is undetermined: the policy is asked
//! again with values tried in its place, and only what it says every time stands.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::panic::{self, AssertUnwindSafe};

use super::alike::Likeness;
use super::population::Populations;
use super::reads::{Reads, reads_unresolved};
use super::trials::Trials;
use super::verdict::{Judged, Verdict};
use crate::model::{Evidence, EvidenceKind, Outcome, Policy, Problem};
use crate::rego::nameless::{NAME, is_nameless};
use crate::rego::{Denial, Input, Module, PolicySet, is_separable};

/// Asks one policy about its population.
pub fn judged<'a>(
    set: &PolicySet,
    policy: &Policy,
    module: &Module,
    populations: &Populations<'a>,
    inputs: &BTreeMap<EvidenceKind, Input>,
    likeness: &Likeness<'_>,
) -> Judged<'a> {
    // Policies may be anybody's, and one that breaks the engine must not take the others' answers with it.
    let attempt =
        panic::catch_unwind(AssertUnwindSafe(|| answered(set, policy, module, populations, inputs, likeness)));
    let broke = || Err(Problem::at(module.package_span, format!("the engine broke down on `{}`", policy.id)));
    match attempt.unwrap_or_else(|_| broke()) {
        Ok(verdicts) => Judged { verdicts, problems: Vec::new() },
        Err(problem) => Judged { verdicts: BTreeMap::new(), problems: vec![problem] },
    }
}

fn answered<'a>(
    set: &PolicySet,
    policy: &Policy,
    module: &Module,
    populations: &Populations<'a>,
    inputs: &BTreeMap<EvidenceKind, Input>,
    likeness: &Likeness<'_>,
) -> Result<BTreeMap<&'a str, Verdict<'a>>, Problem> {
    // A container of Compose is not asked what the policy tells how to mend only in Kubernetes.
    let serves = |it: &Evidence| policy.remediation_of(it).is_some();
    // What nobody is asked is not compiled either.
    let population = populations.get(&policy.kind).filter(|all| all.iter().any(|it| serves(it)));
    let Some(everybody) = population else { return Ok(BTreeMap::new()) };
    let libraries = set.imported(module);
    let kinds = kinds_read(policy, module, &libraries);
    let input = kinds.iter().filter_map(|it| inputs.get(it)).fold(Input::empty(), |all, it| all.overlaid(it));
    // One subject of each group answers for those that state the same.
    let is_own = kinds.len() == 1 && !set.is_from_folder(module.source);
    let groups = if is_own { likeness.groups(policy) } else { None }
        .filter(|_| is_separable(module, &libraries, policy.kind) && is_nameless(module, &libraries));
    let is_nameless = groups.is_some();
    let first = |it: &Vec<usize>| it.first().copied();
    let (population, input) = match &groups {
        Some(groups) => {
            let firsts = groups.iter().filter_map(first);
            let subjects = firsts.clone().filter_map(|at| everybody.get(at).copied());
            (subjects.collect(), input.nameless(policy.kind, firsts))
        }
        None => (everybody.clone(), input),
    };
    let by_id: HashMap<&str, &'a Evidence> = population.iter().map(|it| (it.id.as_str(), *it)).collect();
    let mut judge = set.judge(module)?;
    let base = judge.answers(&input)?;
    let mut verdicts = BTreeMap::new();
    let mut denials: HashMap<&str, Vec<(Denial, Outcome)>> = HashMap::new();
    for denial in &base.denials {
        denials.entry(&denial.subject).or_default().push((denial.clone(), Outcome::Fail));
    }
    for id in &base.subjects {
        let Some(subject) = by_id.get(id.as_str()).copied() else {
            let message = format!("the policy names `{id}`, which is no {}", policy.kind.name());
            return Err(Problem::at(module.package_span, message));
        };
        if !serves(subject) {
            continue;
        }
        let denials = denials.remove(id.as_str()).unwrap_or_default();
        let outcome = if denials.is_empty() { Outcome::Pass } else { Outcome::Fail };
        verdicts.insert(subject.id.as_str(), Verdict { subject, outcome, denials });
    }
    let others_hang = kinds.iter().filter(|it| **it != policy.kind).any(|kind| {
        let population = populations.get(kind).map(Vec::as_slice).unwrap_or_default();
        population.iter().any(|it| reads_unresolved(policy, it))
    });
    let hangs = |it: &Evidence| others_hang || reads_unresolved(policy, it);
    let hanging: Vec<&Evidence> = population.iter().copied().filter(|it| serves(it) && hangs(it)).collect();
    if !hanging.is_empty() {
        let mut reads = Reads::default();
        reads.add(policy, &kinds, !set.is_from_folder(module.source));
        let (libraries, reads) = (&libraries, &reads);
        let trials = Trials {
            policy,
            module,
            libraries,
            kinds: &kinds,
            reads,
            populations,
            input: &input,
            others_hang,
            is_nameless,
        };
        for (subject, verdict) in trials.verdicts(&mut judge, &hanging) {
            match verdict {
                Some(verdict) => verdicts.insert(subject, verdict),
                None => verdicts.remove(subject),
            };
        }
    }
    Ok(match groups {
        Some(groups) => for_all(&groups, everybody, &verdicts),
        None => verdicts,
    })
}

/// The verdicts on the first of each group as those on all of its members, each in its own name.
fn for_all<'a>(
    groups: &[Vec<usize>],
    everybody: &[&'a Evidence],
    verdicts: &BTreeMap<&str, Verdict<'a>>,
) -> BTreeMap<&'a str, Verdict<'a>> {
    let mut all = BTreeMap::new();
    for group in groups {
        let mut members = group.iter().filter_map(|at| everybody.get(*at).copied());
        let verdict = members.clone().next().and_then(|it| verdicts.get(it.id.as_str()));
        if let Some(verdict) = verdict {
            all.extend(members.by_ref().map(|it| (it.id.as_str(), of_member(verdict, it))));
        }
    }
    all
}

fn of_member<'a>(verdict: &Verdict<'a>, subject: &'a Evidence) -> Verdict<'a> {
    let named = |(denial, outcome): &(Denial, Outcome)| {
        let message = denial.message.replace(NAME, &subject.name);
        (Denial { subject: subject.id.clone(), path: denial.path.clone(), message }, *outcome)
    };
    let mut denials: Vec<(Denial, Outcome)> = verdict.denials.iter().map(named).collect();
    // Their order is that of the words, and a name may change it.
    denials.sort();
    Verdict { subject, outcome: verdict.outcome, denials }
}

/// The kinds that a policy's code names.
pub fn kinds_read(policy: &Policy, module: &Module, libraries: &[&Module]) -> BTreeSet<EvidenceKind> {
    let mut kinds = BTreeSet::from([policy.kind]);
    for it in libraries.iter().copied().chain([module]) {
        for rest in it.text.split("input.").skip(1) {
            let end = rest.find(|it: char| !it.is_alphanumeric() && it != '_').unwrap_or(rest.len());
            kinds.extend(rest.get(..end).and_then(EvidenceKind::from_name));
        }
    }
    kinds
}

#[cfg(test)]
mod tests;
