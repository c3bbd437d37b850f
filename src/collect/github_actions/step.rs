//! A step of a job or of a composite action.

use std::collections::BTreeSet;

use crate::collect::pipeline::facts::{Facts, short, unresolved};
use crate::collect::pipeline::scripts::Script;
use crate::model::{Cause, Evidence, EvidenceKind, Node, Shape, Span};

use super::context::{NAME, Place, is_guarded};
use super::expressions::{self, Expression};
use super::{checkout, environment_writes, outsiders, triggers, uses};

/// Inputs that some actions run as code.
const CODE_INPUTS: &[(&str, &str)] = &[
    ("actions/github-script", "script"),
    ("azure/cli", "inlineScript"),
    ("azure/powershell", "inlineScript"),
    ("appleboy/ssh-action", "script"),
    ("amadevus/pwsh-script", "script"),
];

pub(super) fn evidence(place: &Place<'_>, steps: Option<&Node>) -> Vec<Evidence> {
    let mut met = BTreeSet::new();
    let steps = steps.map(Node::items).unwrap_or_default().iter().enumerate();
    steps.filter(|(_, step)| !step.entries().is_empty()).map(|(at, step)| one(place, at, step, &mut met)).collect()
}

fn one(place: &Place<'_>, at: usize, step: &Node, met: &mut BTreeSet<String>) -> Evidence {
    let named = step.get("id").and_then(Node::as_str).filter(|it| met.insert((*it).to_owned()));
    let address = format!("{}.{}", place.address, named.map_or_else(|| at.to_string(), str::to_owned));
    let title = ["name", "uses", "run"].iter().find_map(|it| step.get(it).filter(|it| it.as_str().is_some()));
    let name_span = match ["name", "uses"].iter().find_map(|it| step.get(it)) {
        Some(it) => it.span,
        None => title.and_then(|it| it.name_span).unwrap_or(step.span),
    };
    Evidence {
        id: format!("{NAME}:{}#{address}", place.file.path),
        kind: EvidenceKind::Step,
        name: title.and_then(Node::as_str).map_or_else(|| format!("step {}", at + 1), short),
        format: NAME,
        provider: None,
        native_type: Some("step".to_owned()),
        address: Some(address),
        span: step.span,
        name_span,
        called_from: Vec::new(),
        facts: facts(place, step, name_span),
    }
}

fn facts(place: &Place<'_>, step: &Node, name_span: Span) -> Node {
    let mut facts = Facts::default();
    facts.put_some("job", place.job.as_deref().map(|it| Node::new(it, name_span)));
    if let Some(pipeline) = &place.pipeline {
        facts.put("pipeline", Node::new(pipeline.as_str(), name_span));
        facts.put("events", triggers::events_fact(place.document, name_span));
    }
    let action = step.get("uses").and_then(|it| uses::fact(place.file, it));
    facts.put_some("uses", action);
    facts.put_some("run", step.get("run").filter(|it| it.as_str().is_some()).cloned());
    facts.put_some("env", step.get("env").filter(|it| !it.entries().is_empty()).map(expressions::settled));
    facts.put_some("inputs", step.get("with").filter(|it| !it.entries().is_empty()).map(expressions::settled));
    if let Some(code) = code(step) {
        let found: Vec<Node> =
            expressions::of(place.file, code).into_iter().map(|it| interpolation(place, step, &it)).collect();
        facts.put("interpolations", Node::list(found, code.span));
    }
    if let Some(script) = step.get("run").and_then(|it| Script::read(place.file, it)) {
        script.put_facts(&mut facts);
    }
    facts.put_some("environment_writes", step.get("run").and_then(|it| environment_writes::fact(place, step, it)));
    facts.put_some("checkout", checkout::fact(place, step, place.guarded || is_guarded(step)));
    facts.into_node(step.span).named(name_span)
}

/// The text that a shell or an interpreter runs.
fn code(step: &Node) -> Option<&Node> {
    if let Some(run) = step.get("run") {
        return Some(run);
    }
    let called = uses::Reference::read(step.get("uses")?.as_str()?).full_path().to_ascii_lowercase();
    let (_, input) = CODE_INPUTS.iter().find(|(action, _)| *action == called)?;
    step.get("with")?.get(input)
}

fn interpolation(place: &Place<'_>, step: &Node, found: &Expression) -> Node {
    let mut facts = Facts::default();
    facts.put("expression", Node::new(found.text.as_str(), found.span));
    facts.put("untrusted", untrusted(place, step, found));
    facts.into_node(found.span).named(found.span)
}

/// Whether an outsider can write what the expression expands to; unresolved where the caller decides.
fn untrusted(place: &Place<'_>, step: &Node, found: &Expression) -> Node {
    if outsiders::writes(place, step, found) {
        return Node::new(true, found.span);
    }
    let contexts = found.contexts();
    let input = contexts.iter().find(|it| is_callers_text(place, it));
    match input {
        Some(name) => unresolved(Cause::AtRunTime(format!("${{{{ {name} }}}}")), Shape::Bool, found.span),
        None => Node::new(false, found.span),
    }
}

/// An input that callers of the workflow or action fill with any text. Typed and manual inputs are left out.
fn is_callers_text(place: &Place<'_>, context: &str) -> bool {
    let Some(name) = context.strip_prefix("inputs.") else { return false };
    let declared = |at: &str| place.document.dotted(at)?.get_in_any_case(name);
    let called = declared("on.workflow_call.inputs").or_else(|| declared("inputs"));
    called.is_some_and(|it| !matches!(it.get("type").and_then(Node::as_str), Some("boolean" | "number" | "choice")))
}
