//! What collectors promise of facts, in `policies/schemas/<kind>.json`: by it a value is known that no fact can have.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use regorus::Value;
use serde_json::Value as Schema;

use super::embedded;
use super::schema::names;
use crate::model::EvidenceKind;

/// Whether a fact may have a value, as far as its type goes and those of its parts.
pub(super) fn is_promised(kind: EvidenceKind, fact: &str, value: &Value) -> bool {
    static SCHEMAS: OnceLock<BTreeMap<EvidenceKind, Schema>> = OnceLock::new();
    let facts = SCHEMAS.get_or_init(schemas).get(&kind).and_then(|it| it.get("properties"));
    facts.and_then(|it| it.get(fact)).is_none_or(|it| may_be(it, value))
}

fn schemas() -> BTreeMap<EvidenceKind, Schema> {
    let schema = |(path, text): &(&str, &str)| {
        let name = path.strip_prefix("schemas/")?.strip_suffix(".json")?;
        Some((EvidenceKind::from_name(name)?, serde_json::from_str(text).ok()?))
    };
    embedded::FILES.iter().filter_map(schema).collect()
}

fn may_be(schema: &Schema, value: &Value) -> bool {
    let is_typed = schema.get("type").is_none_or(|it| names(it).any(|it| is_of_type(value, it)));
    let parts = match value {
        Value::Array(items) => schema.get("items").is_none_or(|of_item| items.iter().all(|item| may_be(of_item, item))),
        Value::Object(entries) => entries.iter().all(|(name, part)| {
            let name = name.as_string().ok();
            let of_part = name.and_then(|it| schema.get("properties")?.get(&**it));
            of_part.or_else(|| schema.get("additionalProperties")).is_none_or(|it| may_be(it, part))
        }),
        _ => true,
    };
    is_typed && parts
}

/// Null is what an unknown item of a list leaves behind, whatever the others are.
fn is_of_type(value: &Value, name: &str) -> bool {
    match value {
        Value::Null => true,
        Value::Bool(_) => name == "boolean",
        Value::Number(_) => name == "number" || name == "integer",
        Value::String(_) => name == "string",
        Value::Array(_) | Value::Set(_) => name == "array",
        Value::Object(_) => name == "object",
        Value::Undefined => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_fact_has_the_type_that_its_kind_promises() {
        let is = |fact: &str, value: Schema| is_promised(EvidenceKind::Grant, fact, &Value::from(value));
        assert!(is("resources", json!([])) && is("resources", json!(["*", null])));
        assert!(!is("resources", json!(1)) && !is("resources", json!([true])) && !is("resources", json!("*")));
        assert!(is("effect", json!("allow")) && !is("effect", json!(["allow"])));
        assert!(is("unheard_of", json!({"a": 1})));
    }
}
