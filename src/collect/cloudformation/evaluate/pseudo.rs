//! Pseudo parameters: what the deployment itself says.

use crate::model::{Cause, Node, Shape};

use super::value::unresolved;

/// Where nobody says otherwise, a template is deployed outside the partitions of China and of governments.
const USUAL: &[(&str, &str)] = &[("AWS::Partition", "aws"), ("AWS::URLSuffix", "amazonaws.com")];

/// What the deployment says; nothing where the name is no pseudo parameter.
pub(super) fn pseudo(name: &str, at: &Node) -> Option<Node> {
    if let Some((_, usual)) = USUAL.iter().find(|(it, _)| *it == name) {
        return Some(Node { name_span: at.name_span, ..Node::new(*usual, at.span) });
    }
    let shape = match name {
        "AWS::NotificationARNs" => Shape::List,
        _ if name.starts_with("AWS::") => Shape::Reference,
        _ => return None,
    };
    Some(unresolved(Cause::AfterApply(name.to_owned()), at.span, shape, at))
}
