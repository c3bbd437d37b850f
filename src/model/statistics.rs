//! How much of the evidence is known: values counted, and what is not known by its cause.

use std::collections::BTreeMap;

use super::document::Document;
use super::evidence::{Evidence, EvidenceKind};
use super::node::{Node, Origin, Value};
use super::unresolved::Cause;

/// Values by whether they are known. Values are those without parts: a list of three texts counts as three.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Stated by the source.
    pub stated: usize,
    /// What the provider does where nothing is said.
    pub default: usize,
    /// Facts that the kind's vocabulary has for this format and this piece of evidence does not.
    pub absent: usize,
    pub unresolved: usize,
}

/// The counts of a run.
#[derive(Clone, Debug, Default)]
pub struct Statistics {
    /// By format and kind.
    pub kinds: BTreeMap<(&'static str, EvidenceKind), Counts>,
    /// By format and the sort of cause: how many values, and how many for each name of a cause.
    pub causes: BTreeMap<(&'static str, &'static str), BTreeMap<String, usize>>,
}

impl Statistics {
    /// Counts all evidence. `promised` tells which facts a format may supply for a kind.
    pub fn of(document: &Document, promised: impl Fn(EvidenceKind, &str) -> Vec<String>) -> Self {
        let mut statistics = Self::default();
        let mut vocabulary: BTreeMap<(&'static str, EvidenceKind), Vec<String>> = BTreeMap::new();
        for evidence in &document.evidence {
            let key = (evidence.format, evidence.kind);
            let facts = vocabulary.entry(key).or_insert_with(|| promised(evidence.kind, evidence.format));
            let absent = facts.iter().filter(|it| evidence.facts.get(it).is_none()).count();
            let mut counts = statistics.kinds.get(&key).copied().unwrap_or_default();
            counts.absent += absent;
            statistics.count(evidence, &evidence.facts, &mut counts);
            statistics.kinds.insert(key, counts);
        }
        statistics
    }

    fn count(&mut self, evidence: &Evidence, node: &Node, counts: &mut Counts) {
        match &node.value {
            Value::Map(map) if !map.entries.is_empty() => {
                map.entries.iter().for_each(|it| self.count(evidence, &it.node, counts));
            }
            Value::List(items) if !items.is_empty() => items.iter().for_each(|it| self.count(evidence, it, counts)),
            Value::Unresolved(it) => {
                counts.unresolved += 1;
                let names = self.causes.entry((evidence.format, sort(&it.cause))).or_default();
                *names.entry(it.cause.name().to_owned()).or_default() += 1;
            }
            _ if node.origin == Origin::Default => counts.default += 1,
            _ => counts.stated += 1,
        }
    }
}

/// The sort of a cause, in words.
fn sort(cause: &Cause) -> &'static str {
    match cause {
        Cause::Variable(_) => "no value is given",
        Cause::AfterApply(_) => "known after apply",
        Cause::DataSource(_) => "read from outside",
        Cause::ModuleOutput(_) => "the module is not on disk",
        Cause::Expression(_) => "not evaluated",
        Cause::ProviderDefault(_) => "the default differs between versions",
        Cause::OutOfScope(_) => "not scanned",
        Cause::Elsewhere(_) => "declared elsewhere",
        Cause::AtRunTime(_) => "known when it runs",
        Cause::Limit(_) => "a bound was reached",
    }
}
