//! What merge keys bring into a mapping.

use std::collections::HashSet;
use std::sync::Arc;

use crate::model::{Entry, Node, Problem, Span, Through, Value};

/// Adds what `<<` brings in. Own keys win, then earlier merges.
pub(super) fn merge(entries: &mut Vec<Entry>, merged: Vec<(Span, Node)>, problems: &mut Vec<Problem>) {
    if merged.is_empty() {
        return;
    }
    let mut names: HashSet<Arc<str>> = entries.iter().map(|it| it.name.clone()).collect();
    for (span, node) in merged {
        let sources = match &node.value {
            Value::List(items) => items.to_vec(),
            _ => vec![node],
        };
        for source in sources {
            match &source.value {
                Value::Map(map) => {
                    for entry in map.entries.iter().filter(|it| names.insert(it.name.clone())) {
                        let node = entry.node.clone().through(Through { note: "merged here".into(), span });
                        entries.push(Entry { name: entry.name.clone(), node });
                    }
                }
                Value::Unresolved(_) => {}
                _ => problems.push(Problem::at(span, "a merge key takes a mapping or a list of mappings")),
            }
        }
    }
}
