//! Steps of a job: scripts, and the steps of commands that the file holds.

use crate::collect::pipeline::checks::{Hidden, Hides, Runs};
use crate::collect::pipeline::rows::Step;
use crate::collect::pipeline::shell_step::{self, Marks, Place};
use crate::collect::target::SourceFile;
use crate::model::Node;

use super::orbs;

/// How deep commands may call others.
const DEPTH: usize = 10;

/// How many calls of commands one job may come to: far more than people write.
const MOST: usize = 1_000;

/// What the platform fills in before a shell reads the script.
const MARKS: Marks = Marks { open: "<<", close: ">>" };

/// Values of the pipeline that whoever pushes or proposes a change writes.
const OUTSIDERS: &[&str] = &[
    "pipeline.git.branch",
    "pipeline.git.commit.subject",
    "pipeline.git.commit.body",
    "pipeline.trigger_parameters.github_app.branch",
    "pipeline.trigger_parameters.github_app.ref",
    "pipeline.trigger_parameters.github_app.commit_message",
    "pipeline.trigger_parameters.github_app.commit_title",
    "pipeline.trigger_parameters.gitlab.branch",
    "pipeline.trigger_parameters.gitlab.commit_message",
    "pipeline.trigger_parameters.gitlab.commit_title",
    "pipeline.event.github.pull_request.title",
    "pipeline.event.github.pull_request.body",
    "pipeline.event.github.pull_request.head.ref",
];

const OUTSIDERS_VARIABLES: &[&str] = &["CIRCLE_BRANCH", "CIRCLE_TAG", "CIRCLE_PR_USERNAME", "CIRCLE_PR_REPONAME"];

/// Steps that the platform itself does.
const BUILT_IN: &[&str] = &[
    "checkout",
    "setup_remote_docker",
    "save_cache",
    "restore_cache",
    "store_artifacts",
    "store_test_results",
    "persist_to_workspace",
    "attach_workspace",
    "add_ssh_keys",
];

/// The steps with what they run.
pub(super) fn of(file: &SourceFile, document: &Node, steps: Option<&Node>, address: &str) -> (Vec<Step>, Runs) {
    let mut found = Found { file, document, steps: Vec::new(), runs: Runs::default(), left: MOST };
    found.list(steps, address, DEPTH);
    (found.steps, found.runs)
}

struct Found<'a> {
    file: &'a SourceFile,
    document: &'a Node,
    steps: Vec<Step>,
    runs: Runs,
    /// Calls that may still be followed.
    left: usize,
}

impl Found<'_> {
    fn list(&mut self, steps: Option<&Node>, address: &str, depth: usize) {
        let (Some(depth), Some(left)) = (depth.checked_sub(1), self.left.checked_sub(1)) else {
            let span = steps.map_or(self.document.span, |it| it.span);
            let name = "commands that call one another without end".to_owned();
            if self.runs.hidden.iter().all(|it| it.name != name) {
                self.runs.hidden.push(Hidden { name, span, may: Hides::Anything });
            }
            return;
        };
        self.left = left;
        for (at, step) in steps.map(Node::items).unwrap_or_default().iter().enumerate() {
            self.one(step, &format!("{address}.{at}"), depth);
        }
    }

    fn one(&mut self, step: &Node, address: &str, depth: usize) {
        if let Some(name) = step.as_str() {
            return self.called(name, step, address, depth);
        }
        let Some(entry) = step.entries().first() else { return };
        match &*entry.name {
            "run" => self.script(&entry.node, address),
            "when" | "unless" => self.list(entry.node.get("steps"), address, depth),
            name => self.called(name, &entry.node, address, depth),
        }
    }

    fn script(&mut self, run: &Node, address: &str) {
        let Some(script) = (if run.entries().is_empty() { Some(run) } else { run.get("command") }) else { return };
        let place = Place {
            file: self.file,
            address: address.to_owned(),
            title: run.get("name").filter(|it| it.as_str().is_some()),
            marks: Some(MARKS),
            fills: &|it| OUTSIDERS.contains(&it),
            sets: &|it| OUTSIDERS_VARIABLES.contains(&it),
        };
        if let Some((step, runs)) = shell_step::step(place, script) {
            self.steps.push(step);
            self.runs.extend(runs);
        }
    }

    fn called(&mut self, name: &str, node: &Node, address: &str, depth: usize) {
        if BUILT_IN.contains(&name) {
            return;
        }
        match self.document.get("commands").and_then(|it| it.get(name)) {
            Some(command) => self.list(command.get("steps"), address, depth),
            None => self.runs.extend(orbs::runs(name, node.name_span.unwrap_or(node.span))),
        }
        // Steps may be handed over as a parameter.
        let given = node.entries().iter().filter(|it| it.node.items().iter().any(|step| step.get("run").is_some()));
        for entry in given {
            self.list(Some(&entry.node), &format!("{address}.{}", entry.name), depth);
        }
    }
}
