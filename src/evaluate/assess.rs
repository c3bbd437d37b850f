//! The whole judgement: every policy in scope over the evidence, then findings, criteria and the gate.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::accept;
use super::alike::Likeness;
use super::compare::{self, Before};
use super::criteria::{self, Counted};
use super::findings;
use super::focus;
use super::gate;
use super::judgement;
use super::population::Populations;
use super::reads::{AS_IT_STANDS, Reads};
use super::variants::{self, Varied};
use crate::model::assessment::SCHEMA_VERSION;
use crate::model::{
    Accepted, Assessment, Comparison, Criterion, Document, EvidenceKind, Examination, Finding, Framework,
    FrameworkScope, Frameworks, Outcome, Pass, Policy, PolicyResult, Population, Problem, Run, Scope, Severity, Tool,
};
use crate::rego::parts::parts;
use crate::rego::{Input, Module, PolicySet};

/// What the user chose, and the day to judge by.
#[derive(Clone, Debug)]
pub struct Options {
    /// `YYYY-MM-DD`.
    pub date: String,
    /// Categories in scope besides those that always are.
    pub categories: Vec<String>,
    /// Criteria to keep to; all when empty.
    pub criteria: Vec<String>,
    pub fail_on: Severity,
    pub strict: bool,
    /// Whether to list the passing subjects.
    pub passes: bool,
    /// The kind of report that is wanted, where anybody says so.
    pub examination: Option<Examination>,
    /// What people accept and attest.
    pub accepted: Accepted,
    /// The state before, when only what a change brings is to count.
    pub before: Option<Before>,
}

/// Judges the evidence by all policies linked to a criterion in scope.
pub fn assess(document: &Document, set: &PolicySet, frameworks: &Frameworks, options: &Options) -> Assessment {
    let in_scope = |framework: &Framework, criterion: &Criterion| {
        let always = framework.categories.iter().any(|it| it.always && it.id == criterion.category);
        (always || options.categories.contains(&criterion.category))
            && (options.criteria.is_empty() || options.criteria.contains(&criterion.id))
    };
    let linked = |policy: &Policy| -> Vec<String> {
        let is_in_scope = |id: &str| frameworks.criterion(id).is_some_and(|(framework, it)| in_scope(framework, it));
        let criteria = policy.criteria.iter().filter(|it| is_in_scope(&it.criterion));
        let mut ids: Vec<String> = criteria.map(|it| it.criterion.clone()).collect();
        let mut seen = BTreeSet::new();
        ids.retain(|it| seen.insert(it.clone()));
        ids
    };
    let chosen: Vec<(&Policy, &Module, Vec<String>)> = set
        .policies
        .iter()
        .map(|(policy, module)| (policy, module, linked(policy)))
        .filter(|it| !it.2.is_empty())
        .collect();
    let mut populations = Populations::new();
    for it in &document.evidence {
        populations.entry(it.kind).or_default().push(it);
    }
    let (inputs, likeness) = inputs(&populations, &chosen, set, &options.date);
    // Most verdicts pass and are only counted: they are let go policy by policy, and never all at once in memory.
    let judged: Vec<Judged<'_>> = chosen
        .par_iter()
        .map(|(policy, module, criteria)| {
            let varied = variants::varied(set, policy, module, &populations, &inputs, &likeness, &document.sources);
            told(policy, criteria, varied, document, options)
        })
        .collect();
    drop(inputs);
    let mut findings = Vec::new();
    let mut passes = Vec::new();
    let mut counted = Vec::new();
    let mut problems = Vec::new();
    for it in judged {
        findings.extend(it.findings);
        passes.extend(it.passes);
        problems.extend(it.problems.into_iter().map(|it| it.located(&set.sources)));
        counted.push(it.counted);
    }
    findings.sort_by(|a: &Finding, b| order(a).cmp(&order(b)));
    let populations: BTreeMap<&str, Population> =
        counted.iter().map(|it| (it.policy.id.0.as_str(), it.population)).collect();
    let asked: Vec<&Policy> = chosen.iter().map(|it| it.0).collect();
    let all: Vec<&Policy> = set.policies.iter().map(|it| &it.0).collect();
    let context = accept::Context {
        document,
        frameworks,
        accepted: &options.accepted,
        today: &options.date,
        judged: &asked,
        all: &all,
        populations: &populations,
    };
    let acceptance = accept::accept(&mut findings, &context);
    count_waived(&mut counted, &findings);
    let before = options.before.as_ref();
    let comparison = before.map(|it| compare::compare(&mut findings, it, document));
    let criteria = criteria::criteria(&frameworks.asked, &in_scope, &counted, &document.ledger, &acceptance.attested);
    let moved = before.map(|it| compare::statuses(&criteria, it)).unwrap_or_default();
    let comparison = comparison.map(|it| Comparison { criteria: moved, ..it });
    let judged = counted.iter().map(|it| it.population.subjects).sum();
    let broken_policies = counted.iter().filter(|it| it.is_broken).count();
    let gate = gate::gate(
        options.fail_on,
        options.strict,
        &gate::Counted { findings: &findings, ledger: &document.ledger, judged, broken_policies },
    );
    Assessment {
        schema_version: SCHEMA_VERSION.to_owned(),
        tool: tool(set),
        run: Run {
            date: options.date.clone(),
            root: ".".to_owned(),
            repository: document.repository.clone(),
            examination: options.examination.clone(),
        },
        scope: scope(frameworks, options),
        frameworks: frameworks.asked.iter().map(|it| framework_scope(it, options)).collect(),
        gate,
        ledger: document.ledger.clone(),
        problems,
        criteria,
        policies: counted.iter().map(|it| policy_result(it.policy, it.population, frameworks)).collect(),
        findings,
        waivers: acceptance.waivers,
        foreign: acceptance.foreign,
        attestations: acceptance.attestations,
        baseline: acceptance.baseline,
        comparison,
        remarks: acceptance.remarks,
        repositories: Vec::new(),
        passes: options.passes.then_some(passes),
    }
}

