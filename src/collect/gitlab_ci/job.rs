//! A job with all that it inherits.

use std::collections::{BTreeMap, HashMap};

use crate::collect::pipeline::checks::{self, Runs};
use crate::collect::pipeline::facts::{Facts, one_or_many, short, unresolved};
use crate::collect::pipeline::rows::{Job, Step};
use crate::collect::pipeline::scripts::{Script, put_downloads};
use crate::collect::pipeline::{images, outsiders, settings, tools};
use crate::collect::target::SourceFile;
use crate::model::{Cause, Entry, Node, Shape, SourceId, Span};

use super::rules::{by_hand, occasions, stated};
use super::scanners::hidden;

/// The texts of a pipeline's files, by their source.
pub(super) type Texts<'a> = BTreeMap<SourceId, &'a SourceFile>;

/// Variables that whoever proposes a change fills.
const OUTSIDERS: &[&str] = &[
    "CI_COMMIT_MESSAGE",
    "CI_COMMIT_TITLE",
    "CI_COMMIT_DESCRIPTION",
    "CI_COMMIT_REF_NAME",
    "CI_COMMIT_BRANCH",
    "CI_COMMIT_AUTHOR",
    "CI_COMMIT_TAG_MESSAGE",
    "CI_BUILD_REF_NAME",
    "CI_MERGE_REQUEST_TITLE",
    "CI_MERGE_REQUEST_DESCRIPTION",
    "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME",
    "CI_MERGE_REQUEST_LABELS",
    "CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_NAME",
    "GITLAB_USER_NAME",
];

/// What `default:` and the older keywords at the top hand to every job.
const INHERITED: &[&str] = &["image", "services", "before_script", "after_script", "id_tokens"];

/// What surrounds the jobs of a pipeline.
pub(super) struct Around<'a> {
    pub(super) document: &'a Node,
    pub(super) texts: &'a Texts<'a>,
    /// Environments that the platform protects, each with whether somebody must approve.
    pub(super) approvals: &'a [(String, Node)],
}

pub(super) fn job(around: &Around<'_>, name: &str, job: &Node) -> Job {
    let name_span = job.name_span.unwrap_or(job.span);
    let globals = around.document.get("variables");
    let variables: Vec<&Node> = match stated(job, "inherit").and_then(|it| it.get("variables")) {
        Some(it) if it.as_bool() == Some(false) => stated(job, "variables").into_iter().collect(),
        _ => stated(job, "variables").into_iter().chain(globals).collect(),
    };
    let is_outsiders = |it: &str| {
        let value = || variables.iter().find_map(|map| settings::value(map.get(it)?)?.as_str());
        OUTSIDERS.contains(&it) || value().is_some_and(|text| outsiders::names(text).any(|it| OUTSIDERS.contains(&it)))
    };
    let mut runs = Runs::default();
    let mut steps = Vec::new();
    for (key, counts) in [("before_script", true), ("script", true), ("after_script", false)] {
        let Some(script) = inherited(around.document, job, key) else { continue };
        let scripts = lines(around.texts, script);
        let Some(first) = scripts.first() else { continue };
        let own: Vec<Runs> = scripts.iter().map(|it| checks::of_script(&it.text, it.node.span)).collect();
        // A failure after the script changes nothing, so nothing there is a check.
        own.into_iter().filter(|_| counts).for_each(|it| runs.extend(it));
        let mut facts = Facts::default();
        facts.put("run", Node::new(joined(&scripts), first.node.span));
        let code = scripts.iter().flat_map(|it| outsiders::run_as_code(&it.text, it.node.span, &is_outsiders));
        facts.put("interpolations", Node::list(code.collect(), first.node.span));
        put_downloads(&scripts, &mut facts);
        steps.push(Step {
            name: format!("{name}: {}", short(&joined(&scripts))),
            address: format!("{name}.{key}"),
            name_span: script.name_span.unwrap_or(name_span),
            span: script.span,
            facts,
        });
    }
    let environment = environment(job);
    if let Some(it) = &environment
        && it.deploys
    {
        runs.known.push((tools::DEPLOY, it.name.span));
    }
    if let Some(trigger) = stated(job, "trigger") {
        runs.extend(hidden("the pipeline that this job starts", trigger.span));
    }
    if steps.is_empty() && stated(job, "trigger").is_none() {
        runs.extend(hidden(&format!("what `{name}` runs, which is written elsewhere"), name_span));
    }
    runs = runs.settled();
    if let Some(stated) = stated(job, "allow_failure").filter(|it| it.as_bool() == Some(true)) {
        runs = runs.let_pass(stated.span);
    }
    let facts = facts(around, name, job, &variables, environment.as_ref(), &runs);
    Job {
        name: name.to_owned(),
        address: format!("jobs.{name}"),
        name_span: Some(name_span),
        span: Some(name_span.to(job.span)),
        occasions: occasions(job),
        runs,
        facts,
        steps,
        ..Job::default()
    }
}

