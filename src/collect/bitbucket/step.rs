//! One step: a container with a script, which is what other systems call a job.

use crate::collect::pipeline::checks::Runs;
use crate::collect::pipeline::facts::{Facts, one_or_many, unresolved};
use crate::collect::pipeline::rows::{Job, Step};
use crate::collect::pipeline::shell_step::{self, Place};
use crate::collect::pipeline::{images, settings, tools};
use crate::collect::target::SourceFile;
use crate::model::{Cause, Node, Shape, Span};

use super::pipes;

/// Variables that whoever pushes a branch or a tag fills.
const OUTSIDERS: &[&str] =
    &["BITBUCKET_BRANCH", "BITBUCKET_TAG", "BITBUCKET_BOOKMARK", "BITBUCKET_PR_DESTINATION_BRANCH"];

/// What surrounds a step.
pub(super) struct Around<'a> {
    pub(super) file: &'a SourceFile,
    pub(super) document: &'a Node,
    pub(super) stage: Option<&'a Node>,
    /// Where a person starts it, or something before it.
    pub(super) approval: Option<Span>,
}

pub(super) fn job(around: &Around<'_>, step: &Node, address: String, number: usize) -> Job {
    let name = step.get("name").filter(|it| it.as_str().is_some());
    let name_span = name.map(|it| it.span).or(step.name_span).unwrap_or(step.span);
    let mut runs = Runs::default();
    let mut steps = Vec::new();
    for key in ["script", "after-script"] {
        for (at, line) in step.get(key).map(Node::items).unwrap_or_default().iter().enumerate() {
            let (part, part_runs) = match line.get("pipe") {
                Some(pipe) => (of_pipe(line, pipe, format!("{address}.{key}.{at}")), pipes::runs(pipe)),
                None => {
                    let Some((part, runs)) = of_script(around.file, line, format!("{address}.{key}.{at}")) else {
                        continue;
                    };
                    (Some(part), runs)
                }
            };
            steps.extend(part);
            if key == "script" {
                runs.extend(part_runs);
            }
        }
    }
    let deployment = step.get("deployment").or_else(|| around.stage.and_then(|it| it.get("deployment")));
    if let Some(it) = deployment {
        runs.known.push((tools::DEPLOY, it.span));
    }
    let runs = runs.settled();
    let title = name.and_then(Node::as_str).map_or_else(|| format!("step {}", number + 1), str::to_owned);
    let facts = facts(around, step, deployment, &title, name_span, &runs);
    Job {
        name: title,
        address,
        name_span: Some(name_span),
        span: Some(name_span.to(step.span)),
        runs,
        facts,
        steps,
        ..Job::default()
    }
}

fn facts(
    around: &Around<'_>,
    step: &Node,
    deployment: Option<&Node>,
    title: &str,
    name_span: Span,
    runs: &Runs,
) -> Facts {
    let mut facts = Facts::default();
    facts.put_some("environment", deployment.map(settings::settled));
    let named = [deployment.and_then(Node::as_str), Some(title)];
    let production = runs.has(tools::DEPLOY) && named.into_iter().flatten().any(settings::is_production);
    facts.put("production", Node::new(production, deployment.map_or(name_span, |it| it.span)));
    let approved = match (around.approval, deployment) {
        (Some(span), _) => Node::new(true, span),
        // An environment can be kept to administrators, and only the platform knows.
        (None, Some(it)) => {
            unresolved(Cause::OutOfScope("who may deploy to this environment".to_owned()), Shape::Bool, it.span)
        }
        (None, None) => Node::new(false, name_span),
    };
    facts.put("approved_by_hand", approved);
    let found = images(around.document, step);
    facts.put_some("images", found.first().map(|it| it.span).map(|at| Node::list(found, at)));
    let labels: Vec<Node> = one_or_many(step.get("runs-on")).into_iter().cloned().collect();
    facts.put_some("runs_on", labels.first().map(|it| it.span).map(|at| Node::list(labels, at)));
    let pipes = || step.get("script").map(Node::items).unwrap_or_default().iter().filter_map(|it| it.get("variables"));
    let publishes = runs.has(tools::PUBLISH) || runs.has(tools::RELEASE);
    let mut logins = settings::logins(pipes(), publishes);
    let own = step.get("oidc").filter(|it| it.as_bool() == Some(true));
    logins.extend(own.map(|it| settings::login("the services that trust this pipeline", false, it.span)));
    facts.put_some("logins", logins.first().map(|it| it.span).map(|at| Node::list(logins, at)));
    facts
}

fn of_script(file: &SourceFile, line: &Node, address: String) -> Option<(Step, Runs)> {
    let sets = |it: &str| OUTSIDERS.contains(&it);
    shell_step::step(Place { file, address, title: None, marks: None, fills: &|_| false, sets: &sets }, line)
}

fn of_pipe(line: &Node, pipe: &Node, address: String) -> Option<Step> {
    let mut facts = Facts::default();
    facts.put("uses", pipes::fact(pipe)?);
    facts.put_some("inputs", line.get("variables").filter(|it| !it.entries().is_empty()).cloned());
    let title = line.get("name").and_then(Node::as_str).or_else(|| pipe.as_str());
    Some(Step { name: title?.to_owned(), address, name_span: pipe.span, span: line.span, facts })
}

/// The image of the step or of all steps, and those of its services.
fn images(document: &Node, step: &Node) -> Vec<Node> {
    let named = |it: &'_ Node| if it.entries().is_empty() { Some(it.clone()) } else { it.get("name").cloned() };
    let own = step.get("image").or_else(|| document.get("image")).and_then(named);
    let services = one_or_many(step.get("services")).into_iter().filter_map(Node::as_str);
    let defined =
        services.filter_map(|it| document.dotted("definitions.services")?.get(it)?.get("image").and_then(named));
    own.into_iter().chain(defined).filter_map(|it| images::fact(&it)).collect()
}
