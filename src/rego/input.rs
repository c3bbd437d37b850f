//! Evidence as policies see it: `input.<kind>` is the whole population, each subject with its facts at the top level.

use std::collections::BTreeMap;

use regorus::Value;

use super::nameless::NAME;
use super::subject::{Subject, subject};
use super::wanted::Wanted;
use crate::model::{Evidence, EvidenceKind};

/// The populations that a policy may look at, by kind. A clone shares everything.
#[derive(Clone, Debug)]
pub struct Input {
    root: Value,
}

impl Input {
    /// No population.
    pub fn empty() -> Self {
        Self::of(Value::new_object())
    }

    /// The populations of the given kinds, with the facts that are wanted. Unresolved values are left out.
    pub fn new<'a>(
        populations: impl IntoIterator<Item = (EvidenceKind, Vec<&'a Evidence>)>,
        wanted: &dyn Fn(EvidenceKind, &str) -> Wanted<'a>,
    ) -> Self {
        let of_kind = |(kind, population): (EvidenceKind, Vec<&'a Evidence>)| {
            (kind, population.into_iter().map(|it| subject(it, &|fact| wanted(kind, fact))).collect())
        };
        Self::of_subjects(populations.into_iter().map(of_kind))
    }

    /// Populations of subjects that are made already.
    pub fn of_subjects(populations: impl IntoIterator<Item = (EvidenceKind, Vec<Subject>)>) -> Self {
        let named = |(kind, subjects): (EvidenceKind, Vec<Subject>)| {
            let subjects: Vec<Value> = subjects.into_iter().map(|it| it.0).collect();
            (Value::from(kind.name()), Value::from(subjects))
        };
        Self { root: Value::from(populations.into_iter().map(named).collect::<BTreeMap<_, _>>()) }
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

    /// Of one population the subjects at some places, without what only they are called.
    pub fn nameless(&self, kind: EvidenceKind, places: impl Iterator<Item = usize>) -> Self {
        let all = self.root.as_object().ok().and_then(|it| it.get(&Value::from(kind.name()))?.as_array().ok());
        let name = (Value::from("name"), Value::from(NAME));
        let subject = |at: usize| {
            let stated = all?.get(at)?.as_object().ok()?;
            let facts = stated.iter().map(|(name, fact)| (name.clone(), fact.clone()));
            Some(Subject(Value::from(facts.chain([name.clone()]).collect::<BTreeMap<_, _>>())))
        };
        Self::of_subjects([(kind, places.filter_map(subject).collect())])
    }

    /// Populations that are values already.
    pub(super) fn of(root: Value) -> Self {
        Self { root }
    }

    pub(super) fn value(&self) -> Value {
        self.root.clone()
    }
}
