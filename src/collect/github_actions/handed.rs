//! Inputs of the repository's own actions and reusable workflows that a caller beside them fills with outsiders' text.

use std::collections::{BTreeMap, BTreeSet};

use camino::{Utf8Path, Utf8PathBuf};

use crate::collect::below::joined;
use crate::collect::target::SourceFile;
use crate::model::Node;

use super::expressions;
use super::outsiders::{LONGEST_WAY, Scope};

/// Names of inputs in lower case, by the file that declares them.
#[derive(Default, PartialEq, Eq)]
pub(super) struct Handed(BTreeMap<Utf8PathBuf, BTreeSet<String>>);

impl Handed {
    pub(super) fn to(&self, path: &Utf8Path) -> Option<&BTreeSet<String>> {
        self.0.get(path)
    }
}

/// What all callers hand on. What one gets handed itself it may hand on in turn.
pub(super) fn handed(documents: &BTreeMap<&Utf8Path, (&SourceFile, &Node)>) -> Handed {
    let callers: Vec<_> = documents.values().filter(|(file, _)| file.text.contains("./")).collect();
    let mut known = Handed::default();
    for _ in 0..LONGEST_WAY {
        let mut found = Handed::default();
        for (file, document) in &callers {
            let calls = calls(file, document, known.to(&file.path));
            for (call, scope) in calls {
                let Some(path) = called(call, |it| documents.contains_key(it)) else { continue };
                let given = call.get("with").map(Node::entries).unwrap_or_default();
                let is_outsiders = |it: &Node| expressions::of(file, it).iter().any(|it| scope.writes(it, LONGEST_WAY));
                let names = given.iter().filter(|it| is_outsiders(&it.node)).map(|it| it.name.to_lowercase());
                found.0.entry(path).or_default().extend(names);
            }
        }
        if found == known {
            break;
        }
        known = found;
    }
    known
}

/// The jobs and steps of a file that may call another, with what is said around them.
fn calls<'a>(
    file: &'a SourceFile,
    document: &'a Node,
    inputs: Option<&'a BTreeSet<String>>,
) -> Vec<(&'a Node, Scope<'a>)> {
    let scope = |node: &'a Node, job: Option<&'a Node>, steps: &'a [Node]| {
        let environments = [node.get("env"), job.and_then(|it| it.get("env")), document.get("env")];
        let matrix = job.and_then(|it| it.dotted("strategy.matrix"));
        Scope { file, document, steps, environments, inputs, matrix }
    };
    let mut calls = Vec::new();
    for job in document.get("jobs").map(Node::entries).unwrap_or_default() {
        let steps = job.node.get("steps").map(Node::items).unwrap_or_default();
        calls.push((&job.node, scope(&job.node, Some(&job.node), &[])));
        calls.extend(steps.iter().map(|it| (it, scope(it, Some(&job.node), steps))));
    }
    let steps = document.dotted("runs.steps").map(Node::items).unwrap_or_default();
    calls.extend(steps.iter().map(|it| (it, scope(it, None, steps))));
    calls
}

/// The file that `uses: ./...` means: a workflow, or the description of an action in a folder.
fn called(call: &Node, is_there: impl Fn(&Utf8Path) -> bool) -> Option<Utf8PathBuf> {
    let stated = call.get("uses")?.as_str()?.strip_prefix("./")?;
    let path = joined(Utf8Path::new(""), stated)?;
    let places = [path.clone(), path.join("action.yml"), path.join("action.yaml")];
    places.into_iter().find(|it| is_there(it))
}
