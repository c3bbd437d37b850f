//! Changes to the facts of a policy's cases: what it says it reads must be able to change its answer.

use serde_json::{Map, Value, json};

use super::cases::{self, Case};
use crate::model::{Policy, Problem};
use crate::rego::answers::Answers;
use crate::rego::bundle::PolicySet;
use crate::rego::engine::Judge;
use crate::rego::lint;
use crate::rego::module::Module;

/// What was done to a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FactChange {
    /// Another value in its place.
    Flip,
    /// The fact taken away.
    Remove,
    /// More than there was: another item, everybody, the fact where there was none.
    Widen,
}

impl FactChange {
    pub(super) const ALL: [Self; 3] = [Self::Flip, Self::Remove, Self::Widen];

    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Flip => "flip",
            Self::Remove => "remove",
            Self::Widen => "widen",
        }
    }
}

/// Whether a policy notices when a fact it reads changes.
#[derive(Clone, Debug)]
pub struct FactProof {
    /// As the policy declares it: `user`, `pipeline.triggers`.
    pub fact: String,
    /// Changes that turned the answer of a case that passes.
    pub noticed: Vec<FactChange>,
    /// The fact decides in a case that fails, and in none that passes.
    pub decides_failures_only: bool,
}

impl FactProof {
    pub fn is_noticed(&self) -> bool {
        !self.noticed.is_empty() || self.decides_failures_only
    }
}

/// How many changes are tried of one fact in one case.
const MOST_CHANGES: usize = 120;

/// Things of one kind in a case that are changed.
const MOST_SUBJECTS: usize = 6;

/// Lists and maps nested deeper than this are changed as a whole.
const DEPTH: usize = 5;

/// A text that no policy mentions.
const OTHER: &str = "gapcheck-other";

/// Tries every fact that the policy reads.
pub fn prove(set: &PolicySet, policy: &Policy, module: &Module, cases: &[Case]) -> Result<Vec<FactProof>, Problem> {
    let mut judge = set.judge(module)?;
    let mut texts = vec![module];
    texts.extend(set.imported(module));
    let values = candidates(&texts);
    let mut answered = Vec::new();
    for case in cases {
        if let Ok(answers) = judge.answers(&cases::input_of(&case.input)) {
            answered.push((case, bare(answers)));
        }
    }
    let (failing, passing): (Vec<_>, Vec<_>) = answered.into_iter().partition(|(_, it)| !it.denials.is_empty());
    let mut proofs = Vec::new();
    for read in &policy.reads {
        let (kind, fact) = read.split_once('.').unwrap_or((policy.kind.name(), read));
        let turns = |cases: &[(&Case, Answers)], change: FactChange, judge: &mut Judge| {
            cases.iter().any(|(case, before)| {
                let mut inputs = changed_inputs(&case.input, kind, fact, change, &values).into_iter();
                inputs.any(|it| judge.answers(&cases::input_of(&it)).is_ok_and(|after| bare(after) != *before))
            })
        };
        let noticed: Vec<_> = FactChange::ALL.into_iter().filter(|it| turns(&passing, *it, &mut judge)).collect();
        let decides_failures_only =
            noticed.is_empty() && FactChange::ALL.into_iter().any(|it| turns(&failing, it, &mut judge));
        proofs.push(FactProof { fact: read.clone(), noticed, decides_failures_only });
    }
    Ok(proofs)
}

/// The answers without their words, which may name a fact that decides nothing.
pub(super) fn bare(mut answers: Answers) -> Answers {
    answers.denials = answers
        .denials
        .into_iter()
        .map(|mut it| {
            it.message.clear();
            it
        })
        .collect();
    answers
}

/// Values that the policy compares with, and some that it never heard of.
pub(super) fn candidates(modules: &[&Module]) -> Vec<Value> {
    let mut values = vec![json!(true), json!(false), json!(OTHER), json!("*"), json!(0), json!(1_000_000)];
    for module in modules {
        let (strings, numbers) = lint::literals(&module.text);
        values.extend(strings.into_iter().filter(|it| !it.contains([' ', '%'])).map(Value::from));
        values.extend(numbers.into_iter().flat_map(|it| [it - 1, it, it + 1]).map(Value::from));
    }
    let mut seen = std::collections::HashSet::new();
    values.retain(|it| seen.insert(it.to_string()));
    values
}

/// The input once for each change of the fact in one of the things that have it.
pub(super) fn changed_inputs(
    input: &Value,
    kind: &str,
    fact: &str,
    change: FactChange,
    values: &[Value],
) -> Vec<Value> {
    let subjects = input.get(kind).and_then(Value::as_array).map_or(0, Vec::len).min(MOST_SUBJECTS);
    let mut inputs = Vec::new();
    for at in 0..subjects {
        let Some(subject) = input.get(kind).and_then(|it| it.get(at)).and_then(Value::as_object) else { continue };
        for changed in changed_subjects(subject, fact, change, values).into_iter().take(MOST_CHANGES) {
            let mut input = input.clone();
            if let Some(place) = input.get_mut(kind).and_then(|it| it.get_mut(at)) {
                *place = changed;
            }
            inputs.push(input);
        }
    }
    inputs
}

