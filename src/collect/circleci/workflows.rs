//! Workflows: which jobs run, when, after which others, and after whose approval.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::collect::pipeline::facts::one_or_many;
use crate::collect::pipeline::rows::{Job, Occasions};
use crate::collect::target::SourceFile;
use crate::model::{Node, Span};

use super::job::{self, Use};

/// One line of a workflow's jobs.
struct Line<'a> {
    name: &'a str,
    defined: &'a str,
    name_span: Span,
    stated: Option<&'a Node>,
    requires: Vec<&'a str>,
}

impl Line<'_> {
    fn is_approval(&self) -> bool {
        self.stated.and_then(|it| it.get("type")).and_then(Node::as_str) == Some("approval")
    }
}

/// The jobs of every workflow, and those that no workflow runs.
pub(super) fn jobs(file: &SourceFile, document: &Node) -> Vec<Job> {
    let mut jobs = Vec::new();
    let mut used = BTreeSet::new();
    let workflows = document.get("workflows").map(Node::entries).unwrap_or_default();
    for workflow in workflows.iter().filter(|it| it.node.get("jobs").is_some()) {
        let lines = lines(&workflow.node);
        used.extend(lines.iter().map(|it| it.defined));
        add(file, document, &workflow.name, &workflow.node, &lines, &mut jobs);
    }
    let defined = document.get("jobs").map(Node::entries).unwrap_or_default();
    for entry in defined.iter().filter(|it| !used.contains(&*it.name)) {
        let name_span = entry.node.name_span.unwrap_or(entry.node.span);
        let address = format!("jobs.{}", entry.name);
        let (name, defined) = (entry.name.to_string(), &*entry.name);
        let line = Use { address, name, defined, name_span, stated: None, approval: None };
        let mut job = job::job(file, document, &line);
        // Without workflows, `build` is what runs.
        job.occasions.changes = workflows.is_empty() && &*entry.name == "build";
        jobs.push(job);
    }
    jobs
}

fn add(file: &SourceFile, document: &Node, workflow: &str, node: &Node, lines: &[Line<'_>], jobs: &mut Vec<Job>) {
    let called = called(lines);
    let approved = approved(&called, lines);
    // Approvals are no jobs of their own: those that wait for one are approved.
    let mut places: HashMap<&str, usize> = HashMap::new();
    for (at, line) in lines.iter().filter(|it| !it.is_approval()).enumerate() {
        places.entry(line.name).or_insert(jobs.len() + at);
    }
    for line in lines.iter().filter(|it| !it.is_approval()) {
        let before = near(&called, line);
        let used = Use {
            address: format!("workflows.{workflow}.{}", line.name),
            name: line.name.to_owned(),
            defined: line.defined,
            name_span: line.name_span,
            stated: line.stated,
            approval: approved.get(line.name).copied(),
        };
        let mut job = job::job(file, document, &used);
        job.waits_for = vec![before.iter().filter_map(|it| places.get(it).copied()).collect()];
        job.occasions = occasions(node, line.stated);
        jobs.push(job);
    }
}

fn lines(workflow: &Node) -> Vec<Line<'_>> {
    let listed = workflow.get("jobs").map(Node::items).unwrap_or_default().iter();
    listed
        .filter_map(|it| {
            let (defined, stated, name_span) = match (it.as_str(), it.entries().first()) {
                (Some(name), _) => (name, None, it.span),
                (None, Some(entry)) => (&*entry.name, Some(&entry.node), entry.node.name_span.unwrap_or(it.span)),
                (None, None) => return None,
            };
            let name = stated.and_then(|it| it.get("name")?.as_str()).unwrap_or(defined);
            let requires = one_or_many(stated.and_then(|it| it.get("requires")));
            Some(Line {
                name,
                defined,
                name_span,
                stated,
                requires: requires.into_iter().filter_map(Node::as_str).collect(),
            })
        })
        .collect()
}

/// Lines by what others require them as: their name, or that of the job they use. The first of a name counts.
fn called<'a>(lines: &'a [Line<'a>]) -> HashMap<&'a str, &'a Line<'a>> {
    let mut called = HashMap::new();
    for line in lines {
        called.entry(line.name).or_insert(line);
        called.entry(line.defined).or_insert(line);
    }
    called
}

/// Approvals that are looked through for the jobs behind them: no workflow waits for so many people in a row.
const MOST_APPROVALS: usize = 200;

/// The jobs that come right before, approvals between left out.
fn near<'a>(called: &HashMap<&'a str, &'a Line<'a>>, line: &Line<'a>) -> BTreeSet<&'a str> {
    let (mut near, mut met) = (BTreeSet::new(), HashSet::new());
    let mut waiting: Vec<&str> = line.requires.clone();
    while let Some(name) = waiting.pop() {
        let Some(required) = called.get(name) else { continue };
        if !required.is_approval() {
            near.insert(required.name);
        } else if met.len() < MOST_APPROVALS && met.insert(required.name) {
            waiting.extend(&required.requires);
        }
    }
    near
}

/// The first approval that comes before each line, by the line's name: every approval is followed to all that wait for
/// it, and none is followed past what already has one.
fn approved<'a>(called: &HashMap<&'a str, &'a Line<'a>>, lines: &[Line<'a>]) -> HashMap<&'a str, Span> {
    let mut waiting_for: HashMap<&str, Vec<&str>> = HashMap::new();
    for line in lines {
        for required in line.requires.iter().filter_map(|it| called.get(it)) {
            waiting_for.entry(required.name).or_default().push(line.name);
        }
    }
    let mut approved = HashMap::new();
    for approval in lines.iter().filter(|it| it.is_approval()) {
        let mut reached = vec![approval.name];
        while let Some(name) = reached.pop() {
            for later in waiting_for.get(name).into_iter().flatten() {
                approved.entry(*later).or_insert_with(|| {
                    reached.push(later);
                    approval.name_span
                });
            }
        }
    }
    approved
}

/// When a workflow runs a job: on every push to every branch, unless filters or a schedule say otherwise.
fn occasions(workflow: &Node, stated: Option<&Node>) -> Occasions {
    let schedule = workflow.get("triggers").is_some_and(|it| it.items().iter().any(|it| it.get("schedule").is_some()));
    let branches = stated.and_then(|it| it.get("filters")).and_then(|it| it.get("branches"));
    let only = one_or_many(branches.and_then(|it| it.get("only")));
    let is_pattern = |it: &&Node| it.as_str().is_some_and(|text| text.starts_with('/'));
    let ignores_all =
        one_or_many(branches.and_then(|it| it.get("ignore"))).iter().any(|it| it.as_str() == Some("/.*/"));
    Occasions { changes: !schedule && !ignores_all && (only.is_empty() || only.iter().any(is_pattern)), schedule }
}
