//! Rules that bear on the same branches add up: each setting is as strict as the strictest rule.

use std::collections::BTreeMap;

use super::rule::Rule;
use crate::model::{Node, Value};

/// How settings of several rules become one.
#[derive(Clone, Copy)]
enum Strictest {
    /// What one rule asks for is asked for.
    AnyTrue,
    /// What one rule forbids is forbidden.
    AnyFalse,
    Most,
}

const FACTS: &[(&str, Strictest)] = &[
    ("required_approvals", Strictest::Most),
    ("dismisses_stale_approvals", Strictest::AnyTrue),
    ("requires_code_owner_review", Strictest::AnyTrue),
    ("requires_status_checks", Strictest::AnyTrue),
    ("requires_up_to_date", Strictest::AnyTrue),
    ("requires_signed_commits", Strictest::AnyTrue),
    ("requires_linear_history", Strictest::AnyTrue),
    ("allows_force_push", Strictest::AnyFalse),
    ("allows_deletion", Strictest::AnyFalse),
    ("allows_direct_push", Strictest::AnyFalse),
    ("applies_to_administrators", Strictest::AnyTrue),
];

/// One rule for each repository and set of branches. All rules on the main branch are one, whatever they call it.
pub(super) fn merged(rules: Vec<Rule>, main: Option<&str>) -> Vec<Rule> {
    let mut groups: BTreeMap<(Option<String>, String), Vec<Rule>> = BTreeMap::new();
    for rule in rules {
        let key = if rule.bears_on_main(main) { String::new() } else { rule.named() };
        groups.entry((rule.repository.clone(), key)).or_default().push(rule);
    }
    groups.into_values().filter_map(together).collect()
}

fn together(rules: Vec<Rule>) -> Option<Rule> {
    let first = rules.first()?.clone();
    if rules.len() == 1 {
        return Some(first);
    }
    // Who may pass by is asked of the rules that ask for the approvals.
    let approvals = |rule: &Rule| rule.fact("required_approvals").and_then(Node::as_i64).unwrap_or(0);
    let most = rules.iter().map(approvals).max().unwrap_or(0);
    let reviewing: Vec<&Rule> = rules.iter().filter(|it| approvals(it) == most).collect();
    let all: Vec<&Rule> = rules.iter().collect();
    let fact = |(name, strictest): &(&'static str, Strictest)| {
        let rules = if *name == "applies_to_administrators" { &reviewing } else { &all };
        let nodes: Vec<&Node> = rules.iter().filter_map(|it| it.fact(name)).collect();
        Some((*name, chosen(&nodes, *strictest)?.clone()))
    };
    Some(Rule { facts: FACTS.iter().filter_map(fact).collect(), ..first })
}

fn chosen<'a>(nodes: &[&'a Node], strictest: Strictest) -> Option<&'a Node> {
    let wanted = |value: bool| nodes.iter().find(|it| it.as_bool() == Some(value)).copied();
    let open = nodes.iter().find(|it| matches!(it.value, Value::Unresolved(_))).copied();
    let found = match strictest {
        Strictest::AnyTrue => wanted(true).or(open),
        Strictest::AnyFalse => wanted(false).or(open),
        Strictest::Most => nodes.iter().max_by_key(|it| it.as_i64().unwrap_or(-1)).copied(),
    };
    found.or(nodes.first().copied())
}
