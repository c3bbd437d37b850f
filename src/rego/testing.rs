//! Runs the `test_` rules beside the policies and tells which lines they reached.

use std::collections::BTreeSet;

use rayon::prelude::*;
use regorus::{Engine, Value};

use super::bundle::PolicySet;
use super::engine;
use super::error;
use super::module::Module;
use crate::model::Problem;

/// The tests of one module and the lines they reached.
#[derive(Debug)]
pub struct Tested {
    /// The path of the policy or library.
    pub path: String,
    pub passed: Vec<String>,
    pub failed: Vec<String>,
    pub problems: Vec<Problem>,
    /// Lines of code that some test reached.
    pub covered: BTreeSet<u32>,
    pub not_covered: BTreeSet<u32>,
}

impl Tested {
    /// Whether all tests passed.
    pub fn is_green(&self) -> bool {
        self.failed.is_empty() && self.problems.is_empty()
    }
}

/// Runs the tests of the policies and libraries that `is_wanted` picks: one entry for each, in the order of paths.
pub fn run(set: &PolicySet, is_wanted: impl Fn(&Module) -> bool + Sync) -> Vec<Tested> {
    let modules = set.policies.iter().map(|it| &it.1).chain(&set.libraries);
    let modules: Vec<&Module> = modules.filter(|it| is_wanted(it)).collect();
    let mut tested: Vec<Tested> = modules.into_par_iter().map(|it| test(set, it)).collect();
    tested.sort_by(|a, b| a.path.cmp(&b.path));
    tested
}

fn test(set: &PolicySet, module: &Module) -> Tested {
    let mut tested = Tested {
        path: module.path.clone(),
        passed: Vec::new(),
        failed: Vec::new(),
        problems: Vec::new(),
        covered: BTreeSet::new(),
        not_covered: BTreeSet::new(),
    };
    let Some(tests) = tests_of(set, module) else {
        tested.problems.push(Problem::at(engine::head(module), "nothing tests this file"));
        return tested;
    };
    let ready = bench(set, module, tests).and_then(|mut engine| {
        engine.set_enable_coverage(true);
        engine::add(&mut engine, module).map(|()| engine)
    });
    let mut engine = match ready {
        Ok(engine) => engine,
        Err(problem) => {
            tested.problems.push(problem);
            return tested;
        }
    };
    for rule in rules(tests) {
        match passes(&mut engine, tests, &rule) {
            Ok(true) => tested.passed.push(rule),
            Ok(false) => tested.failed.push(rule),
            Err(problem) => {
                tested.problems.push(problem);
                tested.failed.push(rule);
            }
        }
    }
    if let Ok(report) = engine.get_coverage_report()
        && let Some(file) = report.files.into_iter().find(|it| it.path == module.path)
    {
        tested.covered = file.covered;
        tested.not_covered = file.not_covered;
    }
    tested
}

/// The tests beside a module.
pub fn tests_of<'a>(set: &'a PolicySet, module: &Module) -> Option<&'a Module> {
    let name = format!("{}_test", module.package);
    set.tests.iter().find(|it| it.package == name)
}

/// An engine with the tests and all that they and the module import; the module itself is for the caller to add.
pub(super) fn bench(set: &PolicySet, module: &Module, tests: &Module) -> Result<Engine, Problem> {
    let mut engine = engine::engine();
    let mut seen = BTreeSet::from([&module.path]);
    let modules = set.imported(module).into_iter().chain(set.imported(tests)).chain([tests]);
    for it in modules.filter(|it| seen.insert(&it.path)) {
        engine::add(&mut engine, it)?;
    }
    Ok(engine)
}

/// Adds a text in the place of the module's own.
pub(super) fn add_text(engine: &mut Engine, module: &Module, text: String) -> Result<(), Problem> {
    engine::add(engine, &Module { text: text.into(), ..module.clone() })
}

/// Whether one test holds.
pub(super) fn passes(engine: &mut Engine, tests: &Module, rule: &str) -> Result<bool, Problem> {
    let answer = engine.eval_rule(format!("data.{}.{rule}", tests.package));
    let answer = answer.map_err(|it| error::problem(&format!("{it}"), tests.source, &tests.path, &tests.text))?;
    Ok(answer == Value::Bool(true))
}

/// The names of the `test_` rules, in the order of the file.
pub(super) fn rules(module: &Module) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let heads = module.text.lines().filter(|it| it.starts_with("test_"));
    let names = heads.map(|it| it.split(|it: char| !it.is_alphanumeric() && it != '_').next().unwrap_or_default());
    names.filter(|it| seen.insert(*it)).map(str::to_owned).collect()
}
