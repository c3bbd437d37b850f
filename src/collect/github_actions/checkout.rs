//! What a checkout brings into the workspace: whose code, and the token.

use crate::collect::pipeline::facts::Facts;
use crate::collect::pipeline::text;
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

/// The first major version of the checkout that keeps its token out of the workspace.
const TOKEN_OUTSIDE: u32 = 6;

/// Facts of a step that checks code out; `guarded` when a condition keeps other people's copies out.
pub(super) fn fact(place: &Place<'_>, step: &Node, guarded: bool) -> Option<Node> {
    if let Some(run) = step.get("run") {
        return by_command(place, run, guarded);
    }
    let called = step.get("uses")?;
    let reference = Reference::read(called.as_str()?);
    if !reference.full_path().eq_ignore_ascii_case("actions/checkout") {
        return None;
    }
    let inputs = step.get("with");
    let input = |name: &str| inputs.and_then(|it| it.get(name)).filter(|it| !it.is_null());
    let head = ["ref", "repository"].iter().find_map(|it| input(it).and_then(|node| head(place, node)));
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

fn head(place: &Place<'_>, node: &Node) -> Option<Span> {
    let events = triggers::events(place.document);
    let is_head = |context: &String| {
        let row = HEADS.iter().find(|(name, _)| name == context);
        row.is_some_and(|(_, event)| events.iter().any(|it| it.starts_with(event)))
    };
    let names_head = |it: &expressions::Expression| it.contexts().iter().any(is_head);
    let expanded = expressions::of(place.file, node);
    // `refs/pull/${{ ... }}/merge`, or the same by `format(...)`.
    let by_number = node.as_str().is_some_and(|it| it.contains("pull/") && it.contains("${{"));
    (by_number || expanded.iter().any(names_head)).then_some(node.span)
}

/// `gh pr checkout`, or git fetching the change itself.
fn by_command(place: &Place<'_>, run: &Node, guarded: bool) -> Option<Node> {
    let text = expressions::blanked(&text::script(&place.file.text, run));
    let commands = crate::collect::pipeline::script::commands(&text, run.span);
    let fetched = commands.iter().find(|it| {
        it.begins_with("gh pr checkout")
            || it.begins_with("git fetch") && it.words.iter().any(|word| word.contains("pull/"))
    })?;
    let mut facts = Facts::default();
    facts.put("proposed_code", proposed(Some(fetched.span), guarded, fetched.span));
    Some(facts.into_node(run.span).named(fetched.span))
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
