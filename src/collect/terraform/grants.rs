//! Who is given a right on a thing itself, in the one form that the schemas promise: a list of `who` and `right`.

use crate::model::{Entry, Node, Value};

use super::reading::read;
use super::subject::Subject;

/// A role binding: one member or several, and the role they get.
pub fn binding(subject: &Subject<'_>) -> Option<Node> {
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
