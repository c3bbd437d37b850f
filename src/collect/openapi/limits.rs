//! Schemas of lists without a longest length.

use crate::model::{Node, Value};

/// How deep schemas nest, and how many of one description are looked at.
pub(super) const DEEPEST: usize = 48;
const MOST: usize = 20_000;

/// Every schema of a list in the description that has no longest length, by the place of its type.
pub(super) fn unbounded_lists(root: &Node) -> Node {
    let mut found = Vec::new();
    lists(root, "", 0, &mut found);
    Node::list(found, root.span)
}

fn lists(node: &Node, name: &str, depth: usize, found: &mut Vec<Node>) {
    if depth > DEEPEST || found.len() > MOST {
        return;
    }
    match &node.value {
        // Examples and defaults are values and no schemas.
        _ if matches!(name, "example" | "examples" | "default" | "enum") || name.starts_with("x-") => {}
        Value::Map(map) => {
            let kind = node.get("type").filter(|it| is(it, "array"));
            if let Some(kind) =
                kind.filter(|_| !has(node, &["maxItems", "enum", "const"]) && node.get("items").is_some())
            {
                found.push(Node::new("a list", kind.span));
            }
            // Names of properties may be any word, `default` too.
            let names = matches!(name, "properties" | "patternProperties" | "schemas" | "definitions");
            for it in map.entries.iter() {
                lists(&it.node, if names { "" } else { &it.name }, depth + 1, found);
            }
        }
        Value::List(items) => items.iter().for_each(|it| lists(it, "", depth + 1, found)),
        _ => {}
    }
}

pub(super) fn has(schema: &Node, keys: &[&str]) -> bool {
    keys.iter().any(|it| schema.get(it).is_some())
}

/// Whether a type is this one, or may be: OpenAPI 3.1 takes several.
pub(super) fn is(kind: &Node, wanted: &str) -> bool {
    kind.as_str() == Some(wanted) || kind.items().iter().any(|it| it.as_str() == Some(wanted))
}
