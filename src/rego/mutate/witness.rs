//! A case that tells a changed policy from the true one: what a missing test would ask.

use serde_json::{Value, json};

use super::cases::{self, Case};
use super::facts::{self, FactChange};
use crate::model::Policy;
use crate::rego::answers::Answers;
use crate::rego::bundle::PolicySet;
use crate::rego::engine::Judge;
use crate::rego::module::Module;

/// An input, what the true policy says of it, and what the changed one would.
#[derive(Clone, Debug)]
pub struct Witness {
    pub input: Value,
    pub answers: Answers,
    pub changed: Answers,
}

/// How many inputs are tried with one fact changed, and again with two.
const MOST_INPUTS: usize = 2_000;

/// How many inputs with one fact changed get a second change.
const MOST_BASES: usize = 60;

/// Facts that every thing may have.
const IDENTITY: &[&str] = &["provider", "format", "type"];

/// Looks for the smallest input on which the policy and the changed text differ: among the cases of the tests, then
/// with one fact changed, then with two. Nothing may mean that no input tells them apart.
pub fn witness(set: &PolicySet, policy: &Policy, module: &Module, changed: &str, cases: &[Case]) -> Option<Witness> {
    let mut truth = set.judge(module).ok()?;
    let mut other = set.judge(&Module { text: changed.into(), ..module.clone() }).ok()?;
    let values = facts::candidates(&[&[module], set.imported(module).as_slice()].concat());
    let own = policy.reads.iter().map(|it| it.split_once('.').unwrap_or((policy.kind.name(), it)));
    let facts: Vec<_> = own.chain(IDENTITY.iter().map(|it| (policy.kind.name(), *it))).collect();
    let changes = |input: &Value| -> Vec<Value> {
        let each = facts.iter().flat_map(|fact| FactChange::ALL.map(|change| (fact, change)));
        each.flat_map(|((kind, fact), change)| facts::changed_inputs(input, kind, fact, change, &values)).collect()
    };
    let bare = json!({policy.kind.name(): [{"id": "a", "name": "a"}]});
    let plain: Vec<Value> = cases.iter().map(|it| it.input.clone()).chain([bare]).collect();
    let once: Vec<Value> = plain.iter().flat_map(&changes).collect();
    let twice = once.iter().step_by(once.len() / MOST_BASES + 1).flat_map(&changes);
    smallest(&mut truth, &mut other, plain.iter().cloned())
        .or_else(|| smallest(&mut truth, &mut other, thinned(&once)))
        .or_else(|| smallest(&mut truth, &mut other, twice.take(MOST_INPUTS)))
}

fn thinned(inputs: &[Value]) -> impl Iterator<Item = Value> {
    inputs.iter().step_by(inputs.len() / MOST_INPUTS + 1).cloned()
}

/// The shortest input on which the two differ.
fn smallest(truth: &mut Judge, other: &mut Judge, inputs: impl Iterator<Item = Value>) -> Option<Witness> {
    let mut found: Option<(usize, Witness)> = None;
    for input in inputs {
        let length = input.to_string().len();
        if found.as_ref().is_some_and(|it| it.0 <= length) {
            continue;
        }
        let asked = cases::input_of(&input);
        let (Ok(answers), Ok(changed)) = (truth.answers(&asked), other.answers(&asked)) else { continue };
        let (answers, changed) = (facts::bare(answers), facts::bare(changed));
        if answers != changed {
            found = Some((length, Witness { input, answers, changed }));
        }
    }
    found.map(|it| it.1)
}
