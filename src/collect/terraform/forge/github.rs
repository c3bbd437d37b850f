//! GitHub: branch protection, rulesets and repositories.

use crate::collect::terraform::reading::{flag as as_flag, instead};
use crate::collect::terraform::row::{Fact, Join, Row, flag, number, row, value, with};
use crate::collect::terraform::subject::Subject;
use crate::model::{Cause, EvidenceKind::BranchProtection, EvidenceKind::Repository, Node, Shape, Unresolved};

use super::words::{branches, is_filled, long_lived};

pub const ROWS: &[Row] = &[
    row(BranchProtection, "github", &["github_branch_protection"], PATTERN_FACTS),
    row(BranchProtection, "github", &["github_branch_protection_v3"], BRANCH_FACTS),
    row(BranchProtection, "github", &["github_repository_ruleset", "github_organization_ruleset"], RULESET_FACTS)
        .only_when(is_in_force),
    row(Repository, "github", &["github_repository"], REPOSITORY_FACTS).joined(PROTECTED),
];

const REVIEWS: &str = "required_pull_request_reviews.0";

const PATTERN_FACTS: &[Fact] = &[
    value("repository", &["repository_id"]),
    with("branches", |it| branches(it, "pattern")),
    with("long_lived", |it| long_lived(it, "pattern")).or_true(),
    with("required_approvals", approvals).or_number(0),
    flag("dismisses_stale_approvals", &["required_pull_request_reviews.0.dismiss_stale_reviews"]).or_false(),
    flag("requires_code_owner_review", &["required_pull_request_reviews.0.require_code_owner_reviews"]).or_false(),
    with("requires_status_checks", checks).or_false(),
    flag("requires_up_to_date", &["required_status_checks.0.strict"]).or_false(),
    flag("requires_signed_commits", &["require_signed_commits"]).or_false(),
    flag("requires_linear_history", &["required_linear_history"]).or_false(),
    flag("allows_force_push", &["allows_force_pushes"]).or_false(),
    flag("allows_deletion", &["allows_deletions"]).or_false(),
    flag("applies_to_administrators", &["enforce_admins"]).or_false(),
];

const BRANCH_FACTS: &[Fact] = &[
    value("repository", &["repository"]),
    with("branches", |it| branches(it, "branch")),
    with("long_lived", |it| long_lived(it, "branch")).or_true(),
    with("required_approvals", approvals).or_number(0),
    flag("dismisses_stale_approvals", &["required_pull_request_reviews.0.dismiss_stale_reviews"]).or_false(),
    flag("requires_code_owner_review", &["required_pull_request_reviews.0.require_code_owner_reviews"]).or_false(),
    with("requires_status_checks", checks).or_false(),
    flag("requires_up_to_date", &["required_status_checks.0.strict"]).or_false(),
    flag("requires_signed_commits", &["require_signed_commits"]).or_false(),
    // This resource can allow neither.
    with("allows_force_push", |_| None).or_false(),
    with("allows_deletion", |_| None).or_false(),
    flag("applies_to_administrators", &["enforce_admins"]).or_false(),
];

const RULESET_FACTS: &[Fact] = &[
    value("repository", &["repository"]),
    value("branches", &["conditions.0.ref_name.0.include"]),
    with("long_lived", ruleset_long_lived).or_true(),
    number("required_approvals", &["rules.0.pull_request.0.required_approving_review_count"]).or_number(0),
    flag("dismisses_stale_approvals", &["rules.0.pull_request.0.dismiss_stale_reviews_on_push"]).or_false(),
    flag("requires_code_owner_review", &["rules.0.pull_request.0.require_code_owner_review"]).or_false(),
    with("requires_status_checks", ruleset_checks).or_false(),
    flag("requires_up_to_date", &["rules.0.required_status_checks.0.strict_required_status_checks_policy"]).or_false(),
    flag("requires_signed_commits", &["rules.0.required_signatures"]).or_false(),
    flag("requires_linear_history", &["rules.0.required_linear_history"]).or_false(),
    with("allows_force_push", |it| opposite(it, "rules.0.non_fast_forward")).or_true(),
    with("allows_deletion", |it| opposite(it, "rules.0.deletion")).or_true(),
    with("applies_to_administrators", nobody_bypasses).or_true(),
];

