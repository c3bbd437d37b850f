//! Branch protection written as files: the settings app's YAML and exported rulesets.

use camino::Utf8Path;

use crate::collect::pipeline::facts::{Facts, one_or_many, unresolved};
use crate::collect::target::{SourceFile, Target};
use crate::model::{Cause, Node, Problem, Shape, Span};
use crate::syntax::{json, yaml};

pub(super) const SETTINGS: &[&str] = &[".github/settings.yml", ".github/settings.yaml"];

/// Names that a main branch commonly has, where no file says which it is.
const MAIN_BRANCHES: &[&str] =
    &["main", "master", "trunk", "default", "~DEFAULT_BRANCH", "~ALL", "refs/heads/main", "refs/heads/master"];

pub(super) fn is_ruleset_path(path: &Utf8Path) -> bool {
    path.extension() == Some("json")
        && path.starts_with(".github")
        && path.as_str().to_ascii_lowercase().contains("ruleset")
}

/// The rules that bear on the main branch; nothing where no file states any.
pub(super) fn fact(target: &Target, problems: &mut Vec<Problem>) -> Option<Node> {
    let mut rules = Vec::new();
    let mut place = None;
    for file in &target.files {
        let is_settings = SETTINGS.iter().any(|it| file.path == *it);
        if !is_settings && !is_ruleset_path(&file.path) {
            continue;
        }
        let parsed = if is_settings { yaml::parse(file.id, &file.text) } else { json::parse(file.id, &file.text) };
        problems.extend(parsed.problems);
        let Some(document) = parsed.documents.first() else { continue };
        let found = if is_settings { of_settings(document) } else { of_rulesets(file, document) };
        if !found.is_empty() || document.get("branches").is_some() {
            let at = document.get("branches").and_then(|it| it.name_span);
            place.get_or_insert(at.unwrap_or(Span::start_of(file.id)));
        }
        rules.extend(found);
    }
    place.map(|at| Node::list(rules, at).named(at))
}

fn of_settings(document: &Node) -> Vec<Node> {
    let stated = document.dotted("repository.default_branch").and_then(Node::as_str);
    let is_main = |name: &str| stated.map_or(MAIN_BRANCHES.contains(&name), |it| it == name);
    let branches = document.get("branches").map(Node::items).unwrap_or_default();
    let named = branches.iter().filter_map(|it| Some((it.get("name")?, it.get("protection")?)));
    named.filter(|(name, _)| name.as_str().is_some_and(is_main)).map(|(name, it)| branch(name, it)).collect()
}

/// One branch of the settings app. What it leaves out is off, as the platform has it.
fn branch(name: &Node, protection: &Node) -> Node {
    let at = name.span;
    let default = |value: bool| Node::default_of(value, at);
    let mut facts = Facts::default();
    facts.put("branches", Node::list(vec![name.clone()], at));
    let reviews = protection.get("required_pull_request_reviews").filter(|it| !it.is_null());
    let setting = |name: &str| reviews.and_then(|it| it.get(name)).filter(|it| !it.is_null()).cloned();
    // Reviews that are asked for at all are one, when no number is given.
    let approvals = match (setting("required_approving_review_count"), reviews) {
        (Some(count), _) => count,
        (None, Some(reviews)) => Node::default_of(1, reviews.name_span.unwrap_or(at)),
        (None, None) => Node::default_of(0, at),
    };
    facts.put("required_approvals", approvals);
    facts.put("dismisses_stale_approvals", setting("dismiss_stale_reviews").unwrap_or(default(false)));
    facts.put("requires_code_owner_review", setting("require_code_owner_reviews").unwrap_or(default(false)));
    let checks = protection.get("required_status_checks").filter(|it| !it.is_null());
    let listed = |name: &str| checks.and_then(|it| it.get(name)).is_some_and(|it| !it.items().is_empty());
    let checked = listed("contexts") || listed("checks");
    let checks = checks.map(|it| Node::new(checked, it.name_span.unwrap_or(it.span)));
    facts.put("requires_status_checks", checks.unwrap_or(default(false)));
    for (fact, key) in [
        ("allows_force_push", "allow_force_pushes"),
        ("allows_deletion", "allow_deletions"),
        ("applies_to_administrators", "enforce_admins"),
    ] {
        facts.put(fact, protection.get(key).filter(|it| !it.is_null()).cloned().unwrap_or(default(false)));
    }
    // Signatures are asked for through another call, which the settings app does not make.
    let cause = Cause::OutOfScope("a ruleset that asks for signed commits".to_owned());
    facts.put("requires_signed_commits", unresolved(cause, Shape::Bool, at));
    facts.into_node(protection.span).named(at)
}

fn of_rulesets(file: &SourceFile, document: &Node) -> Vec<Node> {
    let rulesets: Vec<&Node> =
        if document.items().is_empty() { vec![document] } else { document.items().iter().collect() };
    rulesets.into_iter().filter(|it| is_active_on_main(it)).map(|it| ruleset(file, it)).collect()
}

fn is_active_on_main(ruleset: &Node) -> bool {
    let text = |name: &str| ruleset.get(name).and_then(Node::as_str);
    let names = |path: &str| {
        let names = one_or_many(ruleset.dotted(path));
        names.into_iter().filter_map(Node::as_str).any(|it| MAIN_BRANCHES.contains(&it))
    };
    text("target").is_none_or(|it| it == "branch")
        && text("enforcement").is_none_or(|it| it == "active")
        && names("conditions.ref_name.include")
        && !names("conditions.ref_name.exclude")
}

fn ruleset(file: &SourceFile, ruleset: &Node) -> Node {
    let at = ruleset.get("rules").and_then(|it| it.name_span).unwrap_or(Span::start_of(file.id));
    let rules = ruleset.get("rules").map(Node::items).unwrap_or_default();
    let rule = |kind: &str| rules.iter().find(|it| it.get("type").and_then(Node::as_str) == Some(kind));
    let present = |kind: &str| rule(kind).map_or(Node::default_of(false, at), |it| Node::new(true, it.span));
    let absent = |kind: &str| rule(kind).map_or(Node::default_of(true, at), |it| Node::new(false, it.span));
    let reviews = rule("pull_request").and_then(|it| it.get("parameters"));
    let setting = |name: &str| reviews.and_then(|it| it.get(name)).cloned();
    let off = || Node::default_of(false, at);
    let mut facts = Facts::default();
    facts.put_some("branches", ruleset.dotted("conditions.ref_name.include").cloned());
    facts.put("required_approvals", setting("required_approving_review_count").unwrap_or(Node::default_of(0, at)));
    facts.put("dismisses_stale_approvals", setting("dismiss_stale_reviews_on_push").unwrap_or(off()));
    facts.put("requires_code_owner_review", setting("require_code_owner_review").unwrap_or(off()));
    facts.put("requires_status_checks", present("required_status_checks"));
    facts.put("allows_force_push", absent("non_fast_forward"));
    facts.put("allows_deletion", absent("deletion"));
    facts.put("requires_signed_commits", present("required_signatures"));
    let applies = match ruleset.get("bypass_actors").filter(|it| !it.is_null()) {
        Some(actors) => Node::new(actors.items().is_empty(), actors.name_span.unwrap_or(actors.span)),
        None => Node::default_of(true, at),
    };
    facts.put("applies_to_administrators", applies);
    facts.into_node(ruleset.span).named(at)
}
