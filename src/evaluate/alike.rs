//! Which subjects state the same, whatever they are called and wherever they stand: one of them answers for all.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use super::population::Populations;
use super::reads::{AS_IT_STANDS, Reads};
use crate::model::{Cause, Evidence, EvidenceKind, Node, Policy, Value};

/// Of every kind and fact, which subjects state the same: those with the same number.
#[derive(Debug, Default)]
pub struct Likeness<'a> {
    kinds: BTreeMap<EvidenceKind, Columns<'a>>,
}

/// The numbers of all subjects of a kind, in their order.
#[derive(Debug, Default)]
struct Columns<'a> {
    heads: Vec<u32>,
    facts: HashMap<&'a str, Vec<u32>>,
}

/// Numbers, and what stands behind each.
#[derive(Default)]
struct Column {
    numbers: Vec<u32>,
    known: HashMap<Vec<u8>, u32>,
}

/// A smaller population is asked as it is.
const FEWEST: usize = 8;

impl<'a> Likeness<'a> {
    /// What is read of the populations, compared.
    pub fn of(populations: &Populations<'a>, reads: &Reads<'_>) -> Self {
        let large = populations.par_iter().filter(|(kind, all)| **kind != AS_IT_STANDS && all.len() >= FEWEST);
        let kinds = large.map(|(kind, all)| (*kind, columns(all, &|fact| reads.has(*kind, fact)))).collect();
        Self { kinds }
    }

    /// The population in groups whose members state the same of what a policy reads, each by its numbers in the
    /// population; nothing where hardly any two do.
    pub(super) fn groups(&self, policy: &Policy) -> Option<Vec<Vec<usize>>> {
        let columns = self.kinds.get(&policy.kind)?;
        let facts: Vec<&Vec<u32>> = policy.own_reads().filter_map(|it| columns.facts.get(it)).collect();
        let mut groups: HashMap<Vec<u32>, usize> = HashMap::new();
        let mut found: Vec<Vec<usize>> = Vec::new();
        let all = columns.heads.len();
        for (at, head) in columns.heads.iter().enumerate() {
            // A column ends with the last subject that states the fact.
            let stated = facts.iter().map(|it| it.get(at).copied().unwrap_or_default());
            let key = [*head].into_iter().chain(stated).collect();
            let group = *groups.entry(key).or_insert(found.len());
            match found.get_mut(group) {
                Some(members) => members.push(at),
                None => found.push(vec![at]),
            }
        }
        (found.len() * 4 <= all * 3).then_some(found)
    }
}

fn columns<'a>(population: &[&'a Evidence], is_read: &dyn Fn(&str) -> bool) -> Columns<'a> {
    let mut heads = Column::default();
    let mut facts: HashMap<&str, Column> = HashMap::new();
    for (at, it) in population.iter().enumerate() {
        let head = [Some(it.format), Some(it.judged_as()), it.provider.as_deref(), it.native_type.as_deref()];
        let mut stated = Vec::new();
        head.into_iter().for_each(|it| text(it.unwrap_or("\0"), &mut stated));
        heads.put(at, stated);
        for entry in it.facts.entries().iter().filter(|it| is_read(&it.name)) {
            let mut stated = Vec::new();
            write(&entry.node, &mut stated);
            facts.entry(&*entry.name).or_default().put(at, stated);
        }
    }
    Columns { heads: heads.numbers, facts: facts.into_iter().map(|(fact, it)| (fact, it.numbers)).collect() }
}

impl Column {
    /// Nought is for those who state nothing.
    fn put(&mut self, at: usize, stated: Vec<u8>) {
        let next = u32::try_from(self.known.len() + 1).unwrap_or(u32::MAX);
        let number = *self.known.entry(stated).or_insert(next);
        self.numbers.resize(at, 0);
        self.numbers.push(number);
    }
}

/// What a value states, so that no two that differ are written alike.
fn write(node: &Node, to: &mut Vec<u8>) {
    match &node.value {
        Value::Null => to.push(b'n'),
        Value::Bool(it) => to.push(if *it { b't' } else { b'f' }),
        Value::Number(it) => {
            to.push(b'#');
            text(&it.to_string(), to);
        }
        Value::String(it) => {
            to.push(b'"');
            text(it, to);
        }
        Value::Redacted => to.push(b'*'),
        Value::List(items) => {
            to.push(b'[');
            to.extend((items.len() as u64).to_be_bytes());
            items.iter().for_each(|it| write(it, to));
        }
        Value::Map(map) => {
            to.push(b'{');
            to.extend((map.entries.len() as u64).to_be_bytes());
            for it in map.entries.iter() {
                text(&it.name, to);
                write(&it.node, to);
            }
        }
        // What may stand in its place, and whether it is asked about at all.
        Value::Unresolved(it) => {
            to.push(match it.cause {
                Cause::AfterApply(_) => b'a',
                Cause::Elsewhere(_) => b'e',
                Cause::Variable(_)
                | Cause::DataSource(_)
                | Cause::ModuleOutput(_)
                | Cause::Expression(_)
                | Cause::ProviderDefault(_)
                | Cause::OutOfScope(_)
                | Cause::AtRunTime(_)
                | Cause::Limit(_) => b'?',
            });
            text(&format!("{:?}", it.shape), to);
        }
    }
}

fn text(text: &str, to: &mut Vec<u8>) {
    to.extend((text.len() as u64).to_be_bytes());
    to.extend(text.as_bytes());
}
