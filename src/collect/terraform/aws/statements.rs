//! Policy documents of AWS to statements in one form: lists where one item or many may stand, names in lower case.

use crate::collect::terraform::reading::name_given;
use crate::collect::terraform::resource::json;
use crate::model::{Entry, Map, Node, Shape, Through, Unresolved, Value};

/// The statements of a policy document, with their places. Unresolved where the document is; absent where it is none.
pub fn statements(document: &Node) -> Option<Node> {
    if document.as_unresolved().is_some() {
        return Some(document.clone());
    }
    let document = json(document)?;
    let stated = document.get("Statement")?;
    if stated.as_unresolved().is_some() {
        return Some(stated.clone());
    }
    let items = one_or_many(stated).iter().map(statement).map(where_stated).collect();
    Some(Node { value: Value::List(items), ..stated.clone() })
}

/// A document that is referred to is blamed where it is written: each part at its own place, and the argument that
/// takes it as a place it came through.
fn where_stated(node: Node) -> Node {
    let value = match &node.value {
        Value::List(items) => Value::List(items.iter().cloned().map(where_stated).collect()),
        Value::Map(map) => {
            let entries = map.entries.iter().map(|it| Entry::new(it.name.clone(), where_stated(it.node.clone())));
            Value::Map(Map { entries: entries.collect() })
        }
        other => other.clone(),
    };
    let written = node.via.iter().flat_map(|it| it.iter()).find(|it| &*it.note == "stated here").cloned();
    match written {
        None => Node { value, ..node },
        Some(written) => {
            let taken = Through { note: "taken here".into(), span: node.span };
            let others = node.via.iter().flat_map(|it| it.iter()).filter(|it| **it != written).cloned();
            let via = others.chain([taken]).collect();
            Node { value, span: written.span, via: Some(via), ..node }
        }
    }
}

fn statement(stated: &Node) -> Node {
    if stated.as_unresolved().is_some() {
        return stated.clone();
    }
    let mut entries = Vec::new();
    let mut add = |name: &str, node: Option<Node>| entries.extend(node.map(|it| Entry::new(name, it)));
    add("sid", stated.get("Sid").cloned());
    add("effect", Some(effect(stated)));
    for (name, key) in [
        ("actions", "Action"),
        ("not_actions", "NotAction"),
        ("resources", "Resource"),
        ("not_resources", "NotResource"),
    ] {
        add(name, stated.get(key).map(list));
    }
    add("principals", stated.get("Principal").map(principals));
    add("not_principals", stated.get("NotPrincipal").map(principals));
    add("principal_types", stated.get("Principal").and_then(principal_types));
    add("conditions", stated.get("Condition").map(conditions));
    Node { value: Node::map(entries, stated.span).value, ..stated.clone() }
}

fn effect(stated: &Node) -> Node {
    match stated.get("Effect") {
        Some(node) => match node.as_str() {
            Some(text) => Node { value: text.to_lowercase().into(), ..node.clone() },
            None => node.clone(),
        },
        None => Node::default_of("allow", stated.name_span.unwrap_or(stated.span)),
    }
}

/// A list as it is, anything else as a list of one; an unresolved value too, where it is known to be a text.
fn list(node: &Node) -> Node {
    let is_text =
        |it: &Unresolved| matches!(it.shape, Shape::Reference | Shape::Template(_) | Shape::OneOf(_) | Shape::String);
    match &node.value {
        Value::Unresolved(it) if !is_text(it) => node.clone(),
        Value::List(_) => node.clone(),
        _ => Node { value: Value::List([node.clone()].into()), ..node.clone() },
    }
}

fn one_or_many(node: &Node) -> &[Node] {
    match &node.value {
        Value::List(items) => items,
        _ => std::slice::from_ref(node),
    }
}

/// `"*"`, `{"AWS": "*"}` and `{"AWS": [..], "Service": ".."}` as one list.
fn principals(node: &Node) -> Node {
    if !matches!(node.value, Value::Map(_)) {
        return list(node);
    }
    let items = node.entries().iter().flat_map(|it| one_or_many(&it.node).iter().cloned()).collect();
    Node { value: Value::List(items), ..node.clone() }
}

fn principal_types(node: &Node) -> Option<Node> {
    if node.as_unresolved().is_some() {
        return None;
    }
    let types = match &node.value {
        Value::Map(_) => node.entries().iter().map(|it| Node::new(it.name.to_lowercase(), node.span)).collect(),
        _ => vec![Node::new("*", node.span)],
    };
    Some(Node { value: Value::List(types.into()), ..node.clone() })
}

/// `{"Bool": {"aws:SecureTransport": "false"}}` as a list of tests.
fn conditions(node: &Node) -> Node {
    if node.as_unresolved().is_some() {
        return node.clone();
    }
    let mut tests = Vec::new();
    for operator in node.entries() {
        for key in operator.node.entries() {
            let place = key.node.name_span.unwrap_or(key.node.span);
            let entries = vec![
                Entry::new("operator", Node::new(operator.name.clone(), place)),
                Entry::new("key", Node::new(key.name.to_lowercase(), place)),
                Entry::new("values", texts(&key.node)),
            ];
            tests.push(Node::map(entries, key.node.span).named(place));
        }
    }
    Node { value: Value::List(tests.into()), ..node.clone() }
}

/// Values of a condition as texts: `false` and `"false"` test the same. One that a variable gives names somebody.
fn texts(node: &Node) -> Node {
    let text = |it: &Node| match &it.value {
        Value::Bool(_) | Value::Number(_) => Node { value: it.scalar_text().unwrap_or_default().into(), ..it.clone() },
        _ => name_given(it.clone()),
    };
    match list(node) {
        listed if listed.as_unresolved().is_some() => listed,
        listed => Node { value: Value::List(listed.items().iter().map(text).collect()), ..listed },
    }
}

#[cfg(test)]
mod tests {
    use crate::collect::terraform::resource::from_json;
    use crate::model::{SourceId, Span};

    use super::*;

    #[test]
    fn one_and_many_read_alike() {
        let policy = r#"{"Statement": {"Effect": "Deny", "Principal": {"AWS": "*"}, "Action": "s3:*",
            "Condition": {"Bool": {"aws:SecureTransport": false}}}}"#;
        let span = Span { source: SourceId(0), start: 0, end: 1 };
        let statements = statements(&from_json(&serde_json::from_str(policy).unwrap(), span)).unwrap();
        let text = |path: &str| statements.dotted(path).and_then(Node::as_str);
        assert_eq!(text("0.effect"), Some("deny"));
        assert_eq!(text("0.principals.0"), Some("*"));
        assert_eq!(text("0.principal_types.0"), Some("aws"));
        assert_eq!(text("0.actions.0"), Some("s3:*"));
        assert_eq!(text("0.conditions.0.key"), Some("aws:securetransport"));
        assert_eq!(text("0.conditions.0.values.0"), Some("false"));
    }

    #[test]
    fn what_is_no_policy_has_no_statements() {
        let span = Span { source: SourceId(0), start: 0, end: 1 };
        assert_eq!(statements(&Node::new("none", span)), None);
    }
}
