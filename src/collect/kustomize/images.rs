//! Images with another name, tag or digest, wherever containers use them.

use crate::model::{Entry, Node, Value};

use super::edit::{with_entries, with_items};
use super::resource::Resource;

/// Lists of containers, wherever they stand.
const LISTS: &[&str] = &["containers", "initContainers"];

pub(super) fn set(item: &Node, resources: &mut [Resource]) {
    let Some(name) = item.get("name").and_then(Node::as_str) else { return };
    for resource in resources {
        resource.node = below(&resource.node, name, item);
    }
}

fn below(node: &Node, name: &str, item: &Node) -> Node {
    match &node.value {
        Value::Map(map) => {
            let entries = map.entries.iter().map(|it| {
                let node = if LISTS.contains(&&*it.name) { containers(&it.node, name, item) } else { it.node.clone() };
                Entry::new(it.name.clone(), below(&node, name, item))
            });
            with_entries(node, entries.collect())
        }
        Value::List(items) => with_items(node, items.iter().map(|it| below(it, name, item)).collect()),
        _ => node.clone(),
    }
}

fn containers(list: &Node, name: &str, item: &Node) -> Node {
    let items = list.items().iter().map(|container| {
        let entries = container.entries().iter().map(|it| match (&*it.name, it.node.as_str()) {
            ("image", Some(image)) => Entry::new("image", renamed(&it.node, image, name, item)),
            _ => it.clone(),
        });
        if container.entries().is_empty() { container.clone() } else { with_entries(container, entries.collect()) }
    });
    if list.items().is_empty() { list.clone() } else { with_items(list, items.collect()) }
}

/// The image as the item wants it, shown where the item sets what decides most: digest, tag, name.
fn renamed(node: &Node, image: &str, name: &str, item: &Node) -> Node {
    let (own, tag, digest) = parts(image);
    if own != name {
        return node.clone();
    }
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
