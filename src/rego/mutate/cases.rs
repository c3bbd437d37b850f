//! What the tests of a policy ask it about: the inputs they make, caught while the tests run.

use std::collections::BTreeSet;

use regorus::Value;

use crate::model::Problem;
use crate::rego::bundle::PolicySet;
use crate::rego::input::Input;
use crate::rego::module::Module;
use crate::rego::testing;

/// One input that a test asks the policy about.
#[derive(Clone, Debug)]
pub struct Case {
    /// The test.
    pub test: String,
    pub input: serde_json::Value,
}

/// Rules that answer nothing and tell what they were asked.
const LISTENERS: &str = "\n\nsubjects contains \"\" if {\n\tprint(json.marshal(input))\n\tfalse\n}\n\n\
                         deny contains \"\" if {\n\tprint(json.marshal(input))\n\tfalse\n}\n";

/// All inputs, each once, in the order of the tests.
pub fn cases(set: &PolicySet, module: &Module, tests: &Module) -> Result<Vec<Case>, Problem> {
    let mut engine = testing::bench(set, module, tests)?;
    engine.set_gather_prints(true);
    testing::add_text(&mut engine, module, format!("{}{LISTENERS}", module.text))?;
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for test in testing::rules(tests) {
        // A test that fails or breaks is the tests' own complaint.
        let _ = testing::passes(&mut engine, tests, &test);
        let prints = engine.take_prints().unwrap_or_default();
        for text in prints.iter().filter_map(|it| it.get(it.find('{')?..)) {
            if seen.insert(text.to_owned())
                && let Ok(input) = serde_json::from_str(text)
            {
                found.push(Case { test: test.clone(), input });
            }
        }
    }
    Ok(found)
}

/// The input that a policy would see.
pub fn input_of(value: &serde_json::Value) -> Input {
    Input::of(Value::from(value.clone()))
}