/// Whether a protected environment, whose name may end in a star, is the one of a job.
fn is_named(environment: &Environment, name: &str) -> bool {
    let written = environment.written.as_deref().unwrap_or_default();
    match name.strip_suffix('*') {
        Some(start) => written.starts_with(start),
        None => written == name,
    }
}

fn facts(
    around: &Around<'_>,
    name: &str,
    job: &Node,
    variables: &[&Node],
    environment: Option<&Environment>,
    runs: &Runs,
) -> Facts {
    let name_span = job.name_span.unwrap_or(job.span);
    let mut facts = Facts::default();
    facts.put_some("environment", environment.map(|it| it.name.clone()));
    let group = stated(job, "resource_group");
    let alone = group.map_or(Node::default_of(false, name_span), |it| Node::new(true, it.name_span.unwrap_or(it.span)));
    facts.put("one_at_a_time", alone);
    let tier = stated(job, "environment").and_then(|it| it.get("deployment_tier"));
    let says_production = [environment.and_then(|it| it.written.as_deref()), tier.and_then(Node::as_str), Some(name)];
    let production = runs.has(tools::DEPLOY) && says_production.into_iter().flatten().any(settings::is_production);
    facts.put("production", Node::new(production, environment.map_or(name_span, |it| it.name.span)));
    let manual = match by_hand(job) {
        Some(span) => Node::new(true, span),
        // A protected environment can ask for approval, and only the platform knows.
        None => match environment {
            // An export of the platform's settings tells, where there is one.
            Some(it) if around.approvals.iter().any(|(name, _)| is_named(it, name)) => {
                let stated = around.approvals.iter().find(|(name, _)| is_named(it, name));
                stated.map_or_else(|| Node::new(false, it.name.span), |(_, asks)| asks.clone())
            }
            Some(it) => {
                let cause = Cause::OutOfScope("the approvals that the protected environment asks for".to_owned());
                unresolved(cause, Shape::Bool, it.name.span)
            }
            None => Node::new(false, name_span),
        },
    };
    facts.put("approved_by_hand", manual);
    let found: Vec<Node> = images(around, job, variables);
    facts.put_some("images", found.first().map(|it| it.span).map(|at| Node::list(found.clone(), at)));
    facts.put_some("host_rights", docker_in_docker(around.document, job));
    let tags = inherited(around.document, job, "tags").map(|it| one_or_many(Some(it)));
    facts.put_some("runs_on", tags.map(|it| Node::list(it.into_iter().map(settings::settled).collect(), name_span)));
    let publishes = runs.has(tools::PUBLISH) || runs.has(tools::RELEASE);
    let mut logins = settings::logins(variables.iter().copied(), publishes);
    let tokens = inherited(around.document, job, "id_tokens").map(Node::entries).unwrap_or_default();
    logins.extend(tokens.iter().map(|it| settings::login(&it.name, false, it.node.span)));
    facts.put_some("logins", logins.first().map(|it| it.span).map(|at| Node::list(logins, at)));
    facts
}

/// What a job says under a key, or what every job says unless it declines.
pub(super) fn inherited<'a>(document: &'a Node, job: &'a Node, key: &str) -> Option<&'a Node> {
    if let Some(own) = job.get(key) {
        return Some(own).filter(|it| !it.is_null());
    }
    let declined = stated(job, "inherit").and_then(|it| it.get("default")).is_some_and(|it| match it.items() {
        [] => it.as_bool() == Some(false),
        kept => !kept.iter().any(|it| it.as_str() == Some(key)),
    });
    if declined {
        return None;
    }
    let default = document.get("default").and_then(|it| stated(it, key));
    default.or_else(|| stated(document, key).filter(|_| INHERITED.contains(&key)))
}

