//! A workflow as a pipeline, with its jobs and their steps.

use std::collections::BTreeSet;

use crate::collect::pipeline::checks::Runs;
use crate::collect::pipeline::facts::Facts;
use crate::collect::pipeline::settings::is_rehearsal;
use crate::collect::target::SourceFile;
use crate::model::{Entry, Evidence, EvidenceKind, Node, Span, Value};

use super::context::{NAME, Workflow};
use super::library::Library;
use super::{conditions, expressions, job, permissions, triggers};

pub(super) fn evidence(file: &SourceFile, document: &Node, library: &Library<'_>) -> Vec<Evidence> {
    let jobs = document.get("jobs").map(Node::entries).unwrap_or_default();
    let runs = jobs.iter().map(|it| (&*it.name, library.of_job(file, &it.node))).collect();
    let before = job::before(document, jobs, &runs);
    let id = format!("{NAME}:{}#workflow", file.path);
    let inputs = library.handed.to(&file.path);
    let workflow = Workflow { file, document, id, inputs, runs, before, public: library.public.clone() };
    let mut evidence = vec![pipeline(&workflow, jobs)];
    for entry in jobs {
        evidence.extend(job::evidence(&workflow, entry));
    }
    evidence
}

fn pipeline(workflow: &Workflow<'_>, jobs: &[Entry]) -> Evidence {
    let Workflow { file, document, .. } = workflow;
    let title = document.get("name").filter(|it| it.as_str().is_some());
    let on = document.get("on").and_then(|it| it.name_span);
    let name_span = title.map(|it| it.span).or(on).unwrap_or(Span::start_of(file.id));
    let mut facts = Facts::default();
    facts.put("events", triggers::events_fact(document, name_span));
    facts.put("triggers", triggers::fact(document, name_span));
    facts.put_some("permissions", document.get("permissions").and_then(permissions::fact));
    facts.put("jobs", Node::list(jobs.iter().map(name_node).collect(), name_span));
    let mut runs = Runs::default();
    workflow.runs.values().for_each(|it| runs.extend(it.clone()));
    facts.put("runs", runs.as_fact(name_span));
    facts.put("settings", Node::list(settings(document), name_span));
    facts.put_some("broad_secrets", broad_secrets(file, document));
    facts.put_some("conditions", conditions::fact(file, document));
    facts.put_some("insecure_commands", insecure_commands(document));
    Evidence {
        id: workflow.id.clone(),
        kind: EvidenceKind::Pipeline,
        name: title
            .and_then(Node::as_str)
            .map_or_else(|| file.path.file_stem().unwrap_or("workflow").to_owned(), str::to_owned),
        format: NAME,
        provider: None,
        native_type: Some("workflow".to_owned()),
        address: None,
        span: document.span,
        name_span,
        called_from: Vec::new(),
        facts: facts.into_node(document.span),
    }
}

fn name_node(job: &Entry) -> Node {
    Node::new(&*job.name, job.node.name_span.unwrap_or(job.node.span))
}

/// Every named value that the file states for a program: environments, inputs, credentials of images.
fn settings(document: &Node) -> Vec<Node> {
    let throw_away = throw_away(document);
    let mut found = Vec::new();
    document.walk(&mut |path, node| {
        let Some(parent) = path.len().checked_sub(2).and_then(|at| path.get(at)) else { return };
        // `on.workflow_call.inputs` and the like describe values and state none.
        if path.first().is_some_and(|it| it == "on")
            || !matches!(parent.as_str(), "env" | "with" | "credentials" | "secrets")
        {
            return;
        }
        if let (Some(name), Value::String(text)) = (path.last(), &node.value) {
            // What is all expression states nothing; text around one does.
            let is_expression = text.trim().starts_with("${{") && text.trim().ends_with("}}");
            if is_expression || throw_away.contains(&**text) || is_rehearsal(text) {
                return;
            }
            let mut facts = Facts::default();
            facts.put("name", Node::new(name.as_str(), node.name_span.unwrap_or(node.span)));
            facts.put("value", node.clone());
            found.push(facts.into_node(node.span).named(node.name_span.unwrap_or(node.span)));
        }
    });
    found
}

/// What service containers are set up with. They live as long as the job, and so do passwords to them.
fn throw_away(document: &Node) -> BTreeSet<&str> {
    let jobs = document.get("jobs").map(Node::entries).unwrap_or_default().iter();
    let services = jobs.flat_map(|it| it.node.get("services").map(Node::entries).unwrap_or_default());
    let settings = services.flat_map(|it| it.node.get("env").map(Node::entries).unwrap_or_default());
    settings.filter_map(|it| it.node.as_str()).collect()
}

/// Expressions that hand out all secrets, or ones that the log cannot mask.
fn broad_secrets(file: &SourceFile, document: &Node) -> Option<Node> {
    let mut found = Vec::new();
    document.walk(&mut |_, node| {
        for it in expressions::of(file, node) {
            let text = it.text.to_ascii_lowercase().replace(' ', "");
            // A computed name makes the runner hold every secret; a part of one is not masked in logs.
            let whole = text.contains("tojson(secrets)") || text.contains("secrets[") && !text.contains("secrets['");
            if whole || text.contains("fromjson(secrets.") && text.contains(").") {
                found.push(Node::new(it.text, it.span));
            }
        }
    });
    let first = found.first()?.span;
    Some(Node::list(found, first).named(first))
}

/// Settings that bring back workflow commands which any output line can give.
fn insecure_commands(document: &Node) -> Option<Node> {
    let mut found = None;
    document.walk(&mut |path, node| {
        let named = path.last().is_some_and(|it| it == "ACTIONS_ALLOW_UNSECURE_COMMANDS");
        if named && node.scalar_text().is_some_and(|it| it.eq_ignore_ascii_case("true")) {
            found.get_or_insert(Node::new(true, node.span));
        }
    });
    found
}
