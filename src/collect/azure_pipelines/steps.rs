//! Steps of a job: scripts, tasks, checkouts.

use crate::collect::pipeline::checks::{Hidden, Hides, Runs};
use crate::collect::pipeline::facts::{Facts, short};
use crate::collect::pipeline::rows::Step;
use crate::collect::pipeline::shell_step::{self, Marks, Place};
use crate::collect::target::SourceFile;
use crate::model::{Node, Span};

use super::tasks;
use super::templates::{Element, Library, Met};

/// What the platform fills into a script before a shell reads it.
const MARKS: Marks = Marks { open: "$(", close: ")" };

/// Variables that whoever proposes a change fills, in lower case.
const OUTSIDERS: &[&str] = &[
    "build.sourcebranch",
    "build.sourcebranchname",
    "build.sourceversionmessage",
    "build.sourceversionauthor",
    "build.requestedfor",
    "system.pullrequest.sourcebranch",
    "system.pullrequest.sourcerepositoryuri",
];

/// The keys of steps that are scripts.
const SHELLS: &[&str] = &["script", "bash", "pwsh", "powershell"];

/// What the steps of some lists come to.
#[derive(Default)]
pub(super) struct Found {
    pub(super) steps: Vec<Step>,
    pub(super) runs: Runs,
    /// A task that waits for a person.
    pub(super) waits: Option<Span>,
}

/// Adds the steps of a list.
pub(super) fn add<'a>(
    library: &Library<'a>,
    file: &'a SourceFile,
    list: &'a Node,
    address: &str,
    variables: &[&Node],
    met: &mut Met,
    found: &mut Found,
) {
    for element in library.elements(file, list, "steps", met) {
        match element {
            Element::Here(file, step) => one(file, step, &format!("{address}.{}", found.steps.len()), variables, found),
            Element::Elsewhere(named) => {
                let name = format!("what `{}` runs", named.as_str().unwrap_or_default());
                found.runs.hidden.push(Hidden { name, span: named.span, may: Hides::Anything });
            }
        }
    }
}

fn one(file: &SourceFile, step: &Node, address: &str, variables: &[&Node], found: &mut Found) {
    let inputs = step.get("inputs");
    let task = step.get("task").and_then(|it| Some((it, tasks::name(it.as_str()?))));
    let script = SHELLS.iter().find_map(|it| step.get(it)).or_else(|| tasks::script(&task.as_ref()?.1, inputs));
    let mut runs = Runs::default();
    if let Some(script) = script.filter(|it| it.as_str().is_some()) {
        let fills = |name: &str| is_outsiders(name, variables);
        let place = Place {
            file,
            address: address.to_owned(),
            title: step.get("displayName").filter(|it| it.as_str().is_some()),
            marks: Some(MARKS),
            fills: &fills,
            sets: &|it| OUTSIDERS.contains(&it.to_ascii_lowercase().replace('_', ".").as_str()),
        };
        if let Some((step, known)) = shell_step::step(place, script) {
            found.steps.push(step);
            runs.extend(known);
        }
    } else if let Some((node, name)) = &task {
        if name.starts_with("manualvalidation") {
            found.waits.get_or_insert(node.span);
        }
        runs.extend(tasks::runs(name, inputs, node.span));
        found.steps.push(other(step, node, address));
    } else if let Some(node) = step.get("checkout") {
        let mut own = other(step, node, address);
        let mut facts = Facts::default();
        let kept = step.get("persistCredentials");
        let stated = kept.and_then(Node::as_bool).map(|it| Node::new(it, kept.map_or(node.span, |it| it.span)));
        facts.put("token_in_workspace", stated.unwrap_or_else(|| Node::default_of(false, node.span)));
        own.facts.put("checkout", facts.into_node(step.span).named(node.span));
        found.steps.push(own);
    }
    if let Some(stated) = step.get("continueOnError").filter(|it| it.scalar_text().as_deref() == Some("true")) {
        runs = runs.let_pass(stated.span);
    }
    found.runs.extend(runs);
}

fn other(step: &Node, named: &Node, address: &str) -> Step {
    let title = step.get("displayName").and_then(Node::as_str).or_else(|| named.as_str()).unwrap_or("step");
    let mut facts = Facts::default();
    facts.put_some("inputs", step.get("inputs").filter(|it| !it.entries().is_empty()).cloned());
    Step { name: short(title), address: address.to_owned(), name_span: named.span, span: step.span, facts }
}

/// Whether outsiders fill a variable, itself or by way of one of the pipeline.
fn is_outsiders(name: &str, variables: &[&Node]) -> bool {
    let direct = |it: &str| OUTSIDERS.contains(&it.trim().to_ascii_lowercase().as_str());
    let filled = |text: &str| text.split("$(").skip(1).any(|it| direct(it.split(')').next().unwrap_or_default()));
    direct(name) || variables.iter().any(|map| map.get(name).and_then(Node::as_str).is_some_and(filled))
}
