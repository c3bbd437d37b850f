//! The sum of assessments: populations and files are added, statuses are the worst, findings are the worst so many.

use std::collections::{BTreeMap, BTreeSet};

use crate::evaluate::assess::order;
use crate::evaluate::gate::{exit, plural};
use crate::model::assessment::SCHEMA_VERSION;
use crate::model::{
    Assessment, AttestationResult, BaselineResult, Examination, Finding, FrameworkScope, Gate, Ledger, LedgerEntry,
    LedgerSummary, Location, Notice, Outcome, PolicyId, PolicyResult, RepositoryResult, Run, Scope, Severity,
    Suppression, Tool, WaiverResult,
};

use super::compared::Compared;
use super::criteria::{Criteria, number};
use super::error::MergeError;
use super::member::Member;
use super::short::Short;

/// Findings that are listed, unless said otherwise.
pub const LISTED: usize = 10_000;

/// What is known of the assessments that were added. It grows with the number of repositories by a few hundred bytes
/// each, and with nothing else.
#[derive(Debug)]
pub struct Merge {
    listed: usize,
    begun: Option<Begun>,
}

#[derive(Debug)]
struct Begun {
    tool: Tool,
    scope: Scope,
    frameworks: Vec<FrameworkScope>,
    examinations: Vec<Option<Examination>>,
    ids: String,
    dates: BTreeSet<String>,
    digests: BTreeSet<String>,
    fail_on: Severity,
    strict: bool,
    repositories: Vec<RepositoryResult>,
    gaps: usize,
    files: LedgerSummary,
    entries: Short<LedgerEntry>,
    criteria: Criteria,
    policies: BTreeMap<PolicyId, PolicyResult>,
    findings: Vec<Finding>,
    left_out: usize,
    waivers: Short<WaiverResult>,
    attestations: Short<AttestationResult>,
    foreign: Short<Suppression>,
    baseline: Option<BaselineResult>,
    compared: Compared,
    problems: Short<Notice>,
    remarks: Short<Notice>,
}

impl Merge {
    /// Lists so many findings at most, the worst ones.
    pub fn new(listed: usize) -> Self {
        Self { listed, begun: None }
    }

    /// How many assessments were added.
    pub fn len(&self) -> usize {
        self.begun.as_ref().map_or(0, |it| it.repositories.len())
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Adds a repository.
    pub fn add(&mut self, member: Member) -> Result<(), MergeError> {
        let begun = self.begun.get_or_insert_with(|| Begun::new(&member.assessment));
        let found = member.assessment.framework_ids();
        if found != begun.ids {
            return Err(MergeError::Framework { found, expected: begun.ids.clone() });
        }
        begun.add(within(member));
        begun.shorten(self.listed.saturating_mul(2), self.listed);
        Ok(())
    }

    /// The assessment of all that were added; none where none was.
    pub fn finish(self) -> Option<Assessment> {
        let mut begun = self.begun?;
        begun.shorten(self.listed, self.listed);
        Some(begun.finish())
    }
}

impl Begun {
    fn new(first: &Assessment) -> Self {
        Self {
            tool: first.tool.clone(),
            scope: Scope { categories: Vec::new(), ..first.scope.clone() },
            frameworks: first.frameworks.clone(),
            examinations: Vec::new(),
            ids: first.framework_ids(),
            dates: BTreeSet::new(),
            digests: BTreeSet::new(),
            fail_on: first.gate.fail_on,
            strict: false,
            repositories: Vec::new(),
            gaps: 0,
            files: LedgerSummary::default(),
            entries: Short::new(),
            criteria: Criteria::default(),
            policies: BTreeMap::new(),
            findings: Vec::new(),
            left_out: 0,
            waivers: Short::new(),
            attestations: Short::new(),
            foreign: Short::new(),
            baseline: None,
            compared: Compared::new(),
            problems: Short::new(),
            remarks: Short::new(),
        }
    }