/// The commands of a script: lists within lists are one.
fn lines<'a>(texts: &Texts<'_>, script: &'a Node) -> Vec<Script<'a>> {
    let mut found = Vec::new();
    script.walk(&mut |_, node| {
        let file = texts.get(&node.span.source).filter(|_| node.as_str().is_some());
        found.extend(file.and_then(|file| Script::read(file, node)));
    });
    found
}

fn joined(scripts: &[Script<'_>]) -> String {
    scripts.iter().filter_map(|it| it.node.as_str()).collect::<Vec<_>>().join("\n")
}

struct Environment {
    /// Unresolved where a variable is part of it.
    name: Node,
    written: Option<String>,
    deploys: bool,
}

fn environment(job: &Node) -> Option<Environment> {
    let stated = stated(job, "environment")?;
    let name = if stated.entries().is_empty() { Some(stated) } else { stated.get("name") }?;
    let written = name.scalar_text().filter(|it| !it.is_empty())?;
    let action = stated.get("action").and_then(Node::as_str);
    let is_review = written.to_ascii_lowercase().starts_with("review");
    Some(Environment {
        name: settings::settled(name),
        deploys: action.is_none_or(|it| it == "start") && !is_review,
        written: Some(written),
    })
}

/// The images that the job runs in and beside, variables of the file filled in.
fn images(around: &Around<'_>, job: &Node, variables: &[&Node]) -> Vec<Node> {
    let image = inherited(around.document, job, "image");
    let services = inherited(around.document, job, "services").map(Node::items).unwrap_or_default();
    let named = |it: &'_ Node| if it.entries().is_empty() { Some(it.clone()) } else { it.get("name").cloned() };
    image.into_iter().chain(services).filter_map(named).filter_map(|it| images::fact(&filled(&it, variables))).collect()
}

/// The text with the variables that the file sets.
fn filled(node: &Node, variables: &[&Node]) -> Node {
    let Some(text) = node.as_str().filter(|it| it.contains('$')) else { return node.clone() };
    let mut filled = text.to_owned();
    for name in outsiders::names(text) {
        let value = variables.iter().find_map(|map| settings::value(map.get(name)?)?.scalar_text());
        if let Some(value) = value.filter(|it| !it.contains('$')) {
            filled = filled.replace(&format!("${{{name}}}"), &value).replace(&format!("${name}"), &value);
        }
    }
    Node { value: filled.into(), ..node.clone() }
}

/// A service that is a Docker daemon of its own: its runner must hand it the host's rights.
fn docker_in_docker(document: &Node, job: &Node) -> Option<Node> {
    let services = inherited(document, job, "services")?.items();
    services.iter().find_map(|it| {
        let name = if it.entries().is_empty() { it } else { it.get("name")? };
        let text = name.as_str()?;
        let (image, tag) = text.rsplit('/').next()?.split_once(':')?;
        (image == "docker" && tag.contains("dind")).then(|| Node::new(true, name.span))
    })
}

/// Whether an entry at the top is a job and not a setting or a template.
pub(super) fn is_job(entry: &Entry) -> bool {
    const SETTINGS: &[&str] = &[
        "after_script",
        "before_script",
        "cache",
        "default",
        "image",
        "include",
        "services",
        "spec",
        "stages",
        "types",
        "variables",
        "workflow",
    ];
    let says = [
        "script",
        "trigger",
        "extends",
        "run",
        "stage",
        "rules",
        "only",
        "before_script",
        "needs",
        "environment",
        "allow_failure",
        "when",
        "variables",
    ];
    !entry.name.starts_with('.')
        && !SETTINGS.contains(&&*entry.name)
        && says.iter().any(|it| entry.node.get(it).is_some())
}

/// Where a job stands among the stages.
pub(super) fn stage(stages: &HashMap<&str, usize>, job: &Node) -> usize {
    let stage = stated(job, "stage").and_then(Node::as_str).unwrap_or("test");
    stages.get(stage).copied().unwrap_or(usize::MAX / 2)
}

/// The jobs that it names in `needs:`; nothing where the stages decide.
pub(super) fn needs(job: &Node) -> Option<Vec<String>> {
    let stated = stated(job, "needs")?;
    let names = stated.items().iter().map(|it| if it.entries().is_empty() { Some(it) } else { it.get("job") });
    let single = stated.as_str().map(str::to_owned);
    Some(names.flatten().filter_map(|it| it.as_str().map(str::to_owned)).chain(single).collect())
}

/// The place of a name, for what a job lacks.
pub(super) fn name_span(job: &Node) -> Span {
    job.name_span.unwrap_or(job.span)
}
