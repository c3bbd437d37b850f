//! The policy library: how long all of it takes to load, and how many judgements, one a policy and subject, all cores
//! give in a second over populations made of the policies' own tests.

#![expect(clippy::unwrap_used, reason = "a benchmark may panic")]

use divan::Bencher;
use divan::counter::ItemsCount;
use gapcheck::config::framework;
use gapcheck::rego::growth::population::population;
use gapcheck::rego::mutate::cases;
use gapcheck::rego::{Input, Judge, Module, PolicySet, testing};
use rayon::prelude::*;

fn main() {
    divan::main();
}

#[divan::bench]
fn load() -> PolicySet {
    let framework = framework::built_in("soc2").unwrap();
    PolicySet::load(&[], &[framework]).unwrap_or_else(|it| panic!("{:?}", it.problems))
}

/// About 10, 1,000 and 10,000 subjects a policy: the judgements in a second stay the same.
#[divan::bench(args = [1, 100, 1_000], sample_count = 5, sample_size = 1)]
fn judge(bencher: Bencher<'_, '_>, copies: usize) {
    let framework = framework::built_in("soc2").unwrap();
    let set = PolicySet::load_with_tests(&[], &[framework]).unwrap_or_else(|it| panic!("{:?}", it.problems));
    let mut asked: Vec<(Judge, Input)> = set.policies.par_iter().map(|it| asked(&set, &it.1, copies)).collect();
    let answer = |(judge, input): &mut (Judge, Input)| judge.answers(input).unwrap().subjects.len();
    let judgements: usize = asked.par_iter_mut().map(answer).sum();
    bencher.counter(ItemsCount::new(judgements)).bench_local(|| -> usize { asked.par_iter_mut().map(answer).sum() });
}

/// A policy and what it is asked about.
fn asked(set: &PolicySet, module: &Module, copies: usize) -> (Judge, Input) {
    let tests = testing::tests_of(set, module).unwrap();
    let cases = cases::cases(set, module, tests).unwrap();
    let modules: Vec<&Module> = set.imported(module).into_iter().chain([module]).collect();
    (set.judge(module).unwrap(), cases::input_of(&population(&cases, &modules, copies)))
}
