//! What a checkout brings into the workspace: whose code, and the token.

use crate::collect::pipeline::facts::Facts;
use crate::collect::pipeline::{outsiders as shell, script, text};
use crate::model::{Node, Span};

use super::context::Place;
use super::uses::Reference;
use super::{expressions, triggers};

/// Contexts that name the code of a proposed change, and the beginning of the events that fill them in: in a run of
/// any other event they are empty, and the checkout takes the main branch.
const HEADS: &[(&str, &str)] = &[
    ("github.head_ref", "pull_request"),
    ("github.event.pull_request.head.sha", "pull_request"),
    ("github.event.pull_request.head.ref", "pull_request"),
    ("github.event.pull_request.head.repo.full_name", "pull_request"),
    ("github.event.pull_request.merge_commit_sha", "pull_request"),
    ("github.event.workflow_run.head_sha", "workflow_run"),
    ("github.event.workflow_run.head_branch", "workflow_run"),
    ("github.event.workflow_run.head_commit.id", "workflow_run"),
    ("github.event.workflow_run.head_repository.full_name", "workflow_run"),
];

/// Of these, the ones that bring a fork's code when a command fetches them: the name of a branch does not.
const FETCHABLE: &[&str] =
    &["sha", "merge_commit_sha", "head_sha", "full_name", "id", "clone_url", "html_url", "ssh_url", "git_url"];

/// Addresses of the repository that a proposed change comes from.
const ADDRESSES: &[(&str, &str)] = &[
    ("github.event.pull_request.head.repo.", "pull_request"),
    ("github.event.workflow_run.head_repository.", "workflow_run"),
];

/// Actions whose outputs name the code of a proposed change, by a part of the output's name.
const FINDERS: &[(&str, &str)] =
    &[("xt0rted/pull-request-comment-branch", "head_"), ("potiuk/get-workflow-origin", "source")];

/// Commands that bring code into the workspace.
const FETCHES: &[&str] = &["git fetch", "git pull", "git clone", "git checkout", "git remote add", "git switch"];

/// The first major version of the checkout that keeps its token out of the workspace.
const TOKEN_OUTSIDE: u32 = 6;

/// Facts of a step that checks code out; `guarded` when a condition keeps other people's copies out.
pub(super) fn fact(place: &Place<'_>, step: &Node, guarded: bool) -> Option<Node> {
    if let Some(run) = step.get("run") {
        return by_command(place, step, run, guarded);
    }
    let called = step.get("uses")?;
    let reference = Reference::read(called.as_str()?);
    if !reference.full_path().eq_ignore_ascii_case("actions/checkout") {
        return None;
    }
    let inputs = step.get("with");
    let input = |name: &str| inputs.and_then(|it| it.get(name)).filter(|it| !it.is_null());
    let head = ["ref", "repository"].iter().find_map(|it| input(it).and_then(|node| head(place, step, node)));
    let mut facts = Facts::default();
    facts.put("proposed_code", proposed(head, guarded, called.span));
    facts.put_some("ref", input("ref").map(expressions::settled));
    let stated = input("persist-credentials");
    let shown = stated.map_or(called.span, |it| it.span);
    let kept = match stated {
        _ if keeps_token_outside(place, called, &reference) => Node::default_of(false, shown),
        Some(stated) if stated.scalar_text().as_deref() == Some("false") => Node::new(false, shown),
        Some(stated) if stated.scalar_text().as_deref() == Some("true") => Node::new(true, shown),
        Some(stated) => expressions::settled(stated),
        None => Node::default_of(true, shown),
    };
    facts.put("token_in_workspace", kept);
    Some(facts.into_node(step.span).named(called.span))
}

fn proposed(head: Option<Span>, guarded: bool, otherwise: Span) -> Node {
    match head.filter(|_| !guarded) {
        Some(span) => Node::new(true, span),
        None => Node::new(false, otherwise),
    }
}

fn head(place: &Place<'_>, step: &Node, node: &Node) -> Option<Span> {
    let names_head = |it: &expressions::Expression| it.contexts().iter().any(|it| is_head(place, step, it));
    let expanded = expressions::of(place.file, node);
    // `refs/pull/${{ ... }}/merge`, or the same by `format(...)`.
    let by_number = node.as_str().is_some_and(|it| it.contains("pull/") && it.contains("${{"));
    (by_number || expanded.iter().any(names_head)).then_some(node.span)
}

