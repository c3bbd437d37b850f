//! The entries of a mapping: one a name, and what merge keys bring in.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::model::{Entry, Node, Problem, Span, Through, Value};

/// Leaves one entry a name: the last one, in the place of the first.
pub(super) fn unique(entries: Vec<Entry>, problems: &mut Vec<Problem>) -> Vec<Entry> {
    let mut places: HashMap<Arc<str>, usize> = HashMap::new();
    let mut unique: Vec<Entry> = Vec::with_capacity(entries.len());
    let many = entries.len() > 8;
    for entry in entries {
        let earlier = match many {
            true => places.get(&entry.name).copied(),
            false => unique.iter().position(|it| it.name == entry.name),
        };
        match earlier.and_then(|at| unique.get_mut(at)) {
            Some(earlier) => {
                let span = entry.node.name_span.unwrap_or(entry.node.span);
                problems.push(Problem::at(span, format!("the key {} is repeated: the last one counts", entry.name)));
                *earlier = entry;
            }
            None => {
                if many {
                    places.insert(entry.name.clone(), unique.len());
                }
                unique.push(entry);
            }
        }
    }
    unique
}

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
