//! One entry a name: what every syntax does with repeated keys.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::model::{Entry, Problem};

/// Up to here comparing all names with each other is faster than hashing them.
const FEW: usize = 12;

/// Leaves one entry a name: the last one, in the place of the first. Each repeated one is a problem.
pub(super) fn unique(entries: Vec<Entry>, problems: &mut Vec<Problem>) -> Vec<Entry> {
    if !repeats(&entries) {
        return entries;
    }
    let mut places: HashMap<Arc<str>, usize> = HashMap::new();
    let mut unique: Vec<Entry> = Vec::with_capacity(entries.len());
    for entry in entries {
        match places.get(&entry.name).and_then(|at| unique.get_mut(*at)) {
            Some(earlier) => {
                let span = entry.node.name_span.unwrap_or(entry.node.span);
                problems.push(Problem::at(span, format!("the key {} is repeated: the last one counts", entry.name)));
                *earlier = entry;
            }
            None => {
                places.insert(entry.name.clone(), unique.len());
                unique.push(entry);
            }
        }
    }
    unique
}

fn repeats(entries: &[Entry]) -> bool {
    if entries.len() > FEW {
        let mut names = HashSet::with_capacity(entries.len());
        return !entries.iter().all(|it| names.insert(&*it.name));
    }
    entries.iter().enumerate().any(|(at, it)| entries.iter().take(at).any(|earlier| earlier.name == it.name))
}
