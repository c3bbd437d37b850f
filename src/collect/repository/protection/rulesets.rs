//! GitHub's rulesets: as the web interface exports them, as the API lists them, and as settings apps write them.

use super::rule::{Rule, count, elsewhere, switch};
use crate::collect::pipeline::facts::one_or_many;
use crate::model::{Node, Span};

/// A ruleset that is in force on branches; nothing for one that is off, tried out, or about tags.
pub(super) fn rule(ruleset: &Node, otherwise: Span) -> Option<Rule> {
    let text = |name: &str| ruleset.get(name).and_then(Node::as_str);
    let is_in_force =
        text("target").is_none_or(|it| it == "branch") && text("enforcement").is_none_or(|it| it == "active");
    let included = one_or_many(ruleset.dotted("conditions.ref_name.include"));
    if !is_in_force || included.is_empty() {
        return None;
    }
    let excluded = one_or_many(ruleset.dotted("conditions.ref_name.exclude"));
    let is_excluded = |it: &&Node| excluded.iter().any(|other| other.as_str() == it.as_str());
    let branches: Vec<Node> = included.into_iter().filter(|it| !is_excluded(it)).cloned().collect();
    let listed = ruleset.get("rules");
    let at = listed.and_then(|it| it.name_span).or(ruleset.name_span).unwrap_or(otherwise);
    let applies = match ruleset.get("bypass_actors").filter(|it| !it.is_null()) {
        Some(actors) => Node::new(actors.items().is_empty(), actors.name_span.unwrap_or(actors.span)),
        None => Node::default_of(true, at),
    };
    let facts = facts(listed.map(Node::items).unwrap_or_default(), at, applies);
    let repository = text("source").filter(|it| it.contains('/')).map(str::to_owned);
    (!branches.is_empty()).then_some(Rule { repository, branches, facts, span: ruleset.span, name_span: at })
}

/// The rules that hold for one branch, whatever ruleset they come from: who may pass by is not among them.
pub(super) fn of_branch(rules: &Node) -> Rule {
    let at = rules.name_span.unwrap_or(Span { end: rules.span.start, ..rules.span });
    let applies = elsewhere("who may bypass the rulesets (`gh api repos/OWNER/REPO/rulesets/ID`)", at);
    let facts = facts(rules.items(), at, applies);
    let branches = vec![Node::new("~DEFAULT_BRANCH", at)];
    Rule { repository: None, branches, facts, span: rules.span, name_span: at }
}

fn facts(rules: &[Node], at: Span, applies: Node) -> Vec<(&'static str, Node)> {
    let of_kind = |kind: &str| rules.iter().rfind(|it| it.get("type").and_then(Node::as_str) == Some(kind));
    let present = |kind: &str| of_kind(kind).map_or(Node::default_of(false, at), |it| Node::new(true, it.span));
    let absent = |kind: &str| of_kind(kind).map_or(Node::default_of(true, at), |it| Node::new(false, it.span));
    let parameters = |kind: &str| of_kind(kind).and_then(|it| it.get("parameters"));
    let reviews = parameters("pull_request");
    let lacking = of_kind("pull_request").map_or(at, |it| it.get("type").map_or(it.span, |it| it.span));
    let strict = "strict_required_status_checks_policy";
    vec![
        ("required_approvals", count(reviews, "required_approving_review_count", 0, lacking)),
        ("dismisses_stale_approvals", switch(reviews, "dismiss_stale_reviews_on_push", lacking)),
        ("requires_code_owner_review", switch(reviews, "require_code_owner_review", lacking)),
        ("requires_status_checks", present("required_status_checks")),
        ("requires_up_to_date", switch(parameters("required_status_checks"), strict, at)),
        ("requires_signed_commits", present("required_signatures")),
        ("requires_linear_history", present("required_linear_history")),
        ("allows_force_push", absent("non_fast_forward")),
        ("allows_deletion", absent("deletion")),
        ("applies_to_administrators", applies),
    ]
}
