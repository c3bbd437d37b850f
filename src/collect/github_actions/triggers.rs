//! What starts a workflow: `on:` as a word, a list or a map.

use crate::collect::pipeline::facts::{Facts, one_or_many};
use crate::model::{Node, Span};

/// Filters of an event, as the map form writes them.
const FILTERS: &[(&str, &str)] = &[
    ("branches", "branches"),
    ("branches_ignore", "branches-ignore"),
    ("tags", "tags"),
    ("paths", "paths"),
    ("paths_ignore", "paths-ignore"),
    ("types", "types"),
    ("workflows", "workflows"),
];

/// The names of the events that start a workflow.
pub(super) fn events(document: &Node) -> Vec<String> {
    named(document).into_iter().map(|(name, ..)| name.to_owned()).collect()
}

/// Whether proposed changes start the workflow, or pushes to any branch.
pub(super) fn on_proposals(document: &Node) -> bool {
    named(document).into_iter().any(|(name, _, settings)| match name {
        "pull_request" | "pull_request_target" | "merge_group" => true,
        "push" => !["branches", "tags"].iter().any(|it| settings.is_some_and(|settings| settings.get(it).is_some())),
        _ => false,
    })
}

pub(super) fn on_schedule(document: &Node) -> bool {
    named(document).iter().any(|(name, ..)| *name == "schedule")
}

/// The same as a fact.
pub(super) fn events_fact(document: &Node, otherwise: Span) -> Node {
    let span = document.get("on").map_or(otherwise, |it| it.span);
    Node::list(named(document).into_iter().map(|(name, span, _)| Node::new(name, span)).collect(), span)
}

/// Each event with its filters.
pub(super) fn fact(document: &Node, otherwise: Span) -> Node {
    let on = document.get("on");
    let span = on.map_or(otherwise, |it| it.span);
    let name_span = on.and_then(|it| it.name_span).unwrap_or(span);
    let triggers = named(document).into_iter().map(|(name, span, settings)| {
        let mut facts = Facts::default();
        facts.put("event", Node::new(name, span));
        for (fact, key) in FILTERS {
            let values = one_or_many(settings.and_then(|it| it.get(key)));
            let list =
                values.first().map(|first| Node::list(values.iter().map(|it| (*it).clone()).collect(), first.span));
            facts.put_some(fact, list);
        }
        let crons = settings.map(Node::items).unwrap_or_default().iter().filter_map(|it| it.get("cron"));
        let crons: Vec<Node> = crons.cloned().collect();
        facts.put_some("crons", crons.first().map(|it| it.span).map(|at| Node::list(crons, at)));
        facts.into_node(span).named(span)
    });
    Node::list(triggers.collect(), span).named(name_span)
}

fn named(document: &Node) -> Vec<(&str, Span, Option<&Node>)> {
    let Some(on) = document.get("on") else { return Vec::new() };
    if !on.entries().is_empty() {
        let named = on.entries().iter();
        return named.map(|it| (&*it.name, it.node.name_span.unwrap_or(it.node.span), Some(&it.node))).collect();
    }
    one_or_many(Some(on)).into_iter().filter_map(|it| Some((it.as_str()?, it.span, None))).collect()
}