    fn add(&mut self, mut it: Assessment) {
        self.compared.add(&mut it);
        unite(&mut self.scope.categories, &it.scope.categories);
        for framework in &mut self.frameworks {
            let same = it.frameworks.iter().filter(|one| one.id == framework.id);
            same.for_each(|one| unite(&mut framework.categories, &one.categories));
        }
        if !self.examinations.contains(&it.run.examination) {
            self.examinations.push(it.run.examination.clone());
        }
        self.fail_on = self.fail_on.min(it.gate.fail_on);
        self.strict |= it.gate.strict;
        self.gaps += it.findings.iter().filter(|it| it.stands()).count();
        let files = it.ledger.summary;
        self.files.collected += files.collected;
        self.files.partly += files.partly;
        self.files.failed += files.failed;
        self.files.skipped += files.skipped;
        self.entries.extend(it.ledger.unread().cloned());
        it.criteria.into_iter().for_each(|it| self.criteria.add(it));
        for policy in it.policies {
            match self.policies.get_mut(&policy.id) {
                Some(known) => known.population.add(policy.population),
                None => {
                    self.policies.insert(policy.id.clone(), policy);
                }
            }
        }
        self.findings.extend(it.findings);
        self.waivers.extend(it.waivers);
        self.attestations.extend(it.attestations);
        self.foreign.extend(it.foreign);
        if let Some(one) = it.baseline {
            let all = self.baseline.get_or_insert_default();
            all.gaps += one.gaps;
            all.hidden += one.hidden;
            all.gone += one.gone;
            all.lapsed += one.lapsed;
        }
        self.problems.extend(it.problems);
        self.remarks.extend(it.remarks);
        self.repositories.extend(it.repositories);
        self.dates.insert(it.run.date);
        self.digests.insert(it.tool.policies_digest);
    }

    /// Keeps the worst findings once there are more than `above`.
    fn shorten(&mut self, above: usize, to: usize) {
        if self.findings.len() > above {
            self.findings.sort_by(|a, b| order(a).cmp(&order(b)));
            self.left_out += self.findings.len() - to;
            self.findings.truncate(to);
        }
    }

    fn finish(mut self) -> Assessment {
        self.findings.sort_by(|a, b| order(a).cmp(&order(b)));
        self.repositories.sort_by(|a, b| a.name.cmp(&b.name));
        let gate = self.gate();
        let remarks = self.said();
        let mut ledger = Ledger::new(self.entries.items);
        ledger.summary = self.files;
        let criteria = self.criteria.results();
        let digest = if self.digests.len() == 1 { self.tool.policies_digest.clone() } else { "several".to_owned() };
        Assessment {
            schema_version: SCHEMA_VERSION.to_owned(),
            tool: Tool { policies_digest: digest, ..self.tool },
            run: Run {
                date: self.dates.pop_last().unwrap_or_default(),
                root: ".".to_owned(),
                repository: None,
                // What some were examined for is not said of all.
                examination: self.examinations.pop().filter(|_| self.examinations.is_empty()).flatten(),
            },
            scope: self.scope,
            frameworks: self.frameworks,
            gate,
            ledger,
            problems: self.problems.items,
            comparison: self.compared.result(&criteria),
            criteria,
            policies: self.policies.into_values().collect(),
            findings: self.findings,
            waivers: self.waivers.items,
            foreign: self.foreign.items,
            attestations: self.attestations.items,
            baseline: self.baseline,
            remarks,
            repositories: self.repositories,
            passes: None,
        }
    }

    /// Passes where every repository passes; what some of them lack, the others do not make up for.
    fn gate(&self) -> Gate {
        let with = |code: u8| self.repositories.iter().filter(|it| it.exit_code == code).count();
        let all = number(self.repositories.len());
        let (incomplete, empty) = (with(exit::INCOMPLETE), with(exit::NOTHING_TO_JUDGE));
        let failing = self.repositories.iter().filter(|it| !it.passed).count() - incomplete - empty;
        let (exit_code, reason) = if failing > 0 {
            (exit::GAPS, format!("{failing} of {all} fail, with {}", plural(self.gaps, "gap")))
        } else if incomplete > 0 {
            (exit::INCOMPLETE, format!("evidence is incomplete in {incomplete} of {all}"))
        } else if empty == self.repositories.len() {
            (exit::NOTHING_TO_JUDGE, format!("nothing to judge in {all}"))
        } else if empty > 0 {
            (exit::PASSED, format!("no gap in {all} that fails its gate; nothing to judge in {empty}"))
        } else {
            (exit::PASSED, format!("no gap in {all} that fails its gate"))
        };
        let (fail_on, strict) = (self.fail_on, self.strict);
        Gate { fail_on, strict, passed: exit_code == exit::PASSED, exit_code, reason }
    }

