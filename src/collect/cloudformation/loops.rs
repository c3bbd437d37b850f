//! `Fn::ForEach` of the language extensions: loops in any section are written out before anything is evaluated.

use std::borrow::Cow;
use std::cell::Cell;
use std::sync::Arc;

use crate::model::Limit;
use crate::model::{Entry, Node, Problem, Shape, Unresolved, Value};

use super::evaluate::Evaluator;

const LOOP: &str = "Fn::ForEach::";
/// How deep a template is looked through for loops.
const DEEPEST: usize = 64;
/// Whether an entry's name begins a loop.
pub(super) fn is_loop(name: &str) -> bool {
    name.starts_with(LOOP)
}

/// The document with its loops written out. A collection that is not known makes one turn, whose item is not known.
pub(super) fn written_out<'n>(document: &'n Node, evaluator: &Evaluator<'_>) -> (Cow<'n, Node>, Vec<Problem>) {
    if !has_loop(document, 0) {
        return (Cow::Borrowed(document), Vec::new());
    }
    let mut writer = Writer { evaluator, values: Cell::new(0), problems: Vec::new() };
    let written = writer.node(document, 0);
    (Cow::Owned(written), writer.problems)
}

fn has_loop(node: &Node, depth: usize) -> bool {
    let below = |it: &Node| depth < DEEPEST && has_loop(it, depth + 1);
    match &node.value {
        Value::Map(map) => map.entries.iter().any(|it| is_loop(&it.name) || below(&it.node)),
        Value::List(items) => items.iter().any(below),
        _ => false,
    }
}

struct Writer<'e, 't> {
    evaluator: &'e Evaluator<'t>,
    values: Cell<usize>,
    problems: Vec<Problem>,
}

/// What stands for a loop's name in one turn.
enum Item {
    Known(String),
    Unknown(Box<Unresolved>),
}

impl Writer<'_, '_> {
    fn node(&mut self, node: &Node, depth: usize) -> Node {
        if depth > DEEPEST {
            return node.clone();
        }
        match &node.value {
            Value::Map(map) => {
                let mut entries: Vec<Entry> = Vec::new();
                for it in map.entries.iter() {
                    match is_loop(&it.name) {
                        true => entries.extend(self.turns(&it.node, depth + 1)),
                        false => entries.push(Entry::new(it.name.clone(), self.node(&it.node, depth + 1))),
                    }
                }
                Node { value: Node::map(entries, node.span).value, ..node.clone() }
            }
            Value::List(items) => {
                let items = items.iter().map(|it| self.node(it, depth + 1)).collect();
                Node { value: Value::List(items), ..node.clone() }
            }
            _ => node.clone(),
        }
    }

    /// The entries that a loop makes, inner loops written out as well.
    fn turns(&mut self, made: &Node, depth: usize) -> Vec<Entry> {
        let place = made.name_span.unwrap_or(made.span);
        let [name, collection, body] = made.items() else {
            self.problems.push(Problem::at(place, "a loop needs a name, a collection and what it makes"));
            return Vec::new();
        };
        let Some(name) = name.as_str() else {
            self.problems.push(Problem::at(name.span, "the name in a loop is a text"));
            return Vec::new();
        };
        let mut entries = Vec::new();
        for item in self.items(collection) {
            if self.values.get() > Limit::CloudFormationLoopValues.value() {
                self.problems.push(Problem::at(place, "this loop makes more than any template may hold"));
                break;
            }
            let turn = self.put_in(body, name, &item, 0);
            entries.extend(self.node(&turn, depth + 1).entries().iter().cloned());
        }
        entries
    }

    fn items(&mut self, collection: &Node) -> Vec<Item> {
        let Some(value) = self.evaluator.value(collection, 0) else { return Vec::new() };
        let known = |it: &Node| match it.as_unresolved() {
            Some(why) => Some(Item::Unknown(Box::new(why.clone()))),
            None => it.scalar_text().map(Item::Known),
        };
        match &value.value {
            Value::List(items) => items.iter().filter_map(known).collect(),
            Value::Unresolved(why) => vec![Item::Unknown(why.clone())],
            _ => {
                self.problems.push(Problem::at(collection.span, "a loop goes over a list"));
                Vec::new()
            }
        }
    }

    /// The body with the item in place of `${Name}`, `&{Name}` and a reference to the name.
    fn put_in(&self, node: &Node, name: &str, item: &Item, depth: usize) -> Node {
        self.values.set(self.values.get().saturating_add(1));
        if depth > DEEPEST || self.values.get() > Limit::CloudFormationLoopValues.value() {
            return node.clone();
        }
        match &node.value {
            Value::Map(map) => {
                if let [only] = &*map.entries
                    && &*only.name == "Ref"
                    && only.node.as_str() == Some(name)
                {
                    return match item {
                        Item::Known(text) => Node { value: text.as_str().into(), ..node.clone() },
                        Item::Unknown(why) => Node { value: Value::Unresolved(why.clone()), ..node.clone() },
                    };
                }
                let entry = |it: &Entry| {
                    let key: Arc<str> = match item {
                        Item::Known(text) => replaced(&it.name, name, text).into(),
                        Item::Unknown(_) => replaced(&it.name, name, "*").into(),
                    };
                    Entry::new(key, self.put_in(&it.node, name, item, depth + 1))
                };
                let entries = map.entries.iter().map(entry).collect();
                Node { value: Node::map(entries, node.span).value, ..node.clone() }
            }
            Value::List(items) => {
                let items = items.iter().map(|it| self.put_in(it, name, item, depth + 1)).collect();
                Node { value: Value::List(items), ..node.clone() }
            }
            Value::String(text) => match item {
                Item::Known(item) => Node { value: replaced(text, name, item).into(), ..node.clone() },
                Item::Unknown(why) if *replaced(text, name, "") != **text => {
                    let why = Unresolved { shape: Shape::Reference, ..(**why).clone() };
                    Node { value: Value::Unresolved(Box::new(why)), ..node.clone() }
                }
                Item::Unknown(_) => node.clone(),
            },
            _ => node.clone(),
        }
    }
}

/// `&{Name}` takes only what a logical id may hold.
fn replaced(text: &str, name: &str, item: &str) -> String {
    if !text.contains('{') {
        return text.to_owned();
    }
    let plain: String = item.chars().filter(|it| it.is_ascii_alphanumeric() || *it == '*').collect();
    text.replace(&format!("${{{name}}}"), item).replace(&format!("&{{{name}}}"), &plain)
}