fn changed_subjects(subject: &Map<String, Value>, fact: &str, change: FactChange, values: &[Value]) -> Vec<Value> {
    let with = |value: Option<Value>| {
        let mut subject = subject.clone();
        match value {
            Some(value) => subject.insert(fact.to_owned(), value),
            None => subject.remove(fact),
        };
        Value::Object(subject)
    };
    match (subject.get(fact), change) {
        (Some(_), FactChange::Remove) => vec![with(None)],
        (None, FactChange::Remove | FactChange::Flip) => Vec::new(),
        (Some(value), FactChange::Flip) => flipped(value, values, 0).into_iter().map(|it| with(Some(it))).collect(),
        (Some(value), FactChange::Widen) => widened(value, values).into_iter().map(|it| with(Some(it))).collect(),
        (None, FactChange::Widen) => {
            let lists = values.iter().map(|it| json!([it]));
            values.iter().cloned().chain(lists).map(|it| with(Some(it))).collect()
        }
    }
}

/// Other values of the same shape: one leaf changed, or one item or entry gone.
fn flipped(value: &Value, values: &[Value], depth: usize) -> Vec<Value> {
    match value {
        Value::Bool(it) => vec![json!(!it)],
        Value::Null => vec![json!(true)],
        Value::Number(_) => values.iter().filter(|it| it.is_number() && *it != value).cloned().collect(),
        Value::String(text) => {
            let others = values.iter().filter(|it| it.is_string() && *it != value).cloned();
            [json!(format!("{OTHER}{text}")), json!("")].into_iter().chain(others).collect()
        }
        Value::Array(_) | Value::Object(_) if depth >= DEPTH => vec![Value::Null],
        Value::Array(items) => {
            let changed = items.iter().enumerate().flat_map(|(at, item)| {
                let put = move |it: Option<Value>| {
                    let mut items = items.clone();
                    match (it, items.get_mut(at)) {
                        (Some(it), Some(place)) => *place = it,
                        _ => drop(items.remove(at)),
                    }
                    Value::Array(items)
                };
                let others = flipped(item, values, depth + 1).into_iter().map(Some);
                [None].into_iter().chain(others).map(put).collect::<Vec<_>>()
            });
            [json!([])].into_iter().chain(changed).collect()
        }
        Value::Object(entries) => {
            let changed = entries.iter().flat_map(|(name, item)| {
                let put = move |it: Option<Value>| {
                    let mut entries = entries.clone();
                    match it {
                        Some(it) => entries.insert(name.clone(), it),
                        None => entries.remove(name),
                    };
                    Value::Object(entries)
                };
                let others = flipped(item, values, depth + 1).into_iter().map(Some);
                [None].into_iter().chain(others).map(put).collect::<Vec<_>>()
            });
            [json!({})].into_iter().chain(changed).collect()
        }
    }
}

/// The value with more to it.
fn widened(value: &Value, values: &[Value]) -> Vec<Value> {
    match value {
        Value::Array(items) => {
            let more = |it: &Value| {
                let mut items = items.clone();
                items.push(it.clone());
                Value::Array(items)
            };
            let alike = items.first().map(|it| flipped(it, values, 1)).unwrap_or_default();
            values.iter().chain(&alike).map(more).collect()
        }
        Value::Object(entries) => {
            let names = values.iter().filter_map(Value::as_str);
            let more = |name: &str| {
                let mut entries = entries.clone();
                entries.entry(name).or_insert(json!(true));
                Value::Object(entries)
            };
            names.map(more).collect()
        }
        Value::String(_) => vec![json!("*")],
        Value::Number(_) => vec![json!(1_000_000)],
        Value::Bool(_) | Value::Null => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_flip_vanish_and_grow() {
        let subject = json!({"a": true, "b": [{"c": "d"}]});
        let subject = subject.as_object().unwrap();
        let values = [json!("e"), json!(3)];
        let changed = |fact: &str, change| changed_subjects(subject, fact, change, &values);
        assert_eq!(changed("a", FactChange::Flip), [json!({"a": false, "b": [{"c": "d"}]})]);
        assert_eq!(changed("a", FactChange::Remove), [json!({"b": [{"c": "d"}]})]);
        assert!(changed("b", FactChange::Flip).contains(&json!({"a": true, "b": [{"c": "e"}]})));
        assert!(changed("b", FactChange::Flip).contains(&json!({"a": true, "b": [{}]})));
        assert!(changed("b", FactChange::Widen).contains(&json!({"a": true, "b": [{"c": "d"}, {"c": "e"}]})));
        assert!(changed("z", FactChange::Widen).contains(&json!({"a": true, "b": [{"c": "d"}], "z": 3})));
        assert_eq!(changed("z", FactChange::Remove), Vec::<Value>::new());
    }
}
