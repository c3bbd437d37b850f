//! How GitLab puts one configuration over another: maps are merged key by key, all else is replaced.

use crate::model::{Entry, Map, Node, Value};

/// `above` put over `below`. Keys keep the order in which they came first.
pub(super) fn over(below: &Node, above: &Node) -> Node {
    let (Value::Map(lower), Value::Map(upper)) = (&below.value, &above.value) else { return above.clone() };
    let merged = lower.entries.iter().map(|it| match upper.get(&it.name) {
        Some(node) => Entry::new(it.name.clone(), Node { name_span: node.name_span, ..over(&it.node, node) }),
        None => it.clone(),
    });
    let new = upper.entries.iter().filter(|it| lower.get(&it.name).is_none()).cloned();
    Node { value: Value::Map(Map { entries: merged.chain(new).collect() }), ..above.clone() }
}
