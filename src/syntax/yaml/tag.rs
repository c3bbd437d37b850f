//! The tags that change what a YAML value says: CloudFormation's short intrinsics, GitLab's references, and what
//! Compose does with the values of files below.

use std::sync::Arc;

use crate::model::{Entry, Node, Span, Value};

/// CloudFormation's functions that have a short form. Their long form is the same word after `Fn::`.
const FUNCTIONS: &[(&str, &str)] = &[
    ("And", "Fn::And"),
    ("Base64", "Fn::Base64"),
    ("Cidr", "Fn::Cidr"),
    ("Condition", "Condition"),
    ("Contains", "Fn::Contains"),
    ("EachMemberEquals", "Fn::EachMemberEquals"),
    ("EachMemberIn", "Fn::EachMemberIn"),
    ("Equals", "Fn::Equals"),
    ("FindInMap", "Fn::FindInMap"),
    ("GetAZs", "Fn::GetAZs"),
    ("GetAtt", "Fn::GetAtt"),
    ("GetStackOutput", "Fn::GetStackOutput"),
    ("If", "Fn::If"),
    ("ImportValue", "Fn::ImportValue"),
    ("Join", "Fn::Join"),
    ("Length", "Fn::Length"),
    ("Not", "Fn::Not"),
    ("Or", "Fn::Or"),
    ("Ref", "Ref"),
    ("RefAll", "Fn::RefAll"),
    ("Select", "Fn::Select"),
    ("Split", "Fn::Split"),
    ("Sub", "Fn::Sub"),
    ("ToJsonString", "Fn::ToJsonString"),
    ("Transform", "Fn::Transform"),
    ("ValueOf", "Fn::ValueOf"),
    ("ValueOfAll", "Fn::ValueOfAll"),
    ("override", "!override"),
    ("reference", "!reference"),
    ("reset", "!reset"),
];

/// The key of the long form that a local tag stands for: `Fn::Sub` for `!Sub`. Other tags change nothing.
pub(super) fn long_form(name: &str) -> Option<&'static str> {
    FUNCTIONS.iter().find(|(short, _)| *short == name).map(|(_, long)| *long)
}

/// `!Sub x` as `{"Fn::Sub": x}`: the tag is the entry's name.
pub(super) fn apply(long: &'static str, inner: Node, tag: Span, text: &str) -> Node {
    let span = tag.to(inner.span);
    let inner = if long == "Fn::GetAtt" { attribute_path(inner, text) } else { inner };
    Node::map(vec![Entry::new(long, inner.named(tag))], span)
}

/// `Bucket.Arn` as the list `[Bucket, Arn]`, which is what the long form holds.
fn attribute_path(node: Node, text: &str) -> Node {
    let Value::String(path) = &node.value else { return node };
    let Some((resource, attribute)) = path.split_once('.') else { return node };
    let (mut first, mut second) = (node.span, node.span);
    // Only where the source writes the path as it is, not escaped.
    let written = text.get(node.span.range()).unwrap_or_default();
    if let Some(at) = written.find(path.as_ref()).and_then(|it| u32::try_from(it).ok()) {
        let length = u32::try_from(resource.len()).unwrap_or(0);
        first.start = node.span.start + at;
        first.end = first.start + length;
        second.start = first.end + 1;
        second.end = second.start + u32::try_from(attribute.len()).unwrap_or(0);
    }
    let (resource, attribute): (Arc<str>, Arc<str>) = (resource.into(), attribute.into());
    Node { value: Value::List(Arc::new([Node::new(resource, first), Node::new(attribute, second)])), ..node }
}
