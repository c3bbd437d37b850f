//! Evidence as policies see it: `input.<kind>` is the whole population, each subject with its facts at the top level.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use regorus::Value;

use crate::model::{Evidence, EvidenceKind, Node, REDACTED, Value as Stated};

/// The populations that a policy may look at, by kind. A clone shares everything.
#[derive(Clone, Debug)]
pub struct Input {
    root: Value,
}

/// Decides what stands in for an unresolved value: a value, or nothing. The number tells its route through the facts
/// from others, the same in every run.
pub type Substitution<'a> = dyn Fn(u32, &Node) -> Option<serde_json::Value> + Sync + 'a;

/// Decides which facts of a kind are there to be asked for.
pub type Wanted<'a> = dyn Fn(EvidenceKind, &str) -> bool + Sync + 'a;

impl Input {
    /// No population.
    pub fn empty() -> Self {
        Self::of(Value::new_object())
    }

    /// The populations of the given kinds, with the facts that are wanted. Unresolved values are left out.
    pub fn new<'a>(
        populations: impl IntoIterator<Item = (EvidenceKind, Vec<&'a Evidence>)>,
        wanted: &Wanted<'_>,
    ) -> Self {
        Self::with(populations, wanted, &|_, _| None)
    }

    /// The same, with something in the place of unresolved values.
    pub fn with<'a>(
        populations: impl IntoIterator<Item = (EvidenceKind, Vec<&'a Evidence>)>,
        wanted: &Wanted<'_>,
        substitute: &Substitution<'_>,
    ) -> Self {
        let mut names = Names::default();
        let mut root = BTreeMap::new();
        for (kind, population) in populations {
            let wanted = |fact: &str| wanted(kind, fact);
            let subjects: Vec<Value> =
                population.into_iter().map(|it| names.subject(it, &wanted, substitute)).collect();
            root.insert(Value::from(kind.name()), Value::from(subjects));
        }
        Self { root: Value::from(root) }
    }

    /// The same on a day: `input.today`, as `YYYY-MM-DD`.
    pub fn on(self, day: &str) -> Self {
        let mut root: BTreeMap<Value, Value> = BTreeMap::new();
        if let Ok(populations) = self.root.as_object() {
            root.extend(populations.iter().map(|(name, population)| (name.clone(), population.clone())));
        }
        root.insert(Value::from("today"), Value::from(day));
        Self { root: Value::from(root) }
    }

    /// Populations of this input with those of `other` in place of its own.
    pub fn overlaid(&self, other: &Self) -> Self {
        let mut root: BTreeMap<Value, Value> = BTreeMap::new();
        for input in [self, other] {
            if let Ok(populations) = input.root.as_object() {
                root.extend(populations.iter().map(|(name, population)| (name.clone(), population.clone())));
            }
        }
        Self { root: Value::from(root) }
    }

    /// Populations that are values already.
    pub(super) fn of(root: Value) -> Self {
        Self { root }
    }

    pub(super) fn value(&self) -> Value {
        self.root.clone()
    }
}

/// Fact names, shared between all subjects of an input.
#[derive(Default)]
struct Names {
    shared: HashMap<Arc<str>, Value>,
}

impl Names {
    fn subject(&mut self, evidence: &Evidence, wanted: &dyn Fn(&str) -> bool, substitute: &Substitution<'_>) -> Value {
        let mut subject = BTreeMap::new();
        let mut put = |name: &str, text: Option<&str>| {
            if let Some(text) = text {
                subject.insert(Value::from(name), Value::from(text));
            }
        };
        put("id", Some(&evidence.id));
        put("name", Some(&evidence.name));
        put("format", Some(evidence.judged_as()));
        put("provider", evidence.provider.as_deref());
        put("type", evidence.native_type.as_deref());
        put("address", evidence.address.as_deref());
        for entry in evidence.facts.entries().iter().filter(|it| wanted(&it.name)) {
            if let Some(value) = self.value(step(0, &entry.name), &entry.node, substitute) {
                subject.insert(self.name(&entry.name), value);
            }
        }
        Value::from(subject)
    }

    fn name(&mut self, name: &Arc<str>) -> Value {
        if let Some(known) = self.shared.get(name) {
            return known.clone();
        }
        let value = Value::String(Arc::clone(name));
        self.shared.insert(Arc::clone(name), value.clone());
        value
    }

    /// A value for Rego; nothing for what is unresolved and has no substitute. In a list, what is not known is left
    /// out as null, so that the numbers of the other items stay.
    fn value(&mut self, route: u32, node: &Node, substitute: &Substitution<'_>) -> Option<Value> {
        Some(match &node.value {
            Stated::Null => Value::Null,
            Stated::Bool(it) => Value::from(*it),
            Stated::Number(number) => Value::from(serde_json::Value::Number(number.clone())),
            Stated::String(text) => Value::String(Arc::clone(text)),
            Stated::Redacted => Value::from(REDACTED),
            Stated::Unresolved(_) => Value::from(substitute(route, node)?),
            Stated::List(items) => {
                let routes = (0..).map(|at: u32| route.wrapping_mul(31).wrapping_add(at));
                let items = items.iter().zip(routes);
                let items = items.map(|(it, route)| self.value(route, it, substitute).unwrap_or(Value::Null));
                Value::from(items.collect::<Vec<_>>())
            }
            Stated::Map(map) => {
                let mut object = BTreeMap::new();
                for entry in map.entries.iter() {
                    if let Some(value) = self.value(step(route, &entry.name), &entry.node, substitute) {
                        object.insert(self.name(&entry.name), value);
                    }
                }
                Value::from(object)
            }
        })
    }
}

/// The number of a route, one name further.
fn step(route: u32, name: &str) -> u32 {
    name.bytes().fold(route.wrapping_mul(31), |it, byte| it.wrapping_mul(16_777_619) ^ u32::from(byte))
}
