//! Allstar's branch protection policy, which the app enforces where it is told to fix.

use super::rule::{Rule, count, switch};
use crate::model::{Node, Span};

/// A rule on the default branch; nothing where the app only reports.
pub(super) fn rule(document: &Node) -> Option<Rule> {
    if document.get("action").and_then(Node::as_str) != Some("fix") {
        return None;
    }
    let whole = Some(document);
    let at = document.get("action").map_or(document.span, |it| it.name_span.unwrap_or(it.span));
    // What the app asks for when nothing is said.
    let on = |name: &str| match document.get(name) {
        Some(_) => switch(whole, name, at),
        None => Node::default_of(true, at),
    };
    let approvals = match switch(whole, "requireApproval", at).as_bool() {
        Some(false) if document.get("requireApproval").is_some() => switch_off(document, "requireApproval", at),
        _ => count(whole, "approvalCount", 1, at),
    };
    let checks = document.get("requireStatusChecks").filter(|it| !it.is_null());
    let checks = checks
        .map_or(Node::default_of(false, at), |it| Node::new(!it.items().is_empty(), it.name_span.unwrap_or(it.span)));
    let force = document.get("blockForce").filter(|it| it.as_bool() == Some(false));
    let facts = vec![
        ("required_approvals", approvals),
        ("dismisses_stale_approvals", on("dismissStale")),
        ("requires_code_owner_review", switch(whole, "requireCodeOwnerReviews", at)),
        ("requires_status_checks", checks),
        ("requires_up_to_date", switch(whole, "requireUpToDateBranch", at)),
        ("requires_signed_commits", switch(whole, "requireSignedCommits", at)),
        ("allows_force_push", force.map_or(Node::default_of(false, at), |it| Node::new(true, it.span))),
        ("applies_to_administrators", switch(whole, "enforceOnAdmins", at)),
    ];
    let branches = vec![Node::new("~DEFAULT_BRANCH", at)];
    Some(Rule { repository: None, branches, facts, span: document.span, name_span: at })
}

fn switch_off(document: &Node, name: &str, at: Span) -> Node {
    Node::new(0, document.get(name).map_or(at, |it| it.span))
}
