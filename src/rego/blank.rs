//! A subject whose unknown values are left blank: filled in as often as wanted, while the rest is made once and shared.

use std::collections::BTreeMap;
use std::sync::Arc;

use regorus::Value;

use super::nameless::NAME;
use super::promise;
use super::subject::{Subject, head, value};
use crate::model::{Entry, Evidence, EvidenceKind, Node, Value as Stated};

/// Where a subject has its id.
const ID: &str = "id";

/// A subject as policies see it, with its facts that hold unknown values kept apart.
#[derive(Debug)]
pub struct Blank<'a> {
    /// What is the same however it is filled in, the id left out.
    known: BTreeMap<Value, Value>,
    open: Vec<&'a Entry>,
    /// The unknown values, each with a number that tells its route through the facts from others, the same in every run.
    pub unknowns: Vec<(u32, &'a Node)>,
}

/// What a subject states when it is filled in, whatever its id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct State(BTreeMap<Value, Value>);

/// A value that stands in the place of an unknown one. A clone shares everything.
#[derive(Clone, Debug)]
pub struct StandIn(Value);

impl From<serde_json::Value> for StandIn {
    fn from(it: serde_json::Value) -> Self {
        Self(Value::from(it))
    }
}

impl<'a> Blank<'a> {
    /// The subject with the facts that are wanted.
    pub fn of(evidence: &'a Evidence, wanted: &dyn Fn(&str) -> bool) -> Self {
        let mut known = head(evidence);
        known.remove(&Value::from(ID));
        let mut blank = Self { known, open: Vec::new(), unknowns: Vec::new() };
        for entry in evidence.facts.entries().iter().filter(|it| wanted(&it.name)) {
            let before = blank.unknowns.len();
            unknowns(step(0, &entry.name), &entry.node, &mut blank.unknowns);
            if blank.unknowns.len() > before {
                blank.open.push(entry);
            } else if let Some(known) = value(&entry.node, &mut || None) {
                blank.known.insert(Value::String(Arc::clone(&entry.name)), known);
            }
        }
        blank
    }

    /// The subject without what only it is called.
    pub fn nameless(mut self) -> Self {
        self.known.remove(&Value::from("address"));
        self.known.insert(Value::from("name"), Value::from(NAME));
        self
    }

    /// What the subject states with what is given in the place of each unknown.
    pub fn filled(&self, given: impl IntoIterator<Item = Option<StandIn>>) -> State {
        let mut state = self.known.clone();
        let mut given = given.into_iter();
        let mut next = || given.next().flatten().map(|it| it.0);
        for entry in &self.open {
            if let Some(filled) = value(&entry.node, &mut next) {
                state.insert(Value::String(Arc::clone(&entry.name)), filled);
            }
        }
        State(state)
    }

    /// Whether facts can have the values that were filled in, by the types that collectors promise.
    pub fn is_promised(&self, kind: EvidenceKind, state: &State) -> bool {
        self.open.iter().all(|it| {
            let filled = state.0.get(&Value::String(Arc::clone(&it.name)));
            filled.is_none_or(|value| promise::is_promised(kind, &it.name, value))
        })
    }
}

impl State {
    /// The subject of this id that states it.
    pub fn under(mut self, id: &str) -> Subject {
        self.0.insert(Value::from(ID), Value::from(id));
        Subject(Value::from(self.0))
    }
}

/// The unknown values below a node, in the order in which they are filled in.
fn unknowns<'a>(route: u32, node: &'a Node, met: &mut Vec<(u32, &'a Node)>) {
    match &node.value {
        Stated::Unresolved(_) => met.push((route, node)),
        Stated::List(items) => {
            for (it, at) in items.iter().zip(0..) {
                unknowns(route.wrapping_mul(31).wrapping_add(at), it, met);
            }
        }
        Stated::Map(map) => map.entries.iter().for_each(|it| unknowns(step(route, &it.name), &it.node, met)),
        Stated::Null | Stated::Bool(_) | Stated::Number(_) | Stated::String(_) | Stated::Redacted => {}
    }
}

/// The number of a route, one name further.
fn step(route: u32, name: &str) -> u32 {
    name.bytes().fold(route.wrapping_mul(31), |it, byte| it.wrapping_mul(16_777_619) ^ u32::from(byte))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::model::{Cause, Shape, SourceId, Span, Unresolved};
    use crate::rego::{Input, Wanted};

    #[test]
    fn a_blank_that_is_filled_in_is_what_the_input_would_hold() {
        let place = Span::start_of(SourceId(0));
        let unresolved = Unresolved { cause: Cause::Variable("v".to_owned()), place, shape: Shape::Any };
        let open = || Node::unresolved(unresolved.clone(), place);
        let items = vec![Node::new("a", place), open(), Node::map(vec![Entry::new("deep", open())], place)];
        let facts = [("open", open()), ("known", Node::new(true, place)), ("list", Node::list(items, place))];
        let facts = facts.map(|(name, node)| Entry::new(name, node)).to_vec();
        let evidence = Evidence {
            id: "it".to_owned(),
            kind: EvidenceKind::Bucket,
            name: "it".to_owned(),
            format: "terraform",
            provider: None,
            native_type: None,
            address: None,
            span: place,
            name_span: place,
            called_from: Vec::new(),
            facts: Node::map(facts, place),
        };
        let blank = Blank::of(&evidence, &|_| true);
        assert_eq!(blank.unknowns.len(), 3);
        let value = |subject: Subject| serde_json::to_value(subject.0).unwrap();
        let given = [Some(json!("x")), None, Some(json!([1]))].map(|it| it.map(StandIn::from));
        let head = json!({"id": "it~1", "name": "it", "format": "terraform", "known": true});
        let mut expected = head.clone();
        expected["open"] = json!("x");
        expected["list"] = json!(["a", null, {"deep": [1]}]);
        assert_eq!(value(blank.filled(given).under("it~1")), expected);
        // With nothing in the place of what is unknown, it is what the population holds.
        let empty = Input::of_subjects([(EvidenceKind::Bucket, vec![blank.filled([]).under("it")])]);
        let whole = Input::new([(EvidenceKind::Bucket, vec![&evidence])], &|_, _| Wanted::Whole);
        assert_eq!(empty.value(), whole.value());
        let only = Blank::of(&evidence, &|it| it == "known");
        assert!(only.unknowns.is_empty());
    }
}
