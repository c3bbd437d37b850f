//! ECS task definitions: each container is a workload.

use crate::collect::terraform::opening::Facts;
use crate::collect::terraform::reading::one_of;
use crate::collect::terraform::resource::json;
use crate::collect::terraform::row::{Row, row};
use crate::collect::terraform::subject::{Part, Subject};
use crate::model::{Entry, EvidenceKind::Workload, Node};

pub const ROWS: &[Row] = &[row(Workload, "aws", &["aws_ecs_task_definition"], &[]).in_parts(containers)];

/// Where a container definition answers what a workload is asked.
const FACTS: &[(&str, &str)] =
    &[("image", "image"), ("user", "user"), ("privileged", "privileged"), ("read_only_root", "readonlyRootFilesystem")];

/// What containers are asked where their definitions are not known.
const UNKNOWN: &[&str] = &["env", "privileged", "read_only_root"];

/// One part a container; one of which nothing is known where the definitions are not.
fn containers(subject: &Subject<'_>) -> Vec<Part> {
    let Some(stated) = subject.at("container_definitions") else { return Vec::new() };
    let place = subject.resource.name_span;
    if stated.as_unresolved().is_some() {
        let unknown = UNKNOWN.iter().map(|it| Entry::new(*it, stated.clone()));
        let facts = unknown.chain(of_task(subject)).collect();
        return vec![Part { suffix: "container".to_owned(), name: None, span: stated.span, name_span: place, facts }];
    }
    let listed = json(&stated);
    let listed = listed.iter().flat_map(|it| it.items()).enumerate();
    let part = |(at, definition): (usize, &Node)| Part {
        suffix: format!("container.{at}"),
        name: definition.get("name").and_then(|it| it.as_str().map(str::to_owned)),
        span: definition.span,
        name_span: definition.get("name").map_or(place, |it| it.span),
        facts: facts(definition).0.into_iter().chain(of_task(subject)).collect(),
    };
    listed.map(part).collect()
}

/// What the task shares with the host, and each of its containers with it.
fn of_task(subject: &Subject<'_>) -> impl Iterator<Item = Entry> {
    const MODES: &[(&str, &str)] =
        &[("host_network", "network_mode"), ("host_pid", "pid_mode"), ("host_ipc", "ipc_mode")];
    MODES.iter().filter_map(|(name, argument)| Some(Entry::new(*name, one_of(subject.at(argument)?, &["host"])?)))
}

fn facts(definition: &Node) -> Facts {
    let mut facts = Facts::default();
    for (name, key) in FACTS {
        facts.add(name, definition.get(key).filter(|it| !it.is_null()).cloned());
    }
    let place = definition.get("name").map_or(definition.span, |it| it.span);
    if !facts.0.iter().any(|it| &*it.name == "read_only_root") {
        facts.always("read_only_root", false, place);
    }
    facts.add("env", variables(definition));
    facts
}

/// Variables that are stated, then those that a store supplies.
fn variables(definition: &Node) -> Option<Node> {
    let stated = definition.get("environment");
    if let Some(unknown) = stated.filter(|it| it.as_unresolved().is_some()) {
        return Some(unknown.clone());
    }
    let plain = stated.map(Node::items).unwrap_or_default().iter().cloned();
    let supplied = definition.get("secrets").map(Node::items).unwrap_or_default().iter().map(|it| {
        let mut entries: Vec<Entry> = it.get("name").map(|name| Entry::new("name", name.clone())).into_iter().collect();
        entries.push(Entry::new("from", Node::new("secret", it.span)));
        Node::map(entries, it.span)
    });
    let span = stated.map_or(definition.span, |it| it.span);
    let items: Vec<Node> = plain.chain(supplied).collect();
    (!items.is_empty()).then(|| Node::list(items, span))
}
