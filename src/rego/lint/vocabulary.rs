//! The facts that collectors promise, as `policies/schemas` lists them.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde_json::Value;

use crate::model::EvidenceKind;
use crate::rego::embedded;

/// The schema of a kind's facts; nothing where no collector gives things of that kind.
pub fn schema(kind: EvidenceKind) -> Option<&'static Value> {
    static ALL: OnceLock<BTreeMap<&'static str, Value>> = OnceLock::new();
    let read = || {
        let schemas = embedded::FILES.iter().filter_map(|(path, text)| {
            let name = path.strip_prefix("schemas/")?.strip_suffix(".json")?;
            Some((name, serde_json::from_str(text).ok()?))
        });
        schemas.collect()
    };
    ALL.get_or_init(read).get(kind.name())
}

/// What the schema says of one fact.
pub fn fact(kind: EvidenceKind, name: &str) -> Option<&'static Value> {
    schema(kind)?.get("properties")?.get(name)
}

/// The collectors that supply a fact.
pub fn suppliers(fact: &Value) -> impl Iterator<Item = &str> {
    fact.get("x-formats").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}

/// The names of all facts of a kind.
pub fn names(kind: EvidenceKind) -> impl Iterator<Item = &'static str> {
    let facts = schema(kind).and_then(|it| it.get("properties")).and_then(Value::as_object);
    facts.into_iter().flatten().map(|it| it.0.as_str())
}

/// What every thing has, whatever its kind.
pub const IDENTITY: &[&str] = &["id", "name", "format", "provider", "type", "address"];
