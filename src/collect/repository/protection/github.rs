//! GitHub's branch protection as the settings app writes it and the platform exports it: both use the API's words.

use super::rule::{Rule, count, elsewhere, setting, switch};
use crate::model::{Node, Span};

/// Who wrote the protection down.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// The settings app, which cannot ask for signatures.
    App,
    /// The platform, which tells all there is.
    Platform,
}

/// A rule on one branch. What it leaves out is off, as the platform has it.
pub(super) fn rule(branch: Node, protection: &Node, by: By) -> Rule {
    let at = protection.name_span.filter(|_| by == By::Platform).unwrap_or(branch.span);
    let reviews = protection.get("required_pull_request_reviews").filter(|it| !it.is_null());
    // Reviews that are asked for at all are one, when no number is given.
    let (otherwise, lacking) = match reviews {
        Some(reviews) => (1, reviews.name_span.unwrap_or(at)),
        None => (0, at),
    };
    let whole = Some(protection);
    let signatures = match (setting(whole, "required_signatures"), by) {
        (Some(stated), _) => stated,
        (None, By::App) => elsewhere("a ruleset that asks for signed commits", at),
        (None, By::Platform) => Node::default_of(false, at),
    };
    let facts = vec![
        ("required_approvals", count(reviews, "required_approving_review_count", otherwise, lacking)),
        ("dismisses_stale_approvals", switch(reviews, "dismiss_stale_reviews", lacking)),
        ("requires_code_owner_review", switch(reviews, "require_code_owner_reviews", lacking)),
        ("requires_status_checks", checks(protection, at)),
        ("requires_up_to_date", switch(protection.get("required_status_checks"), "strict", at)),
        ("requires_signed_commits", signatures),
        ("requires_linear_history", switch(whole, "required_linear_history", at)),
        ("allows_force_push", switch(whole, "allow_force_pushes", at)),
        ("allows_deletion", switch(whole, "allow_deletions", at)),
        ("applies_to_administrators", switch(whole, "enforce_admins", at)),
    ];
    Rule { repository: None, branches: vec![branch], facts, span: protection.span, name_span: at }
}

/// Whether any check is named that must pass.
fn checks(protection: &Node, at: Span) -> Node {
    let Some(checks) = protection.get("required_status_checks").filter(|it| !it.is_null()) else {
        return Node::default_of(false, at);
    };
    let listed = |name: &str| checks.get(name).is_some_and(|it| !it.items().is_empty());
    Node::new(listed("contexts") || listed("checks"), checks.name_span.unwrap_or(checks.span))
}
