//! Verdicts of all policies to the status of each criterion.

use std::collections::{BTreeMap, BTreeSet};

use super::accept::Attested;
use super::gate::plural;
use crate::model::{
    AspectResult, ControlStatus, Criterion, CriterionResult, FileStatus, Framework, Ledger, LedgerEntry, Link, Measure,
    Nature, Policy, PolicyId, Population, Strength,
};

/// What a policy says of its population, in numbers.
#[derive(Debug)]
pub struct Counted<'a> {
    pub policy: &'a Policy,
    pub population: Population,
    /// Whether the policy failed to answer.
    pub is_broken: bool,
}

/// Every criterion of the frameworks, in their order, whether in scope or not.
pub fn criteria(
    frameworks: &[Framework],
    in_scope: &dyn Fn(&Framework, &Criterion) -> bool,
    policies: &[Counted<'_>],
    ledger: &Ledger,
    attested: &Attested,
) -> Vec<CriterionResult> {
    let mut linked: BTreeMap<&str, Vec<(&Counted<'_>, &Link)>> = BTreeMap::new();
    for counted in policies {
        for link in &counted.policy.criteria {
            linked.entry(&link.criterion).or_default().push((counted, link));
        }
    }
    let result = |(framework, criterion): (&Framework, &Criterion)| {
        let links = linked.get(criterion.id.as_str()).map(Vec::as_slice).unwrap_or_default();
        result(framework, criterion, in_scope(framework, criterion), links, ledger, attested)
    };
    let all = frameworks.iter().flat_map(|it| it.criteria.iter().map(move |criterion| (it, criterion)));
    all.map(result).collect()
}

fn result(
    framework: &Framework,
    criterion: &Criterion,
    is_in_scope: bool,
    links: &[(&Counted<'_>, &Link)],
    ledger: &Ledger,
    attested: &Attested,
) -> CriterionResult {
    let policies: BTreeMap<&PolicyId, &Counted<'_>> = links.iter().map(|(it, _)| (&it.policy.id, *it)).collect();
    let mut population = Population::default();
    for it in policies.values() {
        population.add(it.population);
    }
    let aspects: Vec<AspectResult> =
        criterion.aspects.iter().map(|it| aspect(it, links, attested.by(&criterion.id, &it.id))).collect();
    let unread_files = unread(&policies, ledger);
    let broken = policies.values().filter(|it| it.is_broken).count();
    let (status, reason) = if is_in_scope {
        status(criterion, &policies, population, &aspects, unread_files, broken)
    } else {
        (ControlStatus::OutOfScope, "its category was not chosen".to_owned())
    };
    CriterionResult {
        id: criterion.id.clone(),
        framework: framework.id.clone(),
        title: criterion.title.clone(),
        category: criterion.category.clone(),
        nature: criterion.nature,
        status,
        reason,
        aspects,
        population,
        policies: policies.into_keys().cloned().collect(),
        unread_files,
        objective: (framework.measure == Measure::ControlObjective).then(|| criterion.summary.clone()),
        user_entities: criterion.user_entities.clone(),
        subservice_organizations: criterion.subservice_organizations.clone(),
    }
}

/// An aspect is covered when a primary link to it has a population that passes, and none to it has one that does not;
/// or when a person attests it and no primary link to it has one that does not.
fn aspect(aspect: &crate::model::Aspect, links: &[(&Counted<'_>, &Link)], attested_by: Option<&str>) -> AspectResult {
    let primary = links.iter().filter(|(_, link)| link.aspect == aspect.id && link.strength == Strength::Primary);
    let primary: Vec<&Counted<'_>> = primary.map(|(it, _)| *it).filter(|it| it.population.subjects > 0).collect();
    let passes = primary.iter().all(|it| it.population.pass == it.population.subjects);
    let shown = passes && !primary.is_empty();
    let attested_by = attested_by.filter(|_| passes && !shown);
    AspectResult {
        id: aspect.id.clone(),
        title: aspect.title.clone(),
        nature: aspect.nature,
        covered: shown || attested_by.is_some(),
        covered_by: if shown { primary.iter().map(|it| it.policy.id.clone()).collect() } else { Vec::new() },
        attested_by: attested_by.map(str::to_owned),
    }
}

/// Files that a linked policy's collector could not read whole, or that may be of one.
fn unread(policies: &BTreeMap<&PolicyId, &Counted<'_>>, ledger: &Ledger) -> usize {
    let is_served = |collector: &str| policies.values().any(|it| it.policy.formats().any(|format| format == collector));
    let unread = ledger.files.iter().filter(|it| matches!(it.status, FileStatus::Partly | FileStatus::Failed));
    let may_hide = |it: &&LedgerEntry| match &it.collector {
        Some(collector) => is_served(collector),
        None => it.could_be.is_empty() || it.could_be.iter().any(|it| is_served(it)),
    };
    unread.filter(may_hide).count()
}

fn status(
    criterion: &Criterion,
    policies: &BTreeMap<&PolicyId, &Counted<'_>>,
    population: Population,
    aspects: &[AspectResult],
    unread_files: usize,
    broken: usize,
) -> (ControlStatus, String) {
    let covered = aspects.iter().filter(|it| it.covered).count();
    let uncovered = || {
        let titles: Vec<&str> = aspects.iter().filter(|it| !it.covered).map(|it| it.title.as_str()).collect();
        titles.join("; ")
    };
    if population.fail > 0 {
        let failing = policies.values().filter(|it| it.population.fail > 0).count();
        let of = if failing == 1 { "1 policy fails" } else { &format!("{failing} policies fail") };
        return (ControlStatus::Gap, format!("{of} on {}", plural(population.fail, "subject")));
    }
    if population.undetermined > 0 {
        let reason = format!("{} cannot be judged from the files", plural(population.undetermined, "subject"));
        return (ControlStatus::Undetermined, reason);
    }
    if broken > 0 {
        return (ControlStatus::Undetermined, "a policy failed to answer".to_owned());
    }
    if unread_files > 0 && !policies.is_empty() {
        let reason = format!("{} could not be read whole and may hide a failure", plural(unread_files, "file"));
        return (ControlStatus::Undetermined, reason);
    }
    let attested = aspects.iter().filter(|it| it.attested_by.is_some()).count();
    if population.subjects == 0 && attested > 0 && attested == aspects.len() {
        return (ControlStatus::Attested, format!("attested by {}", attestants(aspects)));
    }
    if population.subjects == 0 && attested > 0 {
        return (ControlStatus::Partial, format!("attested in part; not covered: {}", uncovered()));
    }
    if criterion.nature == Nature::Organizational && covered == 0 {
        return (ControlStatus::Manual, "only a person can answer, and no attestation does".to_owned());
    }
    if policies.is_empty() {
        return (ControlStatus::Manual, "no policy looks at it, and no attestation does".to_owned());
    }
    if population.subjects == 0 {
        return (ControlStatus::NoEvidence, "nothing that its policies judge was found".to_owned());
    }
    if population.waived > 0 {
        return (ControlStatus::Waived, format!("{} accepted by waivers", plural(population.waived, "failure")));
    }
    if covered == aspects.len() {
        return (ControlStatus::Satisfied, "every aspect is covered".to_owned());
    }
    if covered > 0 {
        return (ControlStatus::Partial, format!("not covered: {}", uncovered()));
    }
    // Something was found and passes, but bears on the aspects without covering one.
    (ControlStatus::Partial, format!("only supporting policies pass; not covered: {}", uncovered()))
}

/// Who attests, each once.
fn attestants(aspects: &[AspectResult]) -> String {
    let people: BTreeSet<&str> = aspects.iter().filter_map(|it| it.attested_by.as_deref()).collect();
    people.into_iter().collect::<Vec<_>>().join(", ")
}
