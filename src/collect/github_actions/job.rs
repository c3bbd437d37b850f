//! A job of a workflow.

use std::collections::BTreeMap;

use crate::collect::pipeline::checks::{Hidden, Hides, Runs};
use crate::collect::pipeline::facts::{Facts, one_or_many, unresolved};
use crate::collect::pipeline::images;
use crate::collect::pipeline::order::{self, Group, Waiting};
use crate::model::{Cause, Entry, Evidence, EvidenceKind, Node, Shape, Span};

use super::context::{NAME, Place, Workflow, is_guarded};
use super::{caches, expressions, logins, matrix, permissions, runner, secrets, step, triggers, uses};

/// The job's own evidence, then that of its steps.
pub(super) fn evidence(workflow: &Workflow<'_>, entry: &Entry) -> Vec<Evidence> {
    let name = &*entry.name;
    let job = &entry.node;
    let name_span = job.name_span.unwrap_or(job.span);
    let id = format!("{NAME}:{}#jobs.{name}", workflow.file.path);
    let own = Evidence {
        id: id.clone(),
        kind: EvidenceKind::Job,
        name: name.to_owned(),
        format: NAME,
        provider: None,
        native_type: Some("job".to_owned()),
        address: Some(format!("jobs.{name}")),
        span: name_span.to(job.span),
        name_span,
        called_from: Vec::new(),
        facts: facts(workflow, entry, name_span),
    };
    let place = Place {
        file: workflow.file,
        address: format!("jobs.{name}.steps"),
        job: Some(id),
        pipeline: Some(workflow.id.clone()),
        document: workflow.document,
        environments: vec![workflow.document.get("env"), job.get("env")],
        guarded: is_guarded(job),
        steps: job.get("steps").map(Node::items).unwrap_or_default(),
        inputs: workflow.inputs,
        matrix: job.dotted("strategy.matrix"),
    };
    std::iter::once(own).chain(step::evidence(&place, job.get("steps"))).collect()
}

/// Whether a second run waits for the first: by a group of the job, or of the whole workflow.
fn one_at_a_time(document: &Node, job: &Node, name_span: Span) -> Node {
    let stated = job.get("concurrency").or_else(|| document.get("concurrency"));
    match stated.filter(|it| !it.is_null()) {
        Some(it) => Node::new(true, it.name_span.unwrap_or(it.span)),
        None => Node::default_of(false, name_span),
    }
}

fn facts(workflow: &Workflow<'_>, entry: &Entry, name_span: Span) -> Node {
    let Workflow { file, document, .. } = workflow;
    let job = &entry.node;
    let runs = workflow.runs.get(&*entry.name).cloned().unwrap_or_default();
    let mut facts = Facts::default();
    facts.put("pipeline", Node::new(workflow.id.as_str(), name_span));
    facts.put("events", events(document, job, name_span));
    let needs: Vec<Node> = one_or_many(job.get("needs")).into_iter().cloned().collect();
    facts.put("needs", Node::list(needs, job.get("needs").map_or(name_span, |it| it.span)));
    facts.put_some("runs_on", runner::labels(job));
    let self_hosted = runner::self_hosted(job);
    if self_hosted.as_ref().is_some_and(|it| it.as_bool() != Some(false)) {
        let cause = Cause::OutOfScope("whether the repository is public".to_owned());
        let place = job.get("runs-on").map_or(name_span, |it| it.span);
        let public = workflow.public.clone();
        facts.put("repository_public", public.unwrap_or_else(|| unresolved(cause, Shape::Bool, place)));
    }
    facts.put_some("self_hosted", self_hosted);
    let stated = job.get("permissions").or_else(|| document.get("permissions"));
    facts.put_some("permissions", stated.and_then(permissions::fact));
    facts.put_some("environment", environment(job));
    facts.put("one_at_a_time", one_at_a_time(document, job, name_span));
    let images = images(job);
    facts.put_some("images", images.first().map(|it| it.span).map(|at| Node::list(images, at)));
    facts.put_some("host_rights", host_rights(job));
    facts.put_some("secrets_inherited", job.get("secrets").filter(|it| it.as_str() == Some("inherit")).map(inherited));
    facts.put_some("uses", job.get("uses").and_then(|it| uses::fact(file, it)));
    let minutes = job.get("timeout-minutes").map(expressions::settled);
    facts.put("timeout_minutes", minutes.unwrap_or_else(|| Node::default_of(360, name_span)));
    let before = workflow.before.get(&*entry.name).cloned().unwrap_or_default();
    facts.put("runs_before", before.as_fact(name_span));
    facts.put_some("cache", caches::fact(job));
    facts.put_some("secrets", secrets::fact(file, job));
    let logins = logins::of_job(file, document, job, &runs);
    facts.put_some("logins", logins.first().map(|it| it.span).map(|at| Node::list(logins, at)));
    facts.put("runs", runs.as_fact(name_span));
    facts.put_some("unheeded_checks", runs.unheeded());
    facts.into_node(job.span).named(name_span)
}

