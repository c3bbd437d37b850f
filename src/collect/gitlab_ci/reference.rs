//! `!reference [job, key]`: a part of another job put in its place, within lists too.

use crate::model::{Entry, Map, Node, Problem, Value};

use super::extends::extended;

/// The tag as the YAML reader writes it.
const TAG: &str = "!reference";

/// How deep references may lead to others: GitLab's own bound.
const DEPTH: usize = 10;

/// The node with every reference in it replaced by what it names. What cannot be found is left out.
pub(super) fn resolved(document: &Node, node: &Node, problems: &mut Vec<Problem>) -> Node {
    resolve(document, node, DEPTH, problems)
}

fn resolve(document: &Node, node: &Node, depth: usize, problems: &mut Vec<Problem>) -> Node {
    if let Some(path) = node.get(TAG) {
        return follow(document, node, path, depth, problems);
    }
    let value = match &node.value {
        Value::Map(map) => {
            let entries = map.entries.iter();
            Value::Map(Map {
                entries: entries
                    .map(|it| Entry::new(it.name.clone(), resolve(document, &it.node, depth, problems)))
                    .collect(),
            })
        }
        Value::List(items) => Value::List(items.iter().map(|it| resolve(document, it, depth, problems)).collect()),
        _ => return node.clone(),
    };
    Node { value, ..node.clone() }
}

fn follow(document: &Node, node: &Node, path: &Node, depth: usize, problems: &mut Vec<Problem>) -> Node {
    let nothing = || Node { value: Value::Null, ..node.clone() };
    let Some(depth) = depth.checked_sub(1) else {
        problems.push(Problem::at(node.span, "this reference leads to itself, or too deep: it is left out"));
        return nothing();
    };
    let names: Vec<&str> = path.items().iter().filter_map(Node::as_str).collect();
    let Some((job, keys)) = names.split_first() else { return nothing() };
    let Some(job) = document.get(job) else { return nothing() };
    let job = extended(document, job, problems);
    match job.at(keys) {
        Some(found) => Node { name_span: node.name_span, ..resolve(document, found, depth, problems) },
        None => nothing(),
    }
}
