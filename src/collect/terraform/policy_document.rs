//! `aws_iam_policy_document`: the policy that a data source's blocks describe, in the form that JSON policies have.

use std::sync::Arc;

use crate::model::{Entry, Node, Shape, Span, Unresolved, Value};

use super::resource;

/// The policy document that the body of an `aws_iam_policy_document` makes.
pub(crate) fn of(body: &Node) -> Node {
    let name = body.name_span.unwrap_or(body.span);
    let mut statements: Vec<Node> = Vec::new();
    let mut places = body.span;
    add_documents(body.get("source_policy_documents"), &mut statements);
    if let Some(list) = body.get("statement") {
        places = list.span;
        match list.as_unresolved() {
            Some(unknown) => statements.push(element(unknown, list.span)),
            None => statements.extend(list.items().iter().map(statement)),
        }
    }
    add_documents(body.get("override_policy_documents"), &mut statements);
    let version = match body.get("version") {
        Some(it) => it.clone(),
        None => Node::default_of("2012-10-17", name),
    };
    let list = Node::list(statements, places).named(name);
    Node::map(vec![Entry::new("Version", version), Entry::new("Statement", list)], body.span).named(name)
}

/// Statements of other documents, which the document takes over.
fn add_documents(documents: Option<&Node>, statements: &mut Vec<Node>) {
    let Some(documents) = documents else { return };
    if let Some(unknown) = documents.as_unresolved() {
        statements.push(element(unknown, documents.span));
    }
    for document in documents.items() {
        if let Some(unknown) = document.as_unresolved() {
            statements.push(element(unknown, document.span));
        }
        let Some(json) = resource::json(document) else { continue };
        match json.get("Statement") {
            Some(Node { value: Value::List(items), .. }) => statements.extend(items.iter().cloned()),
            Some(one) => statements.push(one.clone()),
            None => {}
        }
    }
}

fn element(unknown: &Unresolved, span: Span) -> Node {
    Node::unresolved(Unresolved { shape: Shape::Map, ..unknown.clone() }, span)
}

/// Arguments that keep their value under another name.
const ARGUMENTS: &[(&str, &str)] = &[
    ("sid", "Sid"),
    ("effect", "Effect"),
    ("actions", "Action"),
    ("not_actions", "NotAction"),
    ("resources", "Resource"),
    ("not_resources", "NotResource"),
];

fn statement(block: &Node) -> Node {
    if block.as_unresolved().is_some() {
        return block.clone();
    }
    let mut entries: Vec<Entry> = Vec::new();
    for (argument, name) in ARGUMENTS {
        if let Some(node) = block.get(argument) {
            entries.push(Entry::new(*name, node.clone()));
        }
    }
    if block.get("effect").is_none() {
        let lacking = block.name_span.unwrap_or(block.span);
        entries.push(Entry::new("Effect", Node::default_of("Allow", lacking)));
    }
    for (blocks, name) in [("principals", "Principal"), ("not_principals", "NotPrincipal")] {
        if let Some(list) = block.get(blocks) {
            entries.push(Entry::new(name, principals(list)));
        }
    }
    if let Some(list) = block.get("condition") {
        entries.push(Entry::new("Condition", conditions(list)));
    }
    Node { name_span: block.name_span, ..Node::map(entries, block.span) }
}

/// `principals { type = "AWS", identifiers = [..] }` as `{"AWS": [..]}`; of type `*` as `"*"`.
fn principals(list: &Node) -> Node {
    if list.as_unresolved().is_some() {
        return list.clone();
    }
    let mut entries: Vec<Entry> = Vec::new();
    for block in list.items() {
        let (Some(kind), Some(identifiers)) = (block.get("type"), block.get("identifiers")) else { continue };
        match &kind.value {
            Value::String(it) if &**it == "*" => {
                return Node { name_span: list.name_span, ..Node::new("*", identifiers.span) };
            }
            Value::String(it) => add(&mut entries, it.clone(), identifiers.clone()),
            _ => return Node { name_span: list.name_span, ..kind.clone() },
        }
    }
    Node { name_span: list.name_span, ..Node::map(entries, list.span) }
}

/// Two blocks of one type make one list.
fn add(entries: &mut Vec<Entry>, name: Arc<str>, node: Node) {
    match entries.iter_mut().find(|it| it.name == name) {
        Some(entry) => {
            let items = entry.node.items().iter().chain(node.items()).cloned();
            entry.node.value = Value::List(items.collect());
        }
        None => entries.push(Entry { name, node }),
    }
}

/// `condition { test, variable, values }` as `{test: {variable: values}}`.
fn conditions(list: &Node) -> Node {
    if list.as_unresolved().is_some() {
        return list.clone();
    }
    let mut tests: Vec<(Arc<str>, Vec<Entry>)> = Vec::new();
    for block in list.items() {
        let (Some(test), Some(variable), Some(values)) =
            (block.get("test"), block.get("variable"), block.get("values"))
        else {
            continue;
        };
        let (Some(test), Some(variable)) = (test.as_str(), variable.as_str()) else { continue };
        let entry = Entry::new(variable, values.clone());
        match tests.iter_mut().find(|it| &*it.0 == test) {
            Some(found) => found.1.push(entry),
            None => tests.push((test.into(), vec![entry])),
        }
    }
    let entries = tests.into_iter().map(|(name, all)| Entry { name, node: Node::map(all, list.span) });
    Node { name_span: list.name_span, ..Node::map(entries.collect(), list.span) }
}