/// Whether a context names the code of a proposed change, itself or by a variable or an earlier step.
fn is_head(place: &Place<'_>, step: &Node, context: &str) -> bool {
    let events = triggers::events(place.document);
    let fits =
        |event: &str| events.iter().any(|it| it.starts_with(event) || event == "pull_request" && it == "issue_comment");
    if HEADS.iter().any(|(name, event)| *name == context && events.iter().any(|it| it.starts_with(event)))
        || ADDRESSES.iter().any(|(start, event)| context.starts_with(start) && fits(event))
    {
        return true;
    }
    let parts: Vec<&str> = context.split('.').collect();
    match parts.as_slice() {
        ["env", name] => variable(place, step, name).is_some_and(|it| {
            let expanded = expressions::of(place.file, it);
            let contexts = expanded.iter().flat_map(expressions::Expression::contexts);
            contexts.filter(|it| !it.starts_with("env.")).any(|it| is_head(place, step, &it))
        }),
        ["steps", id, "outputs", name] => {
            let named = |it: &&Node| it.get("id").and_then(Node::as_str).is_some_and(|it| it.eq_ignore_ascii_case(id));
            let called = place.steps.iter().find(named).and_then(|it| it.get("uses")?.as_str());
            let path = called.map(|it| Reference::read(it).full_path().to_ascii_lowercase()).unwrap_or_default();
            FINDERS.iter().any(|(action, part)| path == *action && name.contains(part))
        }
        _ => false,
    }
}

fn variable<'a>(place: &'a Place<'_>, step: &'a Node, name: &str) -> Option<&'a Node> {
    let around = place.environments.iter().rev().copied().flatten();
    let entries = step.get("env").into_iter().chain(around).flat_map(Node::entries);
    entries.into_iter().find(|it| it.name.eq_ignore_ascii_case(name)).map(|it| &it.node)
}

/// `gh pr checkout`, or git fetching the change itself.
fn by_command(place: &Place<'_>, step: &Node, run: &Node, guarded: bool) -> Option<Node> {
    let written = text::script(&place.file.text, run);
    let commands = script::commands(&expressions::blanked(&written), run.span);
    let start = run.span.start as usize;
    let text = |it: &script::Command| {
        let range = (it.span.start as usize).checked_sub(start)?..(it.span.end as usize).checked_sub(start)?;
        written.get(range)
    };
    let fetched = commands.iter().find(|it| {
        it.begins_with("gh pr checkout")
            || it.begins_with("git fetch") && it.words.iter().any(|word| word.contains("pull/"))
            || FETCHES.iter().any(|start| it.begins_with(start))
                && text(it).is_some_and(|it| fetches_head(place, step, it))
    })?;
    let mut facts = Facts::default();
    facts.put("proposed_code", proposed(Some(fetched.span), guarded, fetched.span));
    Some(facts.into_node(run.span).named(fetched.span))
}

/// Whether a command names a commit or a repository of a proposed change, by an expression or a variable.
fn fetches_head(place: &Place<'_>, step: &Node, command: &str) -> bool {
    let fetches = |context: &str| {
        let last = context.rsplit('.').next().unwrap_or_default();
        FETCHABLE.contains(&last) && is_head(place, step, context)
    };
    let expanded = expressions::within(command, step.span);
    let of_variables = shell::names(command).filter_map(|it| variable(place, step, it));
    let held = of_variables.flat_map(|it| expressions::of(place.file, it));
    expanded.into_iter().chain(held).any(|it| it.contexts().iter().any(|it| fetches(it)))
}

/// Whether a step brings the code of a proposed change into the workspace.
pub(super) fn brings_proposed_code(place: &Place<'_>, step: &Node) -> bool {
    let found = fact(place, step, false);
    found.is_some_and(|it| it.get("proposed_code").and_then(Node::as_bool) == Some(true))
}

fn keeps_token_outside(place: &Place<'_>, called: &Node, reference: &Reference<'_>) -> bool {
    let line = place.file.text.get(called.span.end as usize..).and_then(|it| it.lines().next()).unwrap_or_default();
    let comment = line.split_once('#').and_then(|(_, it)| it.split_whitespace().next());
    let major = |text: &str| {
        let digits: String = text.trim_start_matches('v').chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<u32>().ok()
    };
    let version = reference.version.filter(|it| it.starts_with('v')).or(comment);
    version.and_then(major).is_some_and(|it| it >= TOKEN_OUTSIDE)
}
