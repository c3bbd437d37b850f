//! A job as a workflow runs it.

use crate::collect::pipeline::checks::Runs;
use crate::collect::pipeline::facts::{Facts, one_or_many, unresolved};
use crate::collect::pipeline::rows::Job;
use crate::collect::pipeline::{settings, tools};
use crate::collect::target::SourceFile;
use crate::model::{Cause, Node, Shape, Span};

use super::{executors, orbs, steps};

/// How a workflow runs a job.
pub(super) struct Use<'a> {
    pub(super) address: String,
    pub(super) name: String,
    /// What it is called where it is defined.
    pub(super) defined: &'a str,
    pub(super) name_span: Span,
    /// What the workflow says of it; nothing where it only names it.
    pub(super) stated: Option<&'a Node>,
    /// The approval that comes before it.
    pub(super) approval: Option<Span>,
}

pub(super) fn job(file: &SourceFile, document: &Node, used: &Use<'_>) -> Job {
    let defined = document.get("jobs").and_then(|it| it.get(used.defined));
    let mut runs = Runs::default();
    let mut found = Vec::new();
    let around = ["pre-steps", "post-steps"].map(|it| used.stated.and_then(|stated| stated.get(it)));
    let own = defined.and_then(|it| it.get("steps"));
    for (at, list) in around.into_iter().chain([own]).enumerate() {
        let part = ["pre-steps", "post-steps", "steps"].get(at).copied().unwrap_or_default();
        let (steps, part_runs) = steps::of(file, document, list, &format!("{}.{part}", used.address));
        found.extend(steps);
        runs.extend(part_runs);
    }
    if defined.is_none() {
        runs.extend(orbs::runs(used.defined, used.name_span));
    }
    let runs = runs.settled();
    let name_span = defined.and_then(|it| it.name_span).unwrap_or(used.name_span);
    let facts = facts(document, defined, used, &runs);
    Job {
        name: used.name.clone(),
        address: used.address.clone(),
        name_span: Some(name_span),
        span: Some(defined.map_or(used.name_span, |it| name_span.to(it.span))),
        runs,
        facts,
        steps: found,
        ..Job::default()
    }
}

fn facts(document: &Node, defined: Option<&Node>, used: &Use<'_>, runs: &Runs) -> Facts {
    let mut facts = Facts::default();
    let contexts = one_or_many(used.stated.and_then(|it| it.get("context")));
    let says: Vec<&str> =
        contexts.iter().filter_map(|it| it.as_str()).chain([used.name.as_str(), used.defined]).collect();
    let production = runs.has(tools::DEPLOY) && says.iter().any(|it| settings::is_production(it));
    facts.put("production", Node::new(production, used.name_span));
    let approved = match (used.approval, contexts.first()) {
        (Some(span), _) => Node::new(true, span),
        // A context can be kept to a group of people, and only the platform knows.
        (None, Some(context)) => {
            let name = format!("who may use the context `{}`", context.as_str().unwrap_or_default());
            unresolved(Cause::OutOfScope(name), Shape::Bool, context.span)
        }
        (None, None) => Node::new(false, used.name_span),
    };
    facts.put("approved_by_hand", approved);
    let Some(defined) = defined else { return facts };
    let images = executors::images(document, defined, used.stated);
    facts.put_some("images", images.first().map(|it| it.span).map(|at| Node::list(images, at)));
    let publishes = runs.has(tools::PUBLISH) || runs.has(tools::RELEASE);
    let environments = executors::all(document, defined).into_iter().filter_map(|it| it.get("environment"));
    let logins = settings::logins(environments, publishes);
    facts.put_some("logins", logins.first().map(|it| it.span).map(|at| Node::list(logins, at)));
    facts
}
