//! The annotation at the head of a policy: a comment that is YAML, held to a schema.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::module::Module;
use super::schema;
use crate::model::{
    EvidenceKind, Framework, Link, Node, Policy, PolicyId, Problem, Severity, Span, Strength, TestKind, Value,
};
use crate::syntax::yaml;

/// The JSON Schema of METADATA, as `gapcheck schema policy` prints it.
pub const SCHEMA: &str = include_str!("../../policies/metadata.schema.json");

/// What a policy's METADATA declares, held to the schema, the framework and the package's own path.
pub fn policy(module: &Module, frameworks: &[Framework]) -> Result<Policy, Vec<Problem>> {
    let lacking = |message: &str| vec![Problem::at(module.package_span, message.to_owned())];
    let Some((kind, name)) = module.package.strip_prefix("gapcheck.").and_then(|it| it.split_once('.')) else {
        let help =
            "Conftest's policies have a `criteria.toml` at the top of their folder, which says what they bear on";
        let message = "a policy's package must be `gapcheck.<kind>.<name>`";
        return Err(vec![Problem::at(module.package_span, message).with_help(help)]);
    };
    let Some(kind) = EvidenceKind::from_name(kind) else {
        let kinds = EvidenceKind::ALL.map(EvidenceKind::name).join(", ");
        return Err(vec![
            Problem::at(module.package_span, format!("`{kind}` is no kind of evidence"))
                .with_help(format!("kinds: {kinds}")),
        ]);
    };
    let Some(annotation) = annotation(module) else {
        return Err(lacking("the policy has no METADATA comment above its package"));
    };
    let mut parsed = yaml::parse(module.source, &annotation);
    let Some(node) = parsed.documents.pop().filter(|_| parsed.problems.is_empty()) else {
        parsed.problems.push(Problem::at(module.package_span, "the METADATA comment cannot be read as YAML"));
        return Err(parsed.problems);
    };
    let mut problems = schema::problems(schema(), &node);
    problems.extend(links_problems(node.dotted("custom.criteria"), frameworks));
    let expected = format!("{}-{name}", kind.name()).replace(['_', '.'], "-");
    if let Some(id) = node.dotted("custom.id")
        && id.as_str().is_some_and(|it| it != expected)
    {
        problems.push(Problem::at(id.span, format!("the id must be the package's path: `{expected}`")));
    }
    if problems.is_empty() { Ok(read(&node, kind, &module.package)) } else { Err(problems) }
}

/// The METADATA with its places; null where there is none.
pub fn node(module: &Module) -> Node {
    let node = annotation(module).and_then(|it| yaml::parse(module.source, &it).documents.pop());
    node.unwrap_or_else(|| Node::new(Value::Null, module.package_span))
}

/// The place of the id in the METADATA, for complaints about it.
pub fn id_span(module: &Module) -> Span {
    node(module).dotted("custom.id").map_or(module.package_span, |it| it.span)
}

/// The comment block as YAML, everything else blanked out, so that places stay those of the file.
fn annotation(module: &Module) -> Option<String> {
    let head = module.text.get(..module.package_span.start as usize)?;
    let start = head.rfind("# METADATA")?;
    let mut yaml = String::with_capacity(head.len());
    let mut is_inside = true;
    for (number, line) in head.get(start..)?.split_inclusive('\n').enumerate() {
        is_inside = is_inside && line.starts_with('#');
        match line.strip_prefix('#') {
            Some(rest) if is_inside && number > 0 => {
                yaml.push(' ');
                yaml.push_str(rest);
            }
            _ => blank(line, &mut yaml),
        }
    }
    let mut whole = String::with_capacity(head.len());
    blank(head.get(..start)?, &mut whole);
    whole.push_str(&yaml);
    Some(whole)
}

fn blank(text: &str, into: &mut String) {
    into.extend(text.bytes().map(|it| if it == b'\n' { '\n' } else { ' ' }));
}

fn schema() -> &'static serde_json::Value {
    static PARSED: OnceLock<serde_json::Value> = OnceLock::new();
    PARSED.get_or_init(|| serde_json::from_str(SCHEMA).expect("a test reads the schema"))
}

/// Complaints about links to criteria that do not exist.
pub(super) fn links_problems(links: Option<&Node>, frameworks: &[Framework]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for link in links.map(Node::items).unwrap_or_default() {
        let Some(id) = link.get("id") else { continue };
        let Some(text) = id.as_str() else { continue };
        let Some(criterion) = frameworks.iter().find_map(|it| it.criterion(text)) else {
            problems.push(Problem::at(id.span, format!("unknown criterion `{text}`")));
            continue;
        };
        let Some(aspect) = link.get("aspect") else { continue };
        if aspect.as_str().is_some_and(|it| criterion.aspect(it).is_none()) {
            let known: Vec<&str> = criterion.aspects.iter().map(|it| it.id.as_str()).collect();
            problems.push(
                Problem::at(aspect.span, format!("{text} has no aspect `{}`", aspect.as_str().unwrap_or_default()))
                    .with_help(format!("its aspects: {}", known.join(", "))),
            );
        }
    }
    problems
}

/// Reads what the schema has already vouched for.
fn read(node: &Node, kind: EvidenceKind, package: &str) -> Policy {
    let text = |path: &str| node.dotted(path).and_then(Node::as_str).unwrap_or_default().to_owned();
    let words = |node: Option<&Node>| -> Vec<String> {
        node.map(Node::items).unwrap_or_default().iter().filter_map(Node::scalar_text).collect()
    };
    let entries = |path: &str| node.dotted(path).map(Node::entries).unwrap_or_default();
    Policy {
        id: PolicyId(text("custom.id")),
        title: text("title"),
        description: text("description"),
        related_resources: words(node.get("related_resources")),
        kind,
        package: package.to_owned(),
        severity: Severity::from_name(&text("custom.severity")).unwrap_or(Severity::Critical),
        criteria: node.dotted("custom.criteria").map(Node::items).unwrap_or_default().iter().map(link).collect(),
        tests: if text("custom.tests") == "operating" { TestKind::Operating } else { TestKind::Design },
        reads: words(node.dotted("custom.reads")),
        remediation: entries("custom.remediation")
            .iter()
            .map(|it| (it.name.to_string(), it.node.as_str().unwrap_or_default().to_owned()))
            .collect::<BTreeMap<_, _>>(),
        aliases: entries("custom.aliases").iter().map(|it| (it.name.to_string(), words(Some(&it.node)))).collect(),
        since: text("custom.since"),
    }
}

fn link(node: &Node) -> Link {
    let text = |name: &str| node.get(name).and_then(Node::as_str).unwrap_or_default().to_owned();
    let strength = if text("strength") == "primary" { Strength::Primary } else { Strength::Supporting };
    Link { criterion: text("id"), aspect: text("aspect"), strength, because: text("because") }
}
