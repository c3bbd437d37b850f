//! Roles and their bindings: who may do what in the cluster.

use crate::model::{Entry, Evidence, EvidenceKind, Node, Span, Value};

use super::joins::{Joins, texts};
use super::objects::{Object, stated};

/// What a rule lists, and the fact it becomes.
const LISTS: &[(&str, &str)] = &[
    ("verbs", "actions"),
    ("resources", "resources"),
    ("apiGroups", "api_groups"),
    ("resourceNames", "resource_names"),
    ("nonResourceURLs", "non_resource_urls"),
];

pub(super) fn grants(object: &Object, joins: &Joins) -> Vec<Evidence> {
    match object.kind.as_str() {
        "Role" => rules(object, Vec::new()),
        "ClusterRole" => rules(object, joins.aggregating(object)),
        "RoleBinding" | "ClusterRoleBinding" => vec![binding(object)],
        _ => Vec::new(),
    }
}

/// One grant a rule of the role, with the roles that take it over.
fn rules(object: &Object, aggregating: Vec<Node>) -> Vec<Evidence> {
    let rules = object.stated("rules").map(Node::items).unwrap_or_default();
    let of_rule = |(at, rule): (usize, &Node)| {
        let mut facts = common(object, "rule");
        facts.push(Entry::new("role", Node::new(object.name.as_str(), object.name_span)));
        for (key, fact) in LISTS {
            facts.extend(
                stated(rule, key)
                    .map(|it| Entry::new(*fact, Node { value: Value::List(texts(Some(it)).into()), ..it.clone() })),
            );
        }
        if let Some(first) = aggregating.first() {
            facts.push(Entry::new("added_to", Node::list(aggregating.clone(), first.span)));
        }
        let mut evidence = object.evidence(EvidenceKind::Grant, &format!("/rules/{at}"), facts, rule.span);
        evidence.facts.name_span = Some(object.name_span);
        evidence
    };
    rules.iter().enumerate().map(of_rule).collect()
}

fn binding(object: &Object) -> Evidence {
    let mut facts = common(object, "binding");
    facts.extend(object.stated("roleRef.name").map(|it| Entry::new("role", it.clone())));
    let subjects = object.stated("subjects");
    let span = subjects.map_or(object.name_span, |it| it.span);
    let mut principals = Vec::new();
    let mut types = Vec::new();
    for subject in subjects.map(Node::items).unwrap_or_default() {
        let (Some(kind), Some(name)) = (stated(subject, "kind"), stated(subject, "name")) else { continue };
        let (Some(kind_text), Some(name_text)) = (kind.as_str(), name.scalar_text()) else { continue };
        let namespace = stated(subject, "namespace").and_then(Node::as_str).unwrap_or(&object.namespace);
        let principal = match kind_text {
            "ServiceAccount" => format!("ServiceAccount:{namespace}/{name_text}"),
            kind => format!("{kind}:{name_text}"),
        };
        principals.push(Node::new(principal, name.span));
        types.push(Node::new(kind_text.to_lowercase(), kind.span));
    }
    facts.push(Entry::new("principals", Node::list(principals, span)));
    facts.push(Entry::new("principal_types", Node::list(types, span)));
    object.evidence(EvidenceKind::Grant, "", facts, object.node.span)
}

fn common(object: &Object, form: &str) -> Vec<Entry> {
    let kind_span: Span = object.node.get("kind").map_or(object.name_span, |it| it.span);
    let scope = if object.kind.starts_with("Cluster") { "cluster" } else { "namespace" };
    vec![
        Entry::new("effect", Node::new("allow", kind_span)),
        Entry::new("form", Node::new(form, kind_span)),
        Entry::new("scope", Node::new(scope, kind_span)),
    ]
}
