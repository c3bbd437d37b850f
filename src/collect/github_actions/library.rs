//! The workflows and composite actions of the repository, and what each of them runs with all that it calls.

use std::collections::BTreeMap;

use camino::{Utf8Path, Utf8PathBuf};

use crate::collect::pipeline::checks::{self, Hidden, Hides, Runs};
use crate::collect::pipeline::{text, tools};
use crate::collect::target::{SourceFile, Target};
use crate::model::{Node, Span};
use crate::syntax::yaml;

use super::context::is_workflow_path;
use super::handed::{Handed, handed};
use super::{expressions, triggers, uses};

/// How deep local calls may nest before they are left alone: the platform allows ten.
const DEPTH: usize = 10;

/// The local calls that are followed from one job: those that are under way, and what those that are done came to.
#[derive(Default)]
struct Calls {
    active: Vec<Utf8PathBuf>,
    done: BTreeMap<Utf8PathBuf, Runs>,
}

/// Documents by their path.
pub(super) struct Library<'a> {
    documents: BTreeMap<&'a Utf8Path, (&'a SourceFile, &'a Node)>,
    /// Whether anyone can read the repository, where its settings are kept as a file.
    pub(super) public: Option<Node>,
    /// The inputs that outsiders' text is handed to.
    pub(super) handed: Handed,
}

/// What a workflow runs, and when.
pub(in crate::collect) struct WorkflowRuns {
    /// Whether proposed changes start it, or pushes to any branch.
    pub(in crate::collect) proposals: bool,
    pub(in crate::collect) scheduled: bool,
    pub(in crate::collect) runs: Runs,
}

/// Whether anyone can read the repository, as the settings app's file has it.
pub(super) fn public(target: &Target) -> Option<Node> {
    let file = [".github/settings.yml", ".github/settings.yaml"].iter().find_map(|it| target.file((*it).as_ref()))?;
    let document = yaml::parse(file.id, &file.text).documents.into_iter().next()?;
    let private = document.dotted("repository.private").and_then(|it| Some(Node::new(!it.as_bool()?, it.span)));
    let visibility = document.dotted("repository.visibility");
    private.or_else(|| visibility.and_then(|it| Some(Node::new(it.as_str()? == "public", it.span))))
}

/// What each workflow of a repository runs.
pub(in crate::collect) fn workflow_runs(target: &Target) -> Vec<WorkflowRuns> {
    let is_mine = |it: &&SourceFile| {
        is_workflow_path(&it.path) || matches!(it.path.file_name(), Some("action.yml" | "action.yaml"))
    };
    let parsed: Vec<_> = target.files.iter().filter(is_mine).map(|it| (it, yaml::parse(it.id, &it.text))).collect();
    let library = Library::new(parsed.iter().filter_map(|(file, it)| Some((*file, it.documents.first()?))));
    let workflows = parsed.iter().filter(|(file, _)| file.path.starts_with(".github/workflows"));
    workflows
        .map(|(file, parsed)| {
            let runs = parsed
                .documents
                .first()
                .map(|it| library.of_workflow(file, it, &mut Calls::default()))
                .unwrap_or_default();
            let asked = |is: fn(&Node) -> bool| parsed.documents.first().is_some_and(is);
            let (proposals, scheduled) = (asked(triggers::on_proposals), asked(triggers::on_schedule));
            let mut found = WorkflowRuns { proposals, scheduled, runs };
            if !parsed.problems.is_empty() {
                let name = format!("the whole of {}", file.path);
                found.runs.hidden.push(Hidden { name, span: Span::start_of(file.id), may: Hides::Anything });
                found = WorkflowRuns { proposals: true, scheduled: true, ..found };
            }
            found
        })
        .collect()
}

impl<'a> Library<'a> {
    pub(super) fn new(documents: impl Iterator<Item = (&'a SourceFile, &'a Node)>) -> Self {
        let documents = documents.map(|(file, node)| (file.path.as_path(), (file, node))).collect();
        Self { documents, public: None, handed: Handed::default() }
    }

    /// Finds the inputs that outsiders' text is handed to. Only what judges steps by themselves asks for them.
    pub(super) fn follow_inputs(&mut self) {
        self.handed = handed(&self.documents);
    }

    pub(super) fn of_job(&self, file: &SourceFile, job: &Node) -> Runs {
        self.job(file, job, &mut Calls::default())
    }

