//! Images with another name, tag or digest, wherever containers use them.

use std::collections::HashMap;

use crate::model::{Entry, Node, Value};

use super::edit::{with_entries, with_items};
use super::resource::Resource;

/// Lists of containers, wherever they stand.
const LISTS: &[&str] = &["containers", "initContainers"];

/// What an overlay says of images, by their names, each with its place in the list.
type Items<'a> = HashMap<&'a str, Vec<(usize, &'a Node)>>;

pub(super) fn set(items: &[Node], resources: &mut [Resource]) {
    let mut named = Items::new();
    for (at, item) in items.iter().enumerate() {
        if let Some(name) = item.get("name").and_then(Node::as_str) {
            named.entry(name).or_default().push((at, item));
        }
    }
    if named.is_empty() {
        return;
    }
    for resource in resources {
        resource.node = below(&resource.node, &named);
    }
}

fn below(node: &Node, named: &Items<'_>) -> Node {
    match &node.value {
        Value::Map(map) => {
            let entries = map.entries.iter().map(|it| {
                let node = if LISTS.contains(&&*it.name) { containers(&it.node, named) } else { it.node.clone() };
                Entry::new(it.name.clone(), below(&node, named))
            });
            with_entries(node, entries.collect())
        }
        Value::List(items) => with_items(node, items.iter().map(|it| below(it, named)).collect()),
        _ => node.clone(),
    }
}

fn containers(list: &Node, named: &Items<'_>) -> Node {
    let items = list.items().iter().map(|container| {
        let entries = container.entries().iter().map(|it| match &*it.name {
            "image" => Entry::new("image", changed(&it.node, named)),
            _ => it.clone(),
        });
        if container.entries().is_empty() { container.clone() } else { with_entries(container, entries.collect()) }
    });
    if list.items().is_empty() { list.clone() } else { with_items(list, items.collect()) }
}

/// The image after all items, each of which sees what those before it made.
fn changed(node: &Node, named: &Items<'_>) -> Node {
    let mut node = node.clone();
    let mut next = 0;
    while let Some(image) = node.as_str() {
        let (own, ..) = parts(image);
        let item = named.get(own).and_then(|items| items.get(items.partition_point(|(at, _)| *at < next)));
        let Some((at, item)) = item else { break };
        next = at + 1;
        node = renamed(&node, image, item);
    }
    node
}

/// The image as the item wants it, shown where the item sets what decides most: digest, tag, name.
fn renamed(node: &Node, image: &str, item: &Node) -> Node {
    let (own, tag, digest) = parts(image);
    let stated = |key: &str| item.get(key).filter(|it| it.scalar_text().is_some_and(|it| !it.is_empty()));
    let text = |key: &str| stated(key).and_then(Node::scalar_text);
    let mut reference = text("newName").unwrap_or_else(|| own.to_owned());
    let (tag, digest) = match (text("newTag"), text("digest")) {
        (None, None) => (tag.map(str::to_owned), digest.map(str::to_owned)),
        (tag, digest) => (tag, digest),
    };
    if let Some(tag) = tag {
        reference = format!("{reference}:{tag}{}", text("tagSuffix").unwrap_or_default());
    }
    if let Some(digest) = digest {
        reference = format!("{reference}@{digest}");
    }
    let place = ["digest", "newTag", "tagSuffix", "newName"].iter().find_map(|it| stated(it));
    match place {
        Some(place) => Node { name_span: node.name_span, ..Node::new(reference, place.span) },
        None => node.clone(),
    }
}

/// Name with registry, tag and digest.
fn parts(image: &str) -> (&str, Option<&str>, Option<&str>) {
    let (name, digest) = image.split_once('@').map_or((image, None), |(name, digest)| (name, Some(digest)));
    let path = name.rfind('/').map_or(0, |it| it + 1);
    match name.get(path..).and_then(|it| it.find(':')) {
        Some(colon) => (name.get(..path + colon).unwrap_or(name), name.get(path + colon + 1..), digest),
        None => (name, None, digest),
    }
}