    /// What was said of each, and what a reader of the sum must know.
    fn said(&mut self) -> Vec<Notice> {
        let say =
            |message: String, help: Option<&str>| Notice { message, location: None, help: help.map(str::to_owned) };
        let mut remarks = Vec::new();
        if self.left_out > 0 {
            let listed = self.findings.len();
            let fails = self.findings.iter().all(|it| it.outcome == Outcome::Fail);
            let which = if fails { "failures" } else { "findings" };
            remarks.push(say(
                format!(
                    "{} more are counted and not listed: the list is of the worst {listed} {which}",
                    plural(self.left_out, "finding")
                ),
                Some("`--max-listed` lists more, and `--format jsonl` and `csv` list all"),
            ));
        }
        if let (Some(first), Some(last), true) = (self.dates.first(), self.dates.last(), self.dates.len() > 1) {
            remarks.push(say(format!("repositories were judged between {first} and {last}"), None));
        }
        if self.digests.len() > 1 {
            let text = format!(
                "repositories were judged by {} sets of policies: their numbers do not compare",
                self.digests.len()
            );
            remarks.push(say(text, None));
        }
        remarks.extend(self.compared.said(self.repositories.len()).map(|it| say(it, None)));
        let others = [
            (self.entries.left_out, "file not read whole"),
            (self.waivers.left_out, "waiver"),
            (self.attestations.left_out, "attestation"),
            (self.foreign.left_out, "comment for other tools"),
            (self.compared.fixed.left_out, "mended gap"),
            (self.problems.left_out, "problem"),
            (self.remarks.left_out, "remark"),
        ];
        let others = others.iter().filter(|it| it.0 > 0);
        remarks.extend(
            others.map(|(left_out, what)| say(format!("not listed, for want of room ({what}): {left_out}"), None)),
        );
        remarks.append(&mut self.remarks.items);
        remarks
    }
}

fn unite(all: &mut Vec<String>, more: &[String]) {
    let new: Vec<String> = more.iter().filter(|it| !all.contains(it)).cloned().collect();
    all.extend(new);
}

/// The assessment with all its places below the name of its repository, and its people's entries told apart.
fn within(member: Member) -> Assessment {
    let Member { mut assessment, name } = member;
    let put = |location: &mut Location| {
        // A commit is no file: it keeps the mark by which that is known.
        let is_commit = location.is_commit();
        let file = &location.file;
        location.file = if is_commit { format!("{file} of {name}") } else { format!("{name}/{file}") }.into();
    };
    let fixed = assessment.comparison.iter_mut().flat_map(|it| &mut it.fixed);
    for it in assessment.findings.iter_mut().chain(fixed) {
        put(&mut it.location);
        put(&mut it.subject_location);
        it.related.iter_mut().for_each(|it| put(&mut it.location));
        it.unresolved.iter_mut().for_each(|it| put(&mut it.location));
        it.waiver = it.waiver.take().map(|it| format!("{name}/{it}"));
    }
    for it in &mut assessment.waivers {
        it.waiver.id = format!("{name}/{}", it.waiver.id);
        put(&mut it.waiver.location);
    }
    assessment.attestations.iter_mut().for_each(|it| put(&mut it.attestation.location));
    for it in &mut assessment.foreign {
        put(&mut it.location);
        put(&mut it.covers);
    }
    for it in &mut assessment.ledger.files {
        it.path = format!("{name}/{}", it.path).into();
        it.problems.iter_mut().filter_map(|it| it.location.as_mut()).for_each(put);
    }
    let notices = assessment.problems.iter_mut().chain(&mut assessment.remarks);
    for it in notices {
        match &mut it.location {
            Some(location) => put(location),
            None => it.message = format!("{name}: {}", it.message),
        }
    }
    assessment
}
