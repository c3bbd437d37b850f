//! One rule as any platform states it, and the branches that it bears on.

use crate::collect::pipeline::facts::{Facts, unresolved};
use crate::model::{Cause, Node, Shape, Span, Value};

/// Names that a main branch commonly has, where no file says which it is.
const MAIN: &[&str] =
    &["main", "master", "trunk", "default", "~DEFAULT_BRANCH", "~ALL", "*", "**", "refs/heads/**", "refs/heads/*"];

/// Beginnings of names of branches that people work on and throw away.
const WORKING: &[&str] = &[
    "feature",
    "feat",
    "fix",
    "bugfix",
    "chore",
    "dependabot",
    "renovate",
    "wip",
    "user",
    "users",
    "test",
    "topic",
    "gh-readonly-queue",
    "gh-pages",
    "sandbox",
    "experiment",
    "temp",
    "tmp",
];

/// A rule of one repository on some branches.
#[derive(Clone, Debug)]
pub(in crate::collect::repository) struct Rule {
    /// `acme/shop`, where the file says which repository it is about.
    pub(super) repository: Option<String>,
    /// The branches' names as they are written.
    pub(super) branches: Vec<Node>,
    /// By the names of the schema.
    pub(super) facts: Vec<(&'static str, Node)>,
    pub(super) span: Span,
    /// Where a missing setting is shown.
    pub(super) name_span: Span,
}

impl Rule {
    pub(super) fn bears_on_main(&self, stated: Option<&str>) -> bool {
        let is_main = |name: &str| match stated {
            Some(main) => short(name) == main || MAIN.iter().any(|it| it.starts_with(['~', '*']) && *it == name),
            None => MAIN.contains(&name) || MAIN.contains(&short(name)),
        };
        self.branches.iter().filter_map(Node::as_str).any(is_main)
    }

    /// Whether changes land on its branches, and are not only worked on there.
    pub(super) fn is_long_lived(&self) -> bool {
        let first = |name: &str| short(name).split(['/', '-', '*']).next().unwrap_or_default().to_ascii_lowercase();
        let names = || self.branches.iter().filter_map(Node::as_str);
        names().next().is_none() || names().any(|it| !WORKING.contains(&first(it).as_str()))
    }

    pub(super) fn fact(&self, name: &str) -> Option<&Node> {
        self.facts.iter().find(|it| it.0 == name).map(|it| &it.1)
    }

    /// The names of its branches, for people.
    pub(super) fn named(&self) -> String {
        let names: Vec<&str> = self.branches.iter().filter_map(Node::as_str).map(short).collect();
        match names.as_slice() {
            ["~DEFAULT_BRANCH"] => "the default branch".to_owned(),
            ["~ALL"] => "all branches".to_owned(),
            [] => "its branches".to_owned(),
            names => names.join(", "),
        }
    }
}

fn short(name: &str) -> &str {
    name.strip_prefix("refs/heads/").unwrap_or(name)
}

/// The value under a name, where it is more than null. The platform wraps switches: `{"enabled": true}`.
pub(super) fn setting(node: Option<&Node>, name: &str) -> Option<Node> {
    let node = node?.get(name).filter(|it| !it.is_null())?;
    let enabled = node.get("enabled").filter(|_| node.entries().len() <= 2);
    Some(enabled.unwrap_or(node).clone())
}

/// A switch: stated, or off.
pub(super) fn switch(node: Option<&Node>, name: &str, lacking: Span) -> Node {
    setting(node, name).filter(is_switch).unwrap_or(Node::default_of(false, lacking))
}

fn is_switch(node: &Node) -> bool {
    matches!(node.value, Value::Bool(_) | Value::Unresolved(_))
}

/// A number, or none of them.
pub(super) fn count(node: Option<&Node>, name: &str, otherwise: i64, lacking: Span) -> Node {
    let stated = setting(node, name).filter(|it| matches!(it.value, Value::Number(_) | Value::Unresolved(_)));
    stated.unwrap_or(Node::default_of(otherwise, lacking))
}

/// What the file at hand cannot tell, since the platform keeps it elsewhere.
pub(super) fn elsewhere(what: &str, at: Span) -> Node {
    unresolved(Cause::OutOfScope(what.to_owned()), Shape::Bool, at)
}

/// The facts as evidence holds them.
pub(super) fn node(rule: &Rule) -> Node {
    let mut facts = Facts::default();
    facts.put_some("repository", rule.repository.as_deref().map(|it| Node::new(it, rule.name_span)));
    facts.put("branches", Node::list(rule.branches.clone(), rule.name_span));
    facts.put("long_lived", Node::new(rule.is_long_lived(), rule.name_span));
    for (name, node) in &rule.facts {
        facts.put(name, node.clone());
    }
    facts.into_node(rule.span).named(rule.name_span)
}
