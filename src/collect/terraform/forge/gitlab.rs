//! GitLab: protected branches, and the rules of their projects.

use crate::collect::terraform::reading::{flag as as_flag, instead};
use crate::collect::terraform::row::{Fact, Join, Row, flag, number, row, value, with};
use crate::collect::terraform::subject::Subject;
use crate::model::{EvidenceKind::BranchProtection, EvidenceKind::Repository, Node};

use super::words::{branches, long_lived};

pub const ROWS: &[Row] = &[
    row(BranchProtection, "gitlab", &["gitlab_branch_protection"], BRANCH_FACTS).joined(JOINS),
    row(Repository, "gitlab", &["gitlab_project"], PROJECT_FACTS),
];

const BRANCH_FACTS: &[Fact] = &[
    value("repository", &["project"]),
    with("branches", |it| branches(it, "branch")),
    with("long_lived", |it| long_lived(it, "branch")).or_true(),
    flag("requires_code_owner_review", &["code_owner_approval_required"]).or_false(),
    flag("allows_force_push", &["allow_force_push"]).or_false(),
    with("allows_deletion", |_| None).or_false(),
    with("allows_direct_push", direct_push),
];

/// Approvals and signatures are settings of the project, which resources of their own state.
const JOINS: &[Join] = &[
    Join {
        types: &["gitlab_project_approval_rule"],
        by: "project",
        to: "project",
        facts: &[number("required_approvals", &["approvals_required"])],
    },
    Join {
        types: &["gitlab_project_level_mr_approvals"],
        by: "project",
        to: "project",
        facts: &[flag("dismisses_stale_approvals", &["reset_approvals_on_push"]).or_true()],
    },
    Join {
        types: &["gitlab_project_push_rules"],
        by: "project",
        to: "project",
        facts: &[flag("requires_signed_commits", &["reject_unsigned_commits"]).or_false()],
    },
];

const PROJECT_FACTS: &[Fact] = &[
    with("is_private", is_private).or_true(),
    flag("is_archived", &["archived"]).or_false(),
    flag("platform_secret_scanning", &["push_rules.0.prevent_secrets"]).or_false(),
];

fn is_private(subject: &Subject<'_>) -> Option<Node> {
    let level = subject.at("visibility_level")?;
    Some(match level.as_str() {
        Some(text) => instead(&level, text != "public"),
        None => level,
    })
}

/// Whether anybody may push without a merge request.
fn direct_push(subject: &Subject<'_>) -> Option<Node> {
    let level = subject.at("push_access_level")?;
    match level.as_str() {
        Some(text) => Some(instead(&level, text != "no one")),
        None => as_flag(level, true),
    }
}
