//! Changes each policy in every way and tells which changes nobody noticed.

use rayon::prelude::*;

use super::cases::{self, Case};
use super::conditions::{self, Mutant};
use super::excuses::{self, Excuse};
use super::facts::{self, FactProof};
use super::witness::{self, Witness};
use crate::model::{Policy, Problem, Span};
use crate::rego::bundle::PolicySet;
use crate::rego::module::Module;
use crate::rego::testing;

/// How one policy fared.
#[derive(Debug)]
pub struct Proof<'a> {
    pub policy: &'a Policy,
    /// The path of its file.
    pub path: &'a str,
    /// Changes to its conditions that make a policy which runs.
    pub changes: usize,
    /// Those that a test noticed.
    pub noticed: usize,
    /// Those that none noticed, in the order of places.
    pub survivors: Vec<Survivor>,
    pub facts: Vec<FactProof>,
    pub problems: Vec<Problem>,
}

/// A change that no test noticed.
#[derive(Clone, Debug)]
pub struct Survivor {
    /// What was done: `negate condition`.
    pub what: &'static str,
    pub span: Span,
    pub before: String,
    pub after: String,
    /// Why it cannot be noticed, where the policy says so.
    pub reason: Option<String>,
    /// A case that a test could ask to notice it.
    pub witness: Option<Witness>,
}

impl Proof<'_> {
    /// Survivors for which the policy gives no reason.
    pub fn unargued(&self) -> impl Iterator<Item = &Survivor> {
        self.survivors.iter().filter(|it| it.reason.is_none())
    }

    /// Facts whose change nobody notices.
    pub fn unnoticed_facts(&self) -> impl Iterator<Item = &FactProof> {
        self.facts.iter().filter(|it| !it.is_noticed())
    }

    /// Whether everything that can be noticed is.
    pub fn is_whole(&self) -> bool {
        self.unargued().next().is_none() && self.unnoticed_facts().next().is_none() && self.problems.is_empty()
    }
}

/// Proves the policies that `is_wanted` picks, in the order of the set.
pub fn prove(set: &PolicySet, is_wanted: impl Fn(&Policy, &Module) -> bool + Sync) -> Vec<Proof<'_>> {
    let wanted: Vec<_> = set.policies.iter().filter(|(policy, module)| is_wanted(policy, module)).collect();
    wanted.into_par_iter().map(|(policy, module)| proof(set, policy, module)).collect()
}

fn proof<'a>(set: &PolicySet, policy: &'a Policy, module: &'a Module) -> Proof<'a> {
    let mut proof = Proof {
        policy,
        path: &module.path,
        changes: 0,
        noticed: 0,
        survivors: Vec::new(),
        facts: Vec::new(),
        problems: Vec::new(),
    };
    let Some(tests) = testing::tests_of(set, module) else {
        proof.problems.push(Problem::at(module.package_span, "nothing tests this file"));
        return proof;
    };
    let cases = cases::cases(set, module, tests).unwrap_or_default();
    if let Err(problem) = survive(set, module, tests, &cases, &mut proof) {
        proof.problems.push(problem);
    }
    match facts::prove(set, policy, module, &cases) {
        Ok(facts) => proof.facts = facts,
        Err(problem) => proof.problems.push(problem),
    }
    proof
}

fn survive(
    set: &PolicySet,
    module: &Module,
    tests: &Module,
    cases: &[Case],
    proof: &mut Proof<'_>,
) -> Result<(), Problem> {
    let bench = testing::bench(set, module, tests)?;
    let rules = testing::rules(tests);
    let mut excuses: Vec<(Excuse, bool)> = excuses::excuses(&module.text).into_iter().map(|it| (it, false)).collect();
    let mutants = conditions::mutants(&module.text);
    let survives: Vec<Option<bool>> = mutants
        .par_iter()
        .map(|mutant| {
            let mut engine = bench.clone();
            testing::add_text(&mut engine, module, mutant.apply(&module.text)).ok()?;
            for rule in &rules {
                // What does not run is no other policy.
                if !testing::passes(&mut engine, tests, rule).ok()? {
                    return Some(false);
                }
            }
            Some(true)
        })
        .collect();
    proof.changes = survives.iter().flatten().count();
    proof.noticed = survives.iter().flatten().filter(|it| !**it).count();
    let mut survivors = Vec::new();
    for (mutant, _) in mutants.iter().zip(survives).filter(|it| it.1 == Some(true)) {
        let excuse = excuses.iter_mut().find(|it| it.0.covers(mutant.range.start));
        let reason = excuse.map(|it| {
            it.1 = true;
            it.0.reason.clone()
        });
        survivors.push((mutant, reason));
    }
    let survivor = |(mutant, reason): (&Mutant, Option<String>)| {
        let find = || witness::witness(set, proof.policy, module, &mutant.apply(&module.text), cases);
        let witness = if reason.is_none() { find() } else { None };
        survivor(module, mutant, reason, witness)
    };
    proof.survivors = survivors.into_par_iter().map(survivor).collect();
    let needless = excuses.into_iter().filter(|it| !it.1);
    let span = |it: &Excuse| Span::new(module.source, it.range.clone());
    proof.problems.extend(
        needless.map(|(it, _)| Problem::at(span(&it), "every change here is noticed: the comment is not needed")),
    );
    Ok(())
}

fn survivor(module: &Module, mutant: &Mutant, reason: Option<String>, witness: Option<Witness>) -> Survivor {
    Survivor {
        what: mutant.kind.name(),
        span: Span::new(module.source, mutant.range.clone()),
        before: module.text.get(mutant.range.clone()).unwrap_or_default().to_owned(),
        after: mutant.after.clone(),
        reason,
        witness,
    }
}
