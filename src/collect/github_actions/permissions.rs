//! What the token of a job may do.

use crate::model::{Entry, Node};

/// A map of scope to `read`, `write` or `none`. `read-all` and `write-all` are the scope `all`.
pub(super) fn fact(node: &Node) -> Option<Node> {
    let name_span = node.name_span.unwrap_or(node.span);
    match node.as_str() {
        Some("read-all") => Some(everything("read", node)),
        Some("write-all") => Some(everything("write", node)),
        Some(_) => None,
        // `permissions:` with nothing behind it takes nothing away; the platform reads it as unset.
        None if node.is_null() => None,
        None => Some(Node { name_span: Some(name_span), ..node.clone() }),
    }
}

fn everything(access: &str, node: &Node) -> Node {
    let name_span = node.name_span.unwrap_or(node.span);
    Node::map(vec![Entry::new("all", Node::new(access, node.span))], node.span).named(name_span)
}
