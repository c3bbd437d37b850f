//! A pipeline as its format was read, and the evidence that it becomes: the same for every system that has stages, jobs
//! and scripts.

use camino::Utf8PathBuf;

use crate::model::{Cause, Evidence, EvidenceKind, Node, Shape, Span};

use super::checks::Runs;
use super::facts::{Facts, unresolved};
use super::order::{self, Group, Waiting};

/// A pipeline file with all that it includes.
pub(crate) struct Pipeline {
    pub(crate) format: &'static str,
    pub(crate) path: Utf8PathBuf,
    pub(crate) name: String,
    pub(crate) name_span: Span,
    pub(crate) span: Span,
    /// What its format alone tells of it.
    pub(crate) facts: Facts,
    /// What runs beside its jobs: scanners that come with an included template.
    pub(crate) runs: Runs,
    pub(crate) jobs: Vec<Job>,
}

/// What runs as one: on one machine, with one result.
#[derive(Default)]
pub(crate) struct Job {
    pub(crate) name: String,
    /// Its path in the file: `workflows.build.jobs.test`.
    pub(crate) address: String,
    pub(crate) name_span: Option<Span>,
    pub(crate) span: Option<Span>,
    /// The jobs that end before it begins, by their place in the list.
    pub(crate) waits_for: Vec<Group>,
    pub(crate) occasions: Occasions,
    pub(crate) runs: Runs,
    /// What its format alone tells of it.
    pub(crate) facts: Facts,
    pub(crate) steps: Vec<Step>,
}

/// When a job runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Occasions {
    /// For proposed changes, or pushes to any branch.
    pub(crate) changes: bool,
    pub(crate) schedule: bool,
}

/// A script, or a part that others wrote.
pub(crate) struct Step {
    pub(crate) name: String,
    pub(crate) address: String,
    pub(crate) name_span: Span,
    pub(crate) span: Span,
    pub(crate) facts: Facts,
}

/// Jobs that one waits for and that are named: two stages of thousands would come to millions of names.
const MOST_NAMED: usize = 200;

/// What a pipeline runs for proposed changes, by the clock, or at all.
#[derive(Clone, Debug, Default)]
pub(in crate::collect) struct PipelineRuns {
    pub(in crate::collect) changes: Runs,
    pub(in crate::collect) schedule: Runs,
    pub(in crate::collect) any: Runs,
}

impl Pipeline {
    /// What it runs, by occasion. What comes with it runs whenever it does.
    pub(in crate::collect) fn by_occasion(&self) -> PipelineRuns {
        let mut found = PipelineRuns { changes: self.runs.clone(), schedule: Runs::default(), any: self.runs.clone() };
        for job in &self.jobs {
            found.any.extend(job.runs.clone());
            if job.occasions.changes {
                found.changes.extend(job.runs.clone());
            }
            if job.occasions.schedule {
                found.schedule.extend(job.runs.clone());
            }
        }
        found
    }

    /// The pipeline's own evidence, then that of each job and its steps.
    pub(crate) fn into_evidence(mut self) -> Vec<Evidence> {
        let id = format!("{}:{}#pipeline", self.format, self.path);
        let mut runs = self.runs.clone();
        self.jobs.iter().for_each(|it| runs.extend(it.runs.clone()));
        let mut facts = std::mem::take(&mut self.facts);
        let names = self.jobs.iter().map(|it| Node::new(it.name.as_str(), it.name_span.unwrap_or(self.name_span)));
        facts.put("jobs", Node::list(names.collect(), self.name_span));
        facts.put("runs", runs.as_fact(self.name_span));
        let before = self.before();
        let names: Vec<String> = self.jobs.iter().map(|it| it.name.clone()).collect();
        let mut evidence = vec![Evidence {
            id: id.clone(),
            kind: EvidenceKind::Pipeline,
            name: self.name.clone(),
            format: self.format,
            provider: None,
            native_type: Some("pipeline".to_owned()),
            address: None,
            span: self.span,
            name_span: self.name_span,
            called_from: Vec::new(),
            facts: facts.into_node(self.span),
        }];
        let jobs = std::mem::take(&mut self.jobs);
        for (job, before) in jobs.into_iter().zip(before) {
            evidence.extend(self.job(&id, job, &before, &names));
        }
        evidence
    }

    fn job(&self, pipeline: &str, job: Job, before: &Runs, names: &[String]) -> Vec<Evidence> {
        let name_span = job.name_span.unwrap_or(self.name_span);
        let span = job.span.unwrap_or(name_span);
        let id = format!("{}:{}#{}", self.format, self.path, job.address);
        let needs = needs(&job, names, name_span);
        let mut facts = job.facts;
        facts.put("pipeline", Node::new(pipeline, name_span));
        facts.put("needs", Node::list(needs, name_span));
        facts.put("runs_before", before.as_fact(name_span));
        facts.put("runs", job.runs.as_fact(name_span));
        facts.put_some("unheeded_checks", job.runs.unheeded());
        let own = Evidence {
            id: id.clone(),
            kind: EvidenceKind::Job,
            name: job.name,
            format: self.format,
            provider: None,
            native_type: Some("job".to_owned()),
            address: Some(job.address),
            span,
            name_span,
            called_from: Vec::new(),
            facts: facts.into_node(span).named(name_span),
        };
        let steps = job.steps.into_iter().map(|step| {
            let mut facts = step.facts;
            facts.put("job", Node::new(id.as_str(), step.name_span));
            facts.put("pipeline", Node::new(pipeline, step.name_span));
            Evidence {
                id: format!("{}:{}#{}", self.format, self.path, step.address),
                kind: EvidenceKind::Step,
                name: step.name,
                format: self.format,
                provider: None,
                native_type: Some("step".to_owned()),
                address: Some(step.address),
                span: step.span,
                name_span: step.name_span,
                called_from: Vec::new(),
                facts: facts.into_node(step.span).named(step.name_span),
            }
        });
        std::iter::once(own).chain(steps).collect()
    }

    /// What has run when the end of each job is reached.
    fn before(&self) -> Vec<Runs> {
        let jobs = self.jobs.iter().map(|it| Waiting {
            own: &it.runs,
            waits_for: &it.waits_for,
            span: it.span.unwrap_or(self.name_span),
        });
        let found = order::before(&jobs.collect::<Vec<_>>());
        let all = |it: Runs| {
            let mut runs = self.runs.clone();
            runs.add_first(Some(&it));
            runs
        };
        found.into_iter().map(all).collect()
    }
}

/// The names of the jobs that one waits for.
fn needs(job: &Job, names: &[String], span: Span) -> Vec<Node> {
    let named = |it: &usize| names.get(*it).map(|it| Node::new(it.as_str(), span));
    let mut needed = job.waits_for.iter().flat_map(|it| it.iter()).filter_map(named);
    let mut found: Vec<Node> = needed.by_ref().take(MOST_NAMED).collect();
    if needed.next().is_some() {
        let cause = Cause::OutOfScope(format!("the jobs after the first {MOST_NAMED} that this one waits for"));
        found.push(unresolved(cause, Shape::String, span));
    }
    found
}
