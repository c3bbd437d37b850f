//! Values that a table cannot say: texts in another spelling, maps that are lists elsewhere, disks by their device.

use crate::collect::cloudformation::words::kebab;
use crate::collect::terraform::reading::{instead, read, reworded};
use crate::model::{Entry, Node, Shape, Value};

/// `PublicRead` to `public-read`.
pub(super) fn canned_acl(node: &Node) -> Option<Node> {
    Some(reworded(node, kebab))
}

/// Whether every source of an aggregator is gathered from all regions; that of the first that is not.
pub(super) fn all_regions(node: &Node) -> Option<Node> {
    if node.as_unresolved().is_some() {
        return Some(node.clone());
    }
    let stated = |it: &Node| read(it, "AllAwsRegions").unwrap_or_else(|| Node::new(false, it.span));
    let all: Vec<Node> = node.items().iter().map(stated).collect();
    all.iter().find(|it| it.as_bool() != Some(true)).or(all.first()).cloned()
}

/// Something stands there, whatever it says.
pub(super) fn there(node: &Node) -> Option<Node> {
    Some(if node.as_unresolved().is_some() { node.clone() } else { instead(node, true) })
}

/// Not the certificate of CloudFront, where another is named.
pub(super) fn own_certificate(node: &Node) -> Option<Node> {
    let named = ["AcmCertificateArn", "IamCertificateId"].iter().find_map(|it| read(node, it))?;
    // What may be absent leaves it open.
    let may_be_none = named.as_unresolved().is_some_and(|it| it.shape == Shape::Any);
    Some(if may_be_none { named } else { instead(&named, false) })
}

/// `{name: value}` as `[{name, value}]`.
pub(super) fn settings(node: &Node) -> Option<Node> {
    if node.as_unresolved().is_some() {
        return Some(node.clone());
    }
    let setting = |it: &Entry| {
        let place = it.node.name_span.unwrap_or(it.node.span);
        let entries = vec![Entry::new("name", Node::new(it.name.clone(), place)), Entry::new("value", it.node.clone())];
        Node::map(entries, it.node.span).named(place)
    };
    let items = node.entries().iter().map(setting).collect();
    Some(Node { value: Value::List(items), ..node.clone() })
}

/// `{INDEX_SLOW_LOGS: {Enabled}}` as `[{log_type, enabled}]`.
pub(super) fn published_logs(node: &Node) -> Option<Node> {
    if node.as_unresolved().is_some() {
        return Some(node.clone());
    }
    let log = |it: &Entry| {
        let place = it.node.name_span.unwrap_or(it.node.span);
        let enabled = read(&it.node, "Enabled").unwrap_or_else(|| Node::default_of(false, place));
        let kind = Node::new(it.name.clone(), place);
        Node::map(vec![Entry::new("log_type", kind), Entry::new("enabled", enabled)], it.node.span).named(place)
    };
    let items = node.entries().iter().map(log).collect();
    Some(Node { value: Value::List(items), ..node.clone() })
}

/// `[{Type: api}]` as `["api"]`.
pub(super) fn types(node: &Node) -> Option<Node> {
    if node.as_unresolved().is_some() {
        return Some(node.clone());
    }
    let items = node.items().iter().filter_map(|it| read(it, "Type")).collect();
    Some(Node { value: Value::List(items), ..node.clone() })
}

/// A deletion policy that keeps no last snapshot.
pub(super) fn skips_snapshot(node: &Node) -> Option<Node> {
    Some(match node.as_str() {
        Some(text) => instead(node, text == "Delete"),
        None => node.clone(),
    })
}

/// Names under which images know the root disk.
const ROOT: &[&str] = &["/dev/xvda", "/dev/sda1", "xvda", "/dev/sda"];

fn is_root(mapping: &Node) -> bool {
    mapping.get("DeviceName").and_then(Node::as_str).is_some_and(|it| ROOT.contains(&it))
}

/// The root disk's block, where a mapping is that of the root device.
pub(super) fn root_disk(node: &Node) -> Option<Node> {
    if node.as_unresolved().is_some() {
        return Some(node.clone());
    }
    let mapping = node.items().iter().find(|it| is_root(it))?;
    Some(Node { value: Value::List([disk(mapping)].into()), ..node.clone() })
}

/// The blocks of all other disks.
pub(super) fn data_disks(node: &Node) -> Option<Node> {
    if node.as_unresolved().is_some() {
        return Some(node.clone());
    }
    let disks = node.items().iter().filter(|it| !is_root(it) && it.get("NoDevice").is_none()).map(disk).collect();
    Some(Node { value: Value::List(disks), ..node.clone() })
}

fn disk(mapping: &Node) -> Node {
    if mapping.as_unresolved().is_some() {
        return mapping.clone();
    }
    const ARGUMENTS: &[(&str, &str)] = &[
        ("DeviceName", "device_name"),
        ("VirtualName", "virtual_name"),
        ("Ebs.Encrypted", "encrypted"),
        ("Ebs.SnapshotId", "snapshot_id"),
        ("Ebs.KmsKeyId", "kms_key_id"),
    ];
    let entry = |(from, to): &(&str, &str)| Some(Entry::new(*to, read(mapping, from)?));
    let entries = ARGUMENTS.iter().filter_map(entry).collect();
    let place = read(mapping, "Ebs").and_then(|it| it.name_span).or(mapping.name_span).unwrap_or(mapping.span);
    Node::map(entries, mapping.span).named(place)
}