const REPOSITORY_FACTS: &[Fact] = &[
    with("is_private", is_private).or_false(),
    flag("is_archived", &["archived"]).or_false(),
    with("vulnerability_alerts", |it| as_flag(it.at("vulnerability_alerts")?, true)).or_false(),
    with("platform_secret_scanning", secret_scanning),
    with("main_branch_protected", is_protected),
];

const PROTECTED: &[Join] = &[
    Join { types: &["github_branch_protection"], by: "repository_id", to: "name", facts: &[] },
    Join { types: &["github_branch_protection_v3"], by: "repository", to: "name", facts: &[] },
    Join { types: &["github_repository_ruleset"], by: "repository", to: "name", facts: &[] },
];

/// Reviews that are asked for at all are one, when no number is given.
fn approvals(subject: &Subject<'_>) -> Option<Node> {
    let reviews = subject.at(REVIEWS)?;
    if reviews.as_unresolved().is_some() {
        return Some(reviews);
    }
    let stated = subject.at("required_pull_request_reviews.0.required_approving_review_count");
    Some(match stated {
        Some(count) => crate::collect::terraform::reading::number(count)?,
        None => Node::default_of(1, reviews.name_span.unwrap_or(reviews.span)),
    })
}

/// Whether a check is named that must pass.
fn checks(subject: &Subject<'_>) -> Option<Node> {
    let block = subject.at("required_status_checks.0")?;
    let named = ["contexts", "checks"].iter().find_map(|it| subject.at(&format!("required_status_checks.0.{it}")));
    Some(named.map_or_else(|| instead(&block, false), |it| is_filled(&it)))
}

fn ruleset_checks(subject: &Subject<'_>) -> Option<Node> {
    let block = subject.at("rules.0.required_status_checks.0")?;
    let named = subject.at("rules.0.required_status_checks.0.required_check");
    Some(named.map_or_else(|| instead(&block, false), |it| is_filled(&it)))
}

fn opposite(subject: &Subject<'_>, path: &str) -> Option<Node> {
    as_flag(subject.at(path)?, false)
}

fn nobody_bypasses(subject: &Subject<'_>) -> Option<Node> {
    let actors = subject.at("bypass_actors")?;
    as_flag(is_filled(&actors), false)
}

fn is_in_force(subject: &Subject<'_>) -> bool {
    let is = |path: &str, wanted: &str| subject.at(path).and_then(|it| it.as_str().map(|it| it == wanted));
    is("target", "branch").unwrap_or(true) && is("enforcement", "active").unwrap_or(true)
}

/// Whether one of the branches is more than a place to work on.
fn ruleset_long_lived(subject: &Subject<'_>) -> Option<Node> {
    let included = subject.at("conditions.0.ref_name.0.include")?;
    let is_working = |it: &Node| {
        let name = it.as_str().unwrap_or_default().trim_start_matches("refs/heads/");
        ["feature", "fix", "dependabot", "renovate"].iter().any(|start| name.starts_with(start))
    };
    let all = !included.items().is_empty() && included.items().iter().all(is_working);
    Some(instead(&included, !all))
}

/// Private, or seen inside of the organization alone; public when nothing is said.
fn is_private(subject: &Subject<'_>) -> Option<Node> {
    if let Some(visibility) = subject.at("visibility") {
        return match visibility.as_str() {
            Some(text) => Some(instead(&visibility, text != "public")),
            None => Some(visibility),
        };
    }
    as_flag(subject.at("private")?, true)
}

fn secret_scanning(subject: &Subject<'_>) -> Option<Node> {
    let status = subject.at("security_and_analysis.0.secret_scanning.0.status")?;
    Some(match status.as_str() {
        Some(text) => instead(&status, text == "enabled"),
        None => status,
    })
}

/// Whether a rule of this root module is about the repository. One that may be leaves it open.
fn is_protected(subject: &Subject<'_>) -> Option<Node> {
    let at = subject.resource.name_span;
    let is_rule = |it: &&&crate::collect::terraform::Resource| it.native_type.starts_with("github_");
    let joined: Vec<_> = subject.joined.iter().map(|it| it.1).collect();
    if let Some(rule) = joined.iter().find(is_rule) {
        return Some(Node::new(true, rule.name_span));
    }
    if !subject.maybe_joined.is_empty() {
        let cause = Cause::Expression("the repository that a branch protection is about".to_owned());
        let place = subject.maybe_joined.first().map_or(at, |it| it.1.span);
        return Some(Node::unresolved(Unresolved { cause, place, shape: Shape::Bool }, at));
    }
    Some(Node::default_of(false, at))
}
