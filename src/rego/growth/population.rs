//! Populations as large as wanted, made of the inputs that a policy's tests ask about: every copy is like the first and
//! knows nobody else's subjects.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::model::EvidenceKind;
use crate::rego::lint;
use crate::rego::module::Module;
use crate::rego::mutate::cases::Case;

/// So many cases make up one copy; of more, some are left out.
const MOST_CASES: usize = 12;

/// Kinds of which a scan has one thing, or one a provider, whatever its size.
const SINGULAR: &[EvidenceKind] = &[EvidenceKind::Repository, EvidenceKind::Account];

/// Facts whose values are words of a vocabulary, and never the name of something.
const WORDS: &[&str] = &["format", "provider", "type"];

/// One input that holds so many copies of the subjects in all cases.
pub fn population(cases: &[Case], modules: &[&Module], copies: usize) -> Value {
    let literals: BTreeSet<String> = modules.iter().flat_map(|it| lint::literals(&it.text).0).collect();
    let cases: Vec<&Case> = cases.iter().step_by(cases.len() / MOST_CASES + 1).collect();
    let shared: Vec<BTreeSet<String>> = cases.iter().map(|it| names(&it.input, &literals)).collect();
    let mut root: BTreeMap<&str, Value> = BTreeMap::new();
    for copy in 0..copies {
        for (number, (case, shared)) in cases.iter().zip(&shared).enumerate() {
            for (key, value) in case.input.as_object().into_iter().flatten() {
                let is_first = copy == 0 && number == 0;
                match (EvidenceKind::from_name(key), value) {
                    (Some(kind), Value::Array(rows)) => {
                        let rows = rows.iter().filter(|_| is_first || !SINGULAR.contains(&kind));
                        let rows = rows.map(|it| renamed(it, "", shared, &format!("~{number}.{copy}")));
                        let population = root.entry(key).or_insert_with(|| Value::Array(Vec::new()));
                        population.as_array_mut().into_iter().for_each(|it| it.extend(rows.clone()));
                    }
                    // The day, and whatever else there is one of.
                    _ => {
                        root.entry(key).or_insert_with(|| value.clone());
                    }
                }
            }
        }
    }
    Value::Object(root.into_iter().map(|(key, value)| (key.to_owned(), value)).collect::<Map<_, _>>())
}

/// Texts of a case by which its subjects know each other: ids and names, and what two of them state alike.
fn names(input: &Value, literals: &BTreeSet<String>) -> BTreeSet<String> {
    let rows = input.as_object().into_iter().flatten().filter_map(|it| it.1.as_array()).flatten();
    let mut known: BTreeSet<String> = BTreeSet::new();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows {
        known.extend(["id", "name"].iter().filter_map(|it| row.get(*it)?.as_str()).map(str::to_owned));
        let mut stated = BTreeSet::new();
        texts(row, "", &mut stated);
        stated.into_iter().for_each(|it| *counts.entry(it).or_default() += 1);
    }
    let alike = counts.into_iter().filter(|(text, count)| *count > 1 && !literals.contains(text));
    known.extend(alike.map(|it| it.0));
    known
}

fn texts(value: &Value, key: &str, into: &mut BTreeSet<String>) {
    match value {
        Value::String(text) if !WORDS.contains(&key) => {
            into.insert(text.clone());
        }
        Value::Array(items) => items.iter().for_each(|it| texts(it, key, into)),
        Value::Object(facts) => facts.iter().for_each(|(key, it)| texts(it, key, into)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// A subject under names of its own.
fn renamed(value: &Value, key: &str, shared: &BTreeSet<String>, suffix: &str) -> Value {
    match value {
        Value::String(text) if !WORDS.contains(&key) && shared.contains(text) => Value::from(format!("{text}{suffix}")),
        Value::Array(items) => items.iter().map(|it| renamed(it, key, shared, suffix)).collect(),
        Value::Object(facts) => {
            let facts = facts.iter().map(|(key, it)| (key.clone(), renamed(it, key, shared, suffix)));
            Value::Object(facts.collect())
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value.clone(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn copies_know_their_own_and_keep_the_words_of_the_policy() {
        let input = json!({
            "job": [{"id": "j", "name": "j", "pipeline": "p", "type": "p", "place": "local"}],
            "pipeline": [{"id": "p", "name": "p", "place": "local"}],
            "repository": [{"id": "r", "name": "r"}],
            "today": "2026-01-01",
        });
        let text = "package gapcheck.job.x\n\nsubjects contains \"local\"\n";
        let module = Module::read(crate::model::SourceId(0), "x.rego", text.into()).unwrap();
        let made = population(&[Case { test: String::new(), input }], &[&module], 2);
        let job = |suffix: &str| json!({"id": format!("j{suffix}"), "name": format!("j{suffix}"), "pipeline": format!("p{suffix}"), "type": "p", "place": "local"});
        assert_eq!(made["job"], json!([job("~0.0"), job("~0.1")]));
        assert_eq!(made["pipeline"][1]["id"], "p~0.1");
        assert_eq!(made["repository"].as_array().map(Vec::len), Some(1));
        assert_eq!(made["today"], "2026-01-01");
    }
}
