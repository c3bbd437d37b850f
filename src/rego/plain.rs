//! A node as plain JSON, its places forgotten.

use serde_json::{Map, Value};

use crate::model::{Node, REDACTED, Value as Stated};

/// The value; null for what is not known.
pub fn value(node: &Node) -> Value {
    match &node.value {
        Stated::Null | Stated::Unresolved(_) => Value::Null,
        Stated::Bool(it) => Value::from(*it),
        Stated::Number(it) => Value::Number(it.clone()),
        Stated::String(it) => Value::from(&**it),
        Stated::Redacted => Value::from(REDACTED),
        Stated::List(items) => items.iter().map(value).collect(),
        Stated::Map(map) => {
            let entries = map.entries.iter().map(|it| (it.name.to_string(), value(&it.node)));
            Value::Object(entries.collect::<Map<_, _>>())
        }
    }
}
