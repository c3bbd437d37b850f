//! The page of a kind of evidence: its facts, who supplies them, and the policies on it.

use std::fmt::Write;

use serde_json::Value;

use super::library::{Kind, Library, Page};
use super::words::{code, codes, prose};
use crate::model::Policy;

pub(super) fn page(kind: &Kind<'_>, library: &Library<'_>) -> Page {
    let name = kind.kind.name();
    let mut page = format!("# {name}\n\n{}.\n", prose(description(kind).trim_end_matches('.')));
    let facts = kind.schema.and_then(|it| it.get("properties")?.as_object()).into_iter().flatten();
    // Writing to a string cannot fail.
    let _ = writeln!(
        page,
        "\n## Facts\n\nPolicies see them as `input.{name}[_].<fact>`, beside `id`, `name`, `format`, `provider`, `type` and `address`."
    );
    let _ = writeln!(page, "\n| fact | type | what it is | supplied by | read by |\n| --- | --- | --- | --- | --- |");
    for (fact, schema) in facts {
        let suppliers =
            schema.get("x-formats").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        let readers = library.policies.iter().filter(|it| reads(it, kind, fact)).count();
        let what = prose(schema.get("description").and_then(Value::as_str).unwrap_or_default());
        let suppliers = suppliers.collect::<Vec<_>>().join(", ");
        let _ = writeln!(page, "| {} | {} | {what} | {suppliers} | {readers} |", code(fact), shape(schema));
    }
    let mut policies = library.on(kind.kind).peekable();
    if policies.peek().is_some() {
        let _ = writeln!(page, "\n## Policies\n\n| policy | severity | criteria |\n| --- | --- | --- |");
    }
    for it in policies {
        let mut criteria: Vec<&str> = it.criteria.iter().map(|it| it.criterion.as_str()).collect();
        criteria.dedup();
        let criteria = criteria.join(", ");
        let _ = writeln!(
            page,
            "| [{}](../policies/{}.md) | {} | {criteria} |",
            prose(&it.title),
            it.id,
            it.severity.name()
        );
    }
    Page::new(format!("kinds/{name}.md"), &page)
}

/// What the things of a kind are.
pub(super) fn description<'a>(kind: &Kind<'a>) -> &'a str {
    kind.schema.and_then(|it| it.get("description")?.as_str()).unwrap_or_default()
}

/// Whether a policy reads a fact of the kind, or a part of it.
fn reads(policy: &Policy, kind: &Kind<'_>, fact: &str) -> bool {
    policy.reads.iter().any(|it| match it.split_once('.') {
        Some((of, name)) => of == kind.kind.name() && name == fact,
        None => policy.kind == kind.kind && it == fact,
    })
}

/// The type of a fact, and its values where they are few.
fn shape(schema: &Value) -> String {
    let values = schema.get("enum").and_then(Value::as_array);
    if let Some(values) = values.filter(|it| it.len() <= 12) {
        return codes(values.iter().filter_map(Value::as_str));
    }
    match schema.get("type") {
        Some(Value::String(name)) => name.clone(),
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" or "),
        _ => "any".to_owned(),
    }
}
