//! How GitLab puts one configuration over another: maps are merged key by key, all else is replaced.

use crate::model::{Entry, Map, Node, Value};

/// `above` put over `below`. Keys keep the order in which they came first.
pub(super) fn over(below: &Node, above: &Node) -> Node {
    let (Value::Map(lower), Value::Map(upper)) = (&below.value, &above.value) else { return above.clone() };
    let mut entries: Vec<Entry> = lower.entries.to_vec();
    for entry in &*upper.entries {
        match entries.iter_mut().find(|it| it.name == entry.name) {
            Some(known) => {
                let name_span = entry.node.name_span;
                known.node = Node { name_span, ..over(&known.node, &entry.node) };
            }
            None => entries.push(entry.clone()),
        }
    }
    Node { value: Value::Map(Map { entries: entries.into() }), ..above.clone() }
}
