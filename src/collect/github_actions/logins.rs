//! How a job proves who it is to clouds and package registries: with a stored key, or with a token of its own run.

use crate::collect::pipeline::checks::Runs;
use crate::collect::pipeline::settings::{STORED_KEYS, login};
use crate::collect::pipeline::{script, text, tools};
use crate::collect::target::SourceFile;
use crate::model::Node;

use super::expressions;
use super::uses::Reference;

/// Actions that log in: whom to, the input that holds a stored key, and one that shows the run's own token.
const ACTIONS: &[(&str, &str, &str, &str)] = &[
    ("aws-actions/configure-aws-credentials", "aws", "aws-secret-access-key", "role-to-assume"),
    ("google-github-actions/auth", "google", "credentials_json", "workload_identity_provider"),
    ("google-github-actions/setup-gcloud", "google", "service_account_key", ""),
    ("azure/login", "azure", "creds", "client-id"),
    ("pypa/gh-action-pypi-publish", "pypi", "password", ""),
    ("azure/webapps-deploy", "azure", "publish-profile", ""),
];

/// Commands that publish to a registry which takes the run's own token as well.
const PUBLISHERS: &[(&str, &str)] = &[
    ("cargo publish", "crates.io"),
    ("gem push", "rubygems"),
    ("npm publish", "npm"),
    ("poetry publish", "pypi"),
    ("twine upload", "pypi"),
    ("uv publish", "pypi"),
];

/// Every login of a job with the place that shows its means.
pub(super) fn of_job(file: &SourceFile, document: &Node, job: &Node, runs: &Runs) -> Vec<Node> {
    let steps = job.get("steps").map(Node::items).unwrap_or_default();
    let publishes = runs.has(tools::PUBLISH) || runs.has(tools::RELEASE);
    let mut found: Vec<Node> = steps.iter().filter_map(by_action).collect();
    // What a called workflow runs does not see the variables of its caller.
    let shared = document.get("env").filter(|_| job.get("uses").is_none());
    let environments = [shared, job.get("env")].into_iter().chain(steps.iter().map(|it| it.get("env")));
    for entry in environments.flatten().flat_map(Node::entries) {
        let row = STORED_KEYS.iter().find(|(name, _, publishing)| *name == &*entry.name && (publishes || !publishing));
        if let Some((_, service, _)) = row
            && is_stored(&entry.node)
        {
            found.push(login(service, true, entry.node.span));
        }
    }
    found.extend(steps.iter().filter_map(|it| by_command(file, it.get("run")?)));
    found
}

/// A command that publishes and is handed a stored key: `cargo publish --token ${{ secrets.TOKEN }}`.
fn by_command(file: &SourceFile, run: &Node) -> Option<Node> {
    let written = text::script(&file.text, run);
    let commands = script::commands(&expressions::blanked(&written), run.span);
    let handed = expressions::within(&written, run.span);
    let keys = || handed.iter().filter(|it| it.contexts().iter().any(|it| is_secret(it)));
    commands.iter().find_map(|command| {
        let (_, service) = PUBLISHERS.iter().find(|(start, _)| command.begins_with(start))?;
        let key = keys().find(|it| command.span.start <= it.span.start && it.span.end <= command.span.end)?;
        Some(login(service, true, key.span))
    })
}

fn is_secret(context: &str) -> bool {
    context.starts_with("secrets.") && context != "secrets.github_token"
}

fn by_action(step: &Node) -> Option<Node> {
    let called = step.get("uses")?;
    let path = Reference::read(called.as_str()?).full_path().to_ascii_lowercase();
    let (_, service, stored, own) = ACTIONS.iter().find(|(action, ..)| *action == path)?;
    let input = |name: &str| step.get("with").and_then(|it| it.get(name)).filter(|it| !it.is_null());
    match input(stored) {
        Some(node) if node.as_str() == Some("") => None,
        Some(node) if is_stored(node) => Some(login(service, true, node.span)),
        // A key that another step made: short-lived by its nature.
        Some(node) => Some(login(service, false, node.span)),
        None if own.is_empty() => (*path == *"pypa/gh-action-pypi-publish").then(|| login(service, false, called.span)),
        None => input(own).map(|node| login(service, false, node.span)),
    }
}

/// Whether a value comes from the secret store, or stands in the file. The run's own token does neither.
fn is_stored(node: &Node) -> bool {
    node.as_str().is_some_and(|text| {
        let text = text.to_ascii_lowercase();
        (text.contains("secrets.") && !text.contains("secrets.github_token"))
            || !(text.contains("${{") || text.is_empty())
    })
}