/// What one policy comes to.
struct Judged<'a> {
    counted: Counted<'a>,
    findings: Vec<Finding>,
    passes: Vec<Pass>,
    problems: Vec<Problem>,
}

fn told<'a>(
    policy: &'a Policy,
    criteria: &[String],
    (judged, severities): Varied<'_>,
    document: &Document,
    options: &Options,
) -> Judged<'a> {
    let mut population = Population::default();
    let (mut findings, mut passes) = (Vec::new(), Vec::new());
    for verdict in judged.verdicts.values() {
        let found = findings::findings(policy, criteria, verdict, &document.sources);
        let Some(found) = focus::asked_about(document, verdict.subject.span, found) else { continue };
        population.count(verdict.outcome);
        let severity = severities.get(verdict.subject.id.as_str()).copied().unwrap_or(policy.severity);
        findings.extend(found.into_iter().map(|it| Finding { severity, ..it }));
        if options.passes && verdict.outcome == Outcome::Pass {
            passes.push(findings::pass(policy, verdict.subject, &document.sources));
        }
    }
    let is_broken = !judged.problems.is_empty();
    Judged { counted: Counted { policy, population, is_broken }, findings, passes, problems: judged.problems }
}

/// A subject whose every finding is waived counts as waived.
fn count_waived(counted: &mut [Counted<'_>], findings: &[Finding]) {
    let mut subjects: BTreeMap<(&str, &str), (Outcome, bool)> = BTreeMap::new();
    for it in findings {
        let key = (it.policy.0.as_str(), it.subject.id.as_str());
        let (worst, all_waived) = subjects.entry(key).or_insert((it.outcome, true));
        *worst = (*worst).min(it.outcome);
        *all_waived &= it.waiver.is_some();
    }
    subjects.retain(|_, it| it.1);
    let mut policies: BTreeMap<&str, &mut Population> =
        counted.iter_mut().map(|it| (it.policy.id.0.as_str(), &mut it.population)).collect();
    for ((policy, _), (outcome, _)) in subjects {
        let Some(population) = policies.get_mut(policy) else { continue };
        population.waived += 1;
        match outcome {
            Outcome::Fail => population.fail = population.fail.saturating_sub(1),
            Outcome::Undetermined | Outcome::Pass => {
                population.undetermined = population.undetermined.saturating_sub(1);
            }
        }
    }
}

/// This program, with the policies in use.
pub fn tool(set: &PolicySet) -> Tool {
    Tool {
        name: env!("CARGO_PKG_NAME").to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        policies_digest: set.digest.clone(),
    }
}

/// The first framework of the run, in the words that there were before there could be several.
fn scope(frameworks: &Frameworks, options: &Options) -> Scope {
    let first = frameworks.asked.first();
    Scope {
        framework: first.map(|it| it.id.clone()).unwrap_or_default(),
        framework_title: first.map(|it| it.title.clone()).unwrap_or_default(),
        categories: first.map(|it| categories(it, options)).unwrap_or_default(),
    }
}

fn framework_scope(framework: &Framework, options: &Options) -> FrameworkScope {
    FrameworkScope {
        id: framework.id.clone(),
        title: framework.title.clone(),
        measure: framework.measure,
        readers: framework.readers.clone(),
        reference: framework.reference.clone(),
        categories: categories(framework, options),
    }
}

fn categories(framework: &Framework, options: &Options) -> Vec<String> {
    let chosen = framework.categories.iter().filter(|it| it.always || options.categories.contains(&it.id));
    chosen.map(|it| it.id.clone()).collect()
}

/// The populations as policies see them, made once for all policies that look at a kind, and who is alike in them.
fn inputs<'a>(
    populations: &Populations<'a>,
    chosen: &[(&Policy, &Module, Vec<String>)],
    set: &PolicySet,
    today: &str,
) -> (BTreeMap<EvidenceKind, Input>, Likeness<'a>) {
    let mut reads = Reads::default();
    let mut wanted: BTreeSet<EvidenceKind> = BTreeSet::new();
    for (policy, module, _) in chosen.iter().filter(|it| populations.contains_key(&it.0.kind)) {
        let kinds = judgement::kinds_read(policy, module, &set.imported(module));
        let is_built_in = !set.is_from_folder(module.source);
        reads.add(policy, &kinds, is_built_in);
        if kinds.contains(&AS_IT_STANDS) {
            let libraries = set.imported(module);
            reads.add_parts(policy, |fact| parts(module, &libraries, fact).filter(|_| is_built_in));
        }
        wanted.extend(kinds);
    }
    let made = wanted.into_par_iter().map(|kind| {
        let population = populations.get(&kind).cloned().unwrap_or_default();
        (kind, Input::new([(kind, population)], &|kind, fact| reads.wanted(kind, fact)).on(today))
    });
    (made.collect(), Likeness::of(populations, &reads))
}

/// Failures first, worst first, then by policy and place, so that one cause stands together.
pub(super) fn order(finding: &Finding) -> (Outcome, Reverse<Severity>, &str, &crate::model::Location, &str, &[String]) {
    (
        finding.outcome,
        Reverse(finding.severity),
        &finding.policy.0,
        &finding.location,
        &finding.subject.id,
        &finding.path,
    )
}

/// What a report lists of a policy: of its links those to the frameworks of the run.
fn policy_result(policy: &Policy, population: Population, frameworks: &Frameworks) -> PolicyResult {
    let links = policy.criteria.iter().filter(|it| frameworks.criterion(&it.criterion).is_some());
    PolicyResult {
        id: policy.id.clone(),
        title: policy.title.clone(),
        description: policy.description.clone(),
        severity: policy.severity,
        criteria: links.cloned().collect(),
        tests: policy.tests,
        aliases: policy.aliases.clone(),
        formats: policy.formats().map(str::to_owned).collect(),
        remediation: policy.remediation.clone(),
        population,
    }
}
