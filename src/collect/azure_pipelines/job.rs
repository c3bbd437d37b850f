//! A job or a deployment with its steps.

use crate::collect::pipeline::facts::{Facts, one_or_many, unresolved};
use crate::collect::pipeline::rows::Job;
use crate::collect::pipeline::{images, settings, tools};
use crate::collect::target::SourceFile;
use crate::model::{Cause, Entry, Node, Shape, Span};

use super::steps::{self, Found};
use super::templates::{Library, Met};

/// What surrounds a job.
pub(super) struct Around<'a> {
    pub(super) library: &'a Library<'a>,
    pub(super) document: &'a Node,
    pub(super) stage: Option<&'a Node>,
    /// Variables of the pipeline and the stage, as maps.
    pub(super) variables: &'a [Node],
    /// A person that something before it waits for.
    pub(super) approval: Option<Span>,
}

/// The job, and whether it waits for a person.
pub(super) fn job<'a>(
    around: &Around<'a>,
    file: &'a SourceFile,
    node: &'a Node,
    address: String,
    met: &mut Met,
) -> (Job, Option<Span>) {
    let named = ["job", "deployment"].iter().find_map(|it| node.get(it)).filter(|it| it.as_str().is_some());
    let name_span = named.map(|it| it.span).or_else(|| node.get("steps")?.name_span).unwrap_or(node.span);
    let name = named.and_then(Node::as_str).unwrap_or("job").to_owned();
    let own = variables(node);
    let maps: Vec<&Node> = own.iter().chain(around.variables).collect();
    let mut found = Found::default();
    for list in lists(node) {
        steps::add(around.library, file, list, &format!("{address}.steps"), &maps, met, &mut found);
    }
    let environment =
        node.get("environment").and_then(|it| if it.entries().is_empty() { Some(it) } else { it.get("name") });
    if node.get("deployment").is_some() {
        let place = environment.or(named).map_or(name_span, |it| it.span);
        found.runs.known.push((tools::DEPLOY, place));
    }
    let mut runs = found.runs.settled();
    if let Some(stated) = node.get("continueOnError").filter(|it| it.scalar_text().as_deref() == Some("true")) {
        runs = runs.let_pass(stated.span);
    }
    let waits = around.approval.or(found.waits);
    let mut facts = Facts::default();
    facts.put_some("environment", environment.map(settings::settled));
    let stage = around.stage.and_then(|it| it.get("stage")?.as_str());
    let says = [environment.and_then(Node::as_str), stage, Some(name.as_str())];
    let production = runs.has(tools::DEPLOY) && says.into_iter().flatten().any(settings::is_production);
    facts.put("production", Node::new(production, environment.map_or(name_span, |it| it.span)));
    let approved = match (waits, environment) {
        (Some(span), _) => Node::new(true, span),
        // Checks of an environment are kept by the platform.
        (None, Some(it)) => {
            let cause = Cause::OutOfScope("the approvals and checks of the environment".to_owned());
            unresolved(cause, Shape::Bool, it.span)
        }
        (None, None) => Node::new(false, name_span),
    };
    facts.put("approved_by_hand", approved);
    let found_images = container_images(around.document, node);
    facts.put_some("images", found_images.first().map(|it| it.span).map(|at| Node::list(found_images, at)));
    let publishes = runs.has(tools::PUBLISH) || runs.has(tools::RELEASE);
    let environments = lists(node).into_iter().flat_map(Node::items).filter_map(|it| it.get("env"));
    let logins = settings::logins(environments, publishes);
    facts.put_some("logins", logins.first().map(|it| it.span).map(|at| Node::list(logins, at)));
    let job = Job {
        name,
        address,
        name_span: Some(name_span),
        span: Some(name_span.to(node.span)),
        runs,
        facts,
        steps: found.steps,
        ..Job::default()
    };
    (job, found.waits)
}

/// The lists of steps: those of a job, or of each phase of a deployment.
fn lists(node: &Node) -> Vec<&Node> {
    let phases = node.get("strategy").map(Node::entries).unwrap_or_default().iter().flat_map(|it| it.node.entries());
    let nested = phases.flat_map(|it| {
        let after = it.node.entries().iter().filter_map(|it| it.node.get("steps"));
        it.node.get("steps").into_iter().chain(after)
    });
    node.get("steps").into_iter().chain(nested).collect()
}

/// Variables as a map, whether the file writes them as one or as a list.
pub(super) fn variables(node: &Node) -> Option<Node> {
    let stated = node.get("variables")?;
    if !stated.entries().is_empty() {
        return Some(stated.clone());
    }
    let named = stated.items().iter().filter_map(|it| {
        let name = it.get("name")?.as_str()?;
        let value = it.get("value")?;
        Some(Entry::new(name, value.clone()))
    });
    Some(Node::map(named.collect(), stated.span))
}

/// The images of the job's container and services, by the names that the pipeline's resources give them.
fn container_images(document: &Node, node: &Node) -> Vec<Node> {
    let services = node.get("services").map(Node::entries).unwrap_or_default().iter().map(|it| &it.node);
    let resources = document.dotted("resources.containers").map(Node::items).unwrap_or_default();
    let asked = node.get("container").or_else(|| document.get("container")).into_iter().chain(services);
    asked
        .filter_map(|it| {
            let reference = if it.entries().is_empty() { it } else { it.get("image")? };
            let named = resources.iter().find(|it| it.get("container").and_then(Node::as_str) == reference.as_str());
            images::fact(named.and_then(|it| it.get("image")).unwrap_or(reference))
        })
        .collect()
}

/// The names of `dependsOn:`; nothing where it is not said.
pub(super) fn depends_on(node: &Node) -> Option<Vec<String>> {
    let stated = node.get("dependsOn").filter(|it| !it.is_null())?;
    Some(one_or_many(Some(stated)).into_iter().filter_map(|it| it.as_str().map(str::to_owned)).collect())
}