    fn of_workflow(&self, file: &SourceFile, document: &Node, calls: &mut Calls) -> Runs {
        let mut runs = Runs::default();
        for job in document.get("jobs").map(Node::entries).unwrap_or_default() {
            runs.extend(self.job(file, &job.node, calls));
        }
        runs
    }

    fn job(&self, file: &SourceFile, job: &Node, calls: &mut Calls) -> Runs {
        let mut runs = Runs::default();
        if let Some(called) = job.get("uses") {
            runs.extend(self.call(file, called, job.get("with"), calls));
        }
        for step in job.get("steps").map(Node::items).unwrap_or_default() {
            runs.extend(self.step(file, step, calls));
        }
        let_pass(runs.settled(), job)
    }

    fn step(&self, file: &SourceFile, step: &Node, calls: &mut Calls) -> Runs {
        let mut runs = match (step.get("uses"), step.get("run")) {
            (Some(called), _) => self.call(file, called, step.get("with"), calls),
            (None, Some(run)) => checks::of_script(&expressions::blanked(&text::script(&file.text, run)), run.span),
            (None, None) => Runs::default(),
        };
        // Tools that are handed a signing key sign, as far as they are told to.
        let given = ["env", "with"].iter().flat_map(|it| step.get(it).map(Node::entries).unwrap_or_default());
        for entry in given.filter(|it| is_signing_key(&it.name)) {
            let name = format!("what is signed with `{}`", entry.name);
            runs.hidden.push(Hidden { name, span: entry.node.span, may: Hides::Signing });
        }
        let_pass(runs, step)
    }

    /// What an action or a reusable workflow runs. Those of other repositories are known by their names or not at all.
    fn call(&self, file: &SourceFile, called: &Node, inputs: Option<&Node>, calls: &mut Calls) -> Runs {
        let Some(text) = called.as_str() else { return Runs::default() };
        if checks::is_test_cluster(text) {
            return Runs { known: vec![(tools::TEST_CLUSTER, called.span)], ..Runs::default() };
        }
        if let Some(local) = text.strip_prefix("./") {
            return self.local(file, local, calls).called_at(called.span);
        }
        let reference = uses::Reference::read(text);
        let mut runs = checks::of_action(&reference.full_path(), inputs, called.span);
        let is_workflow = text.contains("/.github/workflows/");
        if is_workflow && runs.known.is_empty() {
            runs.hidden.push(Hidden { name: format!("what `{text}` runs"), span: called.span, may: Hides::Anything });
        }
        runs
    }

    fn local(&self, caller: &SourceFile, path: &str, calls: &mut Calls) -> Runs {
        let hidden = || Runs {
            hidden: vec![Hidden {
                name: format!("what `./{path}` runs"),
                span: Span::start_of(caller.id),
                may: Hides::Anything,
            }],
            ..Runs::default()
        };
        let path = Utf8PathBuf::from(path.trim_end_matches('/'));
        let candidates = [path.clone(), path.join("action.yml"), path.join("action.yaml")];
        let Some((file, document)) = candidates.iter().find_map(|it| self.documents.get(it.as_path())) else {
            return hidden();
        };
        if let Some(done) = calls.done.get(&file.path) {
            return done.clone();
        }
        // One that calls itself never ends, and the platform refuses it.
        if calls.active.len() >= DEPTH || calls.active.contains(&file.path) {
            return hidden();
        }
        calls.active.push(file.path.clone());
        let mut runs = Runs::default();
        if document.get("jobs").is_some() {
            runs.extend(self.of_workflow(file, document, calls));
        }
        for step in document.dotted("runs.steps").map(Node::items).unwrap_or_default() {
            runs.extend(self.step(file, step, calls));
        }
        let is_script =
            document.get("jobs").is_none() && document.dotted("runs.using").and_then(Node::as_str) != Some("composite");
        if is_script {
            runs.extend(hidden());
        }
        calls.active.pop();
        calls.done.insert(file.path.clone(), runs.clone());
        runs
    }
}

/// A job or a step that goes on after an error heeds no check.
fn let_pass(runs: Runs, node: &Node) -> Runs {
    match node.get("continue-on-error").filter(|it| it.as_bool() == Some(true)) {
        Some(stated) => runs.let_pass(stated.span),
        None => runs,
    }
}

fn is_signing_key(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ["gpg", "cosign", "signing", "cr_sign", "codesign"].iter().any(|it| name.contains(it))
}
