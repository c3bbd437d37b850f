//! SAM's globals: what they say of every function, API or table, laid under what each says itself.

use crate::model::{Entry, Node, Value};

use super::words::is_function;

/// Sections of `Globals`, and the resource type that each is about.
const SECTIONS: &[(&str, &str)] = &[
    ("AWS::Serverless::Function", "Function"),
    ("AWS::Serverless::Api", "Api"),
    ("AWS::Serverless::HttpApi", "HttpApi"),
    ("AWS::Serverless::SimpleTable", "SimpleTable"),
    ("AWS::Serverless::StateMachine", "StateMachine"),
];

/// The resource with what the globals say laid under its properties.
pub(super) fn with_globals(globals: Option<&Node>, native_type: &str, resource: &Node) -> Node {
    let section = SECTIONS.iter().find(|(of, _)| *of == native_type).map(|(_, section)| *section);
    let Some(global) = section.and_then(|it| globals?.get(it)) else { return resource.clone() };
    let properties = match resource.get("Properties") {
        Some(own) => laid_over(global, own, 0),
        None => global.clone(),
    };
    let rest = resource.entries().iter().filter(|it| &*it.name != "Properties").cloned();
    let entries = rest.chain([Entry::new("Properties", properties)]).collect();
    Node { value: Node::map(entries, resource.span).value, ..resource.clone() }
}

/// Maps are put together, lists follow one another, and of anything else the resource's own wins.
fn laid_over(global: &Node, own: &Node, depth: usize) -> Node {
    const DEEPEST: usize = 16;
    match (&global.value, &own.value) {
        (Value::Map(below), Value::Map(above)) if depth < DEEPEST && !is_function(global) && !is_function(own) => {
            let both = above.entries.iter().map(|it| match below.get(&it.name) {
                Some(global) => Entry::new(it.name.clone(), laid_over(global, &it.node, depth + 1)),
                None => it.clone(),
            });
            let only = below.entries.iter().filter(|it| above.get(&it.name).is_none()).cloned();
            Node { value: Node::map(both.chain(only).collect(), own.span).value, ..own.clone() }
        }
        (Value::List(below), Value::List(above)) => {
            Node { value: Value::List(below.iter().chain(above.iter()).cloned().collect()), ..own.clone() }
        }
        _ => own.clone(),
    }
}