/// The events that start the job: those of the workflow, but for proposed changes where a condition asks for a branch
/// or a tag of the repository itself.
fn events(document: &Node, job: &Node, name_span: Span) -> Node {
    let events = triggers::events_fact(document, name_span);
    let condition = job.get("if").and_then(Node::scalar_text).unwrap_or_default();
    let asks = ["github.ref == 'refs/heads/", "startsWith(github.ref, 'refs/tags/", "github.event_name == 'push'"];
    let leaves_out = condition.contains("github.event_name != 'pull_request'");
    if !condition.contains("||") && (leaves_out || asks.iter().any(|it| condition.contains(it))) {
        let kept = events.items().iter().filter(|it| it.as_str() != Some("pull_request")).cloned().collect();
        return Node::list(kept, events.span);
    }
    events
}

fn inherited(node: &Node) -> Node {
    Node::new(true, node.span)
}

fn environment(job: &Node) -> Option<Node> {
    let stated = job.get("environment")?;
    let name = if stated.entries().is_empty() { Some(stated) } else { stated.get("name") };
    let Some(name) = name.filter(|it| it.as_str().is_some_and(|text| text.contains("${{"))) else {
        return name.cloned();
    };
    // Its name waits for the run; that there is one does not, unless the expression may give an empty text.
    let cause = Cause::AtRunTime(name.as_str().unwrap_or_default().to_owned());
    let may_be_empty = name.as_str().is_some_and(|it| it.contains("''"));
    let shape = if may_be_empty { Shape::String } else { Shape::Reference };
    Some(unresolved(cause, shape, name.span))
}

/// The images that the job runs in or beside; each that a matrix names.
fn images(job: &Node) -> Vec<Node> {
    let services = job.get("services").map(Node::entries).unwrap_or_default().iter().map(|it| &it.node);
    let asked = job.get("container").into_iter().chain(services);
    let mut found = Vec::new();
    for container in asked {
        let reference = if container.entries().is_empty() { Some(container) } else { container.get("image") };
        let Some(reference) = reference.filter(|it| it.as_str().is_some_and(|it| !it.is_empty())) else { continue };
        for reference in matrix::spread(job, reference) {
            let pin = match reference.as_str() {
                // A matrix leaves an image out by an empty text.
                Some("") => continue,
                Some(text) => Node::new(images::pin(text), reference.span),
                None => reference.clone(),
            };
            let mut facts = Facts::default();
            let span = reference.span;
            facts.put("reference", reference);
            facts.put("pin", pin);
            facts.put_some("credentials", container.get("credentials").map(expressions::settled));
            found.push(facts.into_node(span).named(span));
        }
    }
    found
}

/// A container that is given the rights of the machine, or its Docker daemon.
fn host_rights(job: &Node) -> Option<Node> {
    let services = job.get("services").map(Node::entries).unwrap_or_default().iter().map(|it| &it.node);
    job.get("container").into_iter().chain(services).find_map(|it| {
        let options = it.get("options").filter(|it| it.as_str().is_some_and(|text| text.contains("--privileged")));
        let volumes = it.get("volumes").map(Node::items).unwrap_or_default();
        let socket = volumes.iter().find(|it| it.as_str().is_some_and(|text| text.starts_with("/var/run/docker.sock")));
        options.or(socket).map(|it| Node::new(true, it.span))
    })
}

/// What has run when the end of each job is reached: its own steps and the jobs it needs, directly or not.
pub(super) fn before<'a>(
    document: &Node,
    jobs: &'a [Entry],
    runs: &BTreeMap<&'a str, Runs>,
) -> BTreeMap<&'a str, Runs> {
    let places: BTreeMap<&str, usize> = jobs.iter().enumerate().map(|(at, it)| (&*it.name, at)).collect();
    let needs = |job: &Node| -> Group {
        let named = one_or_many(job.get("needs")).into_iter().filter_map(Node::as_str);
        named.filter_map(|it| places.get(it).copied()).collect()
    };
    let needed: Vec<[Group; 1]> = jobs.iter().map(|it| [needs(&it.node)]).collect();
    let nothing = Runs::default();
    let waiting = jobs.iter().zip(&needed).map(|(it, waits_for)| Waiting {
        own: runs.get(&*it.name).unwrap_or(&nothing),
        waits_for,
        span: it.node.span,
    });
    let mut found = order::before(&waiting.collect::<Vec<_>>());
    // What started the workflow was another one, and that may have tested.
    if triggers::events(document).iter().any(|it| it == "workflow_run" || it == "workflow_call") {
        let on = document.get("on").map(|it| it.span);
        for (entry, runs) in jobs.iter().zip(&mut found) {
            let (name, span) = ("the workflow that starts this one".to_owned(), on.unwrap_or(entry.node.span));
            runs.hidden.push(Hidden { name, span, may: Hides::Anything });
        }
    }
    jobs.iter().map(|it| &*it.name).zip(found).collect()
}
