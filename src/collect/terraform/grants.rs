//! Who is given a right on a thing itself, in the one form that the schemas promise: a list of `who` and `right`.

use crate::model::{Entry, Node, Value};

use super::reading::read;
use super::resource::reference;
use super::subject::Subject;

/// A role binding: one member or several, and the role they get. A policy holds all its bindings in a document.
pub fn binding(subject: &Subject<'_>) -> Option<Node> {
    if let Some(policy) = subject.at("policy_data") {
        return policy_document(subject, policy);
    }
    let members = ["member", "members", "entity"].iter().find_map(|it| subject.at(it))?;
    let role = subject.at("role");
    if members.as_unresolved().is_some() {
        return Some(members);
    }
    let items = match &members.value {
        Value::List(items) => items.iter().map(|it| grantee(it, role.as_ref())).collect(),
        _ => [grantee(&members, role.as_ref())].into(),
    };
    Some(Node { value: Value::List(items), ..members })
}

/// The bindings of the document that a policy takes, where it is declared here.
fn policy_document(subject: &Subject<'_>, policy: Node) -> Option<Node> {
    let document = reference(&policy).and_then(|it| subject.scope.resource(it.address));
    let Some(document) = document.filter(|it| it.native_type == "google_iam_policy") else { return Some(policy) };
    let members = |it: &Node| {
        let role = read(it, "role");
        let members = read(it, "members");
        let items = members.iter().flat_map(Node::items);
        items.map(|who| grantee(who, role.as_ref())).collect::<Vec<_>>()
    };
    let all = document.blocks("binding").iter().flat_map(members).collect();
    Some(Node::list(all, document.span).named(document.name_span))
}

/// One who has a right. Its place is that of the `who`.
pub fn grantee(who: &Node, right: Option<&Node>) -> Node {
    if who.as_unresolved().is_some() {
        return who.clone();
    }
    let right = right.map(|it| Entry::new("right", it.clone()));
    let entries = [Entry::new("who", who.clone())].into_iter().chain(right).collect();
    Node::map(entries, who.span)
}

/// A grantee for each block of a type, by the places that may name it.
pub fn blocks(subject: &Subject<'_>, block: &str, who: &[&str], right: &str) -> Option<Node> {
    let blocks = subject.at(block)?;
    if blocks.as_unresolved().is_some() {
        return Some(blocks);
    }
    let one = |it: &Node| {
        let named = who.iter().find_map(|path| read(it, path))?;
        Some(grantee(&named, read(it, right).as_ref()))
    };
    let items = blocks.items().iter().filter_map(one).collect();
    Some(Node { value: Value::List(items), ..blocks })
}
