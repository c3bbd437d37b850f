//! `!reference [job, key]`: a part of another job put in its place, within lists too.

use crate::model::{Entry, Map, Node, Problem, Value};

use super::extends::extended;

/// The tag as the YAML reader writes it.
const TAG: &str = "!reference";

/// How deep references may lead to others: GitLab's own bound.
const DEPTH: usize = 10;

/// How many references one node may come to: far more than people write.
const MOST: usize = 1_000;

/// What references are followed in.
struct Follow<'a> {
    document: &'a Node,
    left: usize,
    problems: &'a mut Vec<Problem>,
}

/// The node with every reference in it replaced by what it names. What cannot be found is left out.
pub(super) fn resolved(document: &Node, node: &Node, problems: &mut Vec<Problem>) -> Node {
    Follow { document, left: MOST, problems }.resolve(node, DEPTH)
}

impl Follow<'_> {
    fn resolve(&mut self, node: &Node, depth: usize) -> Node {
        if let Some(path) = node.get(TAG) {
            return self.follow(node, path, depth);
        }
        let value = match &node.value {
            Value::Map(map) => {
                let entries = map.entries.iter().map(|it| Entry::new(it.name.clone(), self.resolve(&it.node, depth)));
                Value::Map(Map { entries: entries.collect() })
            }
            Value::List(items) => Value::List(items.iter().map(|it| self.resolve(it, depth)).collect()),
            _ => return node.clone(),
        };
        Node { value, ..node.clone() }
    }

    fn follow(&mut self, node: &Node, path: &Node, depth: usize) -> Node {
        let nothing = || Node { value: Value::Null, ..node.clone() };
        let (Some(depth), Some(left)) = (depth.checked_sub(1), self.left.checked_sub(1)) else {
            let problem =
                Problem::at(node.span, "this reference leads to itself, too deep or too often: it is left out");
            // Where the same is met again is for the account of the file to see: there may be very many.
            if self.problems.last() != Some(&problem) {
                self.problems.push(problem);
            }
            return nothing();
        };
        self.left = left;
        let names: Vec<&str> = path.items().iter().filter_map(Node::as_str).collect();
        let Some((job, keys)) = names.split_first() else { return nothing() };
        let Some(job) = self.document.get(job) else { return nothing() };
        let job = extended(self.document, job, self.problems);
        match job.at(keys) {
            Some(found) => Node { name_span: node.name_span, ..self.resolve(found, depth) },
            None => nothing(),
        }
    }
}
