//! Runs the `test_` rules beside the policies and tells which lines they reached.

use std::collections::BTreeSet;

use rayon::prelude::*;
use regorus::Value;

use super::bundle::PolicySet;
use super::engine;
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

/// Runs all tests: one entry for each policy and library, in the order of paths.
pub fn run(set: &PolicySet) -> Vec<Tested> {
    let modules: Vec<&Module> = set.policies.iter().map(|it| &it.1).chain(&set.libraries).collect();
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
    let name = format!("{}_test", module.package);
    let Some(tests) = set.tests.iter().find(|it| it.package == name) else {
        tested.problems.push(Problem::at(engine::head(module), "nothing tests this file"));
        return tested;
    };
    let mut engine = engine::engine();
    engine.set_enable_coverage(true);
    let mut modules = set.imported(module);
    modules.extend(set.imported(tests));
    modules.extend([module, tests]);
    let mut seen = BTreeSet::new();
    for it in modules.into_iter().filter(|it| seen.insert(it.path.clone())) {
        if let Err(problem) = engine::add(&mut engine, it) {
            tested.problems.push(problem);
            return tested;
        }
    }
    for rule in rules(tests) {
        match engine.eval_rule(format!("data.{}.{rule}", tests.package)) {
            Ok(Value::Bool(true)) => tested.passed.push(rule),
            Ok(_) => tested.failed.push(rule),
            Err(error) => {
                let text = format!("{error}");
                tested.problems.push(super::error::problem(&text, tests.source, &tests.path, &tests.text));
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

/// The names of the `test_` rules, in the order of the file.
fn rules(module: &Module) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let heads = module.text.lines().filter(|it| it.starts_with("test_"));
    let names = heads.map(|it| it.split(|it: char| !it.is_alphanumeric() && it != '_').next().unwrap_or_default());
    names.filter(|it| seen.insert(*it)).map(str::to_owned).collect()
}
