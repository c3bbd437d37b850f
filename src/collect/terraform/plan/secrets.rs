//! Where a plan writes what it marks as sensitive: in variables, outputs, states before and after.

use crate::model::{Node, Span, Value};

use super::document::Plan;

/// Pairs of values and of what says which of them are sensitive.
const PAIRS: &[(&str, &str)] =
    &[("values", "sensitive_values"), ("before", "before_sensitive"), ("after", "after_sensitive")];

/// The stretches of a plan that no output may show.
pub(crate) fn stretches(plan: &Plan) -> Vec<Span> {
    let mut found = Vec::new();
    let document = plan.document();
    let declared = document.dotted("configuration.root_module.variables").map(Node::entries).unwrap_or_default();
    for variable in declared.iter().filter(|it| it.node.get("sensitive").and_then(Node::as_bool) == Some(true)) {
        let given = document.get("variables").and_then(|it| it.get(&variable.name));
        found.extend(given.and_then(|it| it.get("value")).map(|it| it.span));
        found.extend(variable.node.get("default").map(|it| it.span));
    }
    look(document, &mut found);
    found.retain(|it| it.end > it.start);
    found
}

fn look(node: &Node, found: &mut Vec<Span>) {
    match &node.value {
        Value::List(items) => items.iter().for_each(|it| look(it, found)),
        Value::Map(map) => {
            for (values, marks) in PAIRS {
                if let (Some(values), Some(marks)) = (map.get(values), map.get(marks)) {
                    marked(values, marks, found);
                }
            }
            if map.get("sensitive").and_then(Node::as_bool) == Some(true) {
                found.extend(map.get("value").map(|it| it.span));
            }
            map.entries.iter().for_each(|it| look(&it.node, found));
        }
        _ => {}
    }
}

fn marked(values: &Node, marks: &Node, found: &mut Vec<Span>) {
    match &marks.value {
        Value::Bool(true) if matches!(values.value, Value::Null | Value::Bool(_)) => {}
        Value::Bool(true) => found.push(values.span),
        Value::Map(map) => {
            for mark in map.entries.iter() {
                if let Some(value) = values.get(&mark.name) {
                    marked(value, &mark.node, found);
                }
            }
        }
        Value::List(items) => items.iter().zip(values.items()).for_each(|(mark, value)| marked(value, mark, found)),
        _ => {}
    }
}
