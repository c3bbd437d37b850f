//! What the platforms' APIs answer, saved as a file anywhere: known by the words that stand in it.

use super::github::{self, By};
use super::rule::Rule;
use super::{gitlab, rulesets};
use crate::model::{Node, Span};

/// Words that stand together in one kind of answer.
const MARKS: &[&[&str]] = &[
    // repos/OWNER/REPO/branches/BRANCH/protection
    &["\"enforce_admins\"", "\"allow_force_pushes\""],
    &["\"required_pull_request_reviews\"", "/protection"],
    // repos/OWNER/REPO/rulesets/ID
    &["\"enforcement\"", "\"ref_name\"", "\"rules\""],
    // repos/OWNER/REPO/rules/branches/BRANCH
    &["\"ruleset_source_type\"", "\"ruleset_id\""],
    // projects/ID, which holds the checks of its merge requests
    &["\"path_with_namespace\"", "\"only_allow_merge_if_pipeline_succeeds\""],
    // projects/ID/approvals
    &["\"reset_approvals_on_push\"", "\"merge_requests_author_approval\""],
    // projects/ID/protected_branches
    &["\"push_access_levels\"", "\"merge_access_levels\""],
];

/// Whether a JSON text looks like an answer about protection.
pub(in crate::collect::repository) fn is_export(text: &str) -> bool {
    MARKS.iter().any(|words| words.iter().all(|it| text.contains(it)))
}

/// The rules that an answer states.
pub(super) fn rules(document: &Node, start: Span) -> Vec<Rule> {
    if document.items().iter().any(|it| it.get("ruleset_id").is_some()) {
        return vec![rulesets::of_branch(document)];
    }
    let one = [document.clone()];
    let all = if document.items().is_empty() { one.as_slice() } else { document.items() };
    all.iter().filter_map(|it| rule(it, start)).collect()
}

fn rule(answer: &Node, start: Span) -> Option<Rule> {
    if answer.get("push_access_levels").is_some() {
        return gitlab::rule(answer);
    }
    if answer.get("only_allow_merge_if_pipeline_succeeds").is_some() || answer.get("reset_approvals_on_push").is_some()
    {
        return gitlab::of_project(answer, start);
    }
    if answer.dotted("conditions.ref_name").is_some() {
        return rulesets::rule(answer, start);
    }
    // An answer about a branch holds its protection; an answer about the protection is one.
    let protection = answer.get("protection").unwrap_or(answer);
    protection.get("enforce_admins").or(protection.get("required_pull_request_reviews"))?;
    let url = answer.get("url").or(protection.get("url"));
    let (repository, branch) = url.and_then(Node::as_str).and_then(of_address).unzip();
    let at = url.map_or(start, |it| it.span);
    let name = branch.unwrap_or("~DEFAULT_BRANCH");
    let rule = github::rule(Node::new(name, at), protection, By::Platform);
    Some(Rule { repository: repository.map(str::to_owned), ..rule })
}

/// The repository and the branch of `https://api.github.com/repos/acme/shop/branches/main/protection`.
fn of_address(url: &str) -> Option<(&str, &str)> {
    let (repository, rest) = url.split_once("/repos/")?.1.split_once("/branches/")?;
    Some((repository, rest.strip_suffix("/protection").unwrap_or(rest)))
}
