//! The side file of a folder of Conftest policies: which rules bear on which criteria.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::model::{Framework, Link, Node, Problem, Severity, SourceId, Strength};
use crate::rego::{metadata, schema};
use crate::syntax::toml;

/// What the side file says.
#[derive(Clone, Debug, Default)]
pub struct Mapping {
    /// Packages whose rules are asked.
    pub namespaces: Vec<String>,
    /// Files and folders of data, relative to the side file.
    pub data: Vec<String>,
    /// Globs of the files that are asked about; all when empty.
    pub files: Vec<String>,
    /// Rules are asked once, about all files together.
    pub combine: bool,
    /// By `namespace.rule`, `rule` or `*`.
    pub rules: BTreeMap<String, Mapped>,
}

/// What is said of some rules.
#[derive(Clone, Debug, Default)]
pub struct Mapped {
    pub title: Option<String>,
    pub description: Option<String>,
    pub severity: Option<Severity>,
    pub remediation: Option<String>,
    pub links: Vec<Link>,
}

/// The JSON Schema of the side file.
pub const SCHEMA: &str = include_str!("criteria.schema.json");

/// Reads the side file, held to its schema and the frameworks.
pub fn read(source: SourceId, text: &str, frameworks: &[Framework]) -> Result<Mapping, Vec<Problem>> {
    let mut parsed = toml::parse(source, text);
    let Some(node) = parsed.documents.pop().filter(|_| parsed.problems.is_empty()) else {
        return Err(parsed.problems);
    };
    let mut problems = schema::problems(schema(), &node);
    let rules = node.get("rules").map(Node::entries).unwrap_or_default();
    for rule in rules {
        problems.extend(metadata::links_problems(rule.node.get("criteria"), frameworks));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let words = |name: &str| -> Vec<String> {
        node.get(name).map(Node::items).unwrap_or_default().iter().filter_map(Node::scalar_text).collect()
    };
    let rules = rules.iter().map(|it| (it.name.to_string(), mapped(&it.node))).collect();
    let combine = node.get("combine").and_then(Node::as_bool).unwrap_or(false);
    Ok(Mapping { namespaces: words("namespaces"), data: words("data"), files: words("files"), combine, rules })
}

fn mapped(node: &Node) -> Mapped {
    let text = |name: &str| node.get(name).and_then(Node::as_str).map(str::to_owned);
    Mapped {
        title: text("title"),
        description: text("description"),
        severity: text("severity").as_deref().and_then(Severity::from_name),
        remediation: text("remediation"),
        links: node.get("criteria").map(Node::items).unwrap_or_default().iter().map(link).collect(),
    }
}

fn link(node: &Node) -> Link {
    let text = |name: &str| node.get(name).and_then(Node::as_str).unwrap_or_default().to_owned();
    let strength = if text("strength") == "primary" { Strength::Primary } else { Strength::Supporting };
    Link { criterion: text("id"), aspect: text("aspect"), strength, because: text("because") }
}

fn schema() -> &'static serde_json::Value {
    static PARSED: OnceLock<serde_json::Value> = OnceLock::new();
    PARSED.get_or_init(|| serde_json::from_str(SCHEMA).expect("a test reads the schema"))
}

impl Mapping {
    /// What is said of a rule: of it by its whole name first, then by its own, then of all.
    pub fn of(&self, namespace: &str, rule: &str) -> Option<&Mapped> {
        let names = [format!("{namespace}.{rule}"), rule.to_owned(), "*".to_owned()];
        names.iter().find_map(|it| self.rules.get(it))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_can_be_read() {
        assert!(schema().get("properties").is_some());
    }
}
