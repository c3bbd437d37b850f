//! Counts the interpreter's steps over a small and over a large population. The count is the same on every machine.

use std::num::NonZeroU32;

use super::population::population;
use crate::model::{Policy, Problem};
use crate::rego::bundle::PolicySet;
use crate::rego::engine::Judge;
use crate::rego::input::Input;
use crate::rego::module::Module;
use crate::rego::mutate::cases;
use crate::rego::separable::is_separable;
use crate::rego::testing;

/// How many times larger the large population is.
const TIMES: u32 = 100;

/// The same for policies whose subjects speak of one another, or of other things: where work grows, it is there.
const TIMES_OF_JOINS: u32 = 1_000;

/// So many times the steps of a growth in proportion are let through: what is pairwise takes far more, and an index is
/// no free thing.
const ALLOWED: u32 = 2;

/// What became of the work when the population grew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Growth {
    /// Subjects of the policy's kind in the small population.
    pub subjects: usize,
    /// Steps that the small population takes.
    pub steps: u32,
    /// How many times larger the large population is.
    pub times: u32,
    /// Steps that the large population may take.
    pub share: u32,
    /// It takes more.
    pub is_too_fast: bool,
}

/// Measures a policy over the subjects that its tests ask about. Nothing where it has no tests, or they ask nothing.
pub fn measure(set: &PolicySet, policy: &Policy, module: &Module) -> Result<Option<Growth>, Problem> {
    let Some(tests) = testing::tests_of(set, module) else { return Ok(None) };
    let cases = cases::cases(set, module, tests)?;
    let modules: Vec<&Module> = set.imported(module).into_iter().chain([module]).collect();
    let small = population(&cases, &modules, 1);
    let subjects = small.get(policy.kind.name()).and_then(|it| it.as_array()).map_or(0, Vec::len);
    if subjects == 0 {
        return Ok(None);
    }
    let is_alone = is_separable(module, &set.imported(module), policy.kind);
    let times = if is_alone { TIMES } else { TIMES_OF_JOINS };
    let large = population(&cases, &modules, times as usize);
    let (small, large) = (cases::input_of(&small), cases::input_of(&large));
    let mut judge = set.judge(module)?;
    judge.answers(&small)?;
    let steps = count(&judge, &small);
    let share = steps.saturating_mul(times * ALLOWED);
    let is_too_fast = NonZeroU32::new(share).is_some_and(|it| judge.takes_more_than(it, &large));
    Ok(Some(Growth { subjects, steps, times, share, is_too_fast }))
}

/// How many steps an answer takes: doubled until they are enough, then halved in between.
fn count(judge: &Judge, input: &Input) -> u32 {
    let exceeds = |steps: u32| NonZeroU32::new(steps).is_none_or(|it| judge.takes_more_than(it, input));
    let mut enough: u32 = 1;
    while exceeds(enough) && enough < u32::MAX {
        enough = enough.saturating_mul(2);
    }
    let mut too_few = enough / 2;
    while enough - too_few > 1 {
        let middle = too_few + (enough - too_few) / 2;
        if exceeds(middle) {
            too_few = middle;
        } else {
            enough = middle;
        }
    }
    enough
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::model::Framework;
    use crate::rego::rego_file::{FileOrigin, RegoFile};

    const HEAD: &str = "# METADATA
# title: Jobs belong to a pipeline
# description: A job that belongs nowhere runs nowhere.
# custom:
#   id: job-x
#   severity: low
#   criteria:
#     - {id: C1, aspect: tests, strength: supporting, because: it is only a test}
#   tests: design
#   reads: [pipeline]
#   remediation: {github_actions: name it}
#   since: \"0.1.0\"
package gapcheck.job.x

subjects contains job.id if some job in input.job
";

    const TESTS: &str = "package gapcheck.job.x_test

test_deny_stranger if {
	{it.path | some it in data.gapcheck.job.x.deny} == {[\"pipeline\"]} with input as {
		\"job\": [{\"id\": \"a\", \"name\": \"a\", \"pipeline\": \"p\"}, {\"id\": \"b\", \"name\": \"b\", \"pipeline\": \"q\"}],
		\"pipeline\": [{\"id\": \"p\", \"name\": \"p\"}],
	}
}
";

    fn framework() -> Framework {
        let aspect = json!({"id": "tests", "title": "Tests", "nature": "configuration"});
        let criterion = json!({
            "id": "C1", "title": "Changes", "summary": "Changes are tested.", "category": "c",
            "nature": "configuration", "aspects": [aspect],
        });
        let framework = json!({
            "id": "f", "title": "F", "reference": "none", "readers": "nobody", "categories": [],
            "criteria": [criterion],
        });
        serde_json::from_value(framework).unwrap()
    }

    fn is_too_fast(rules: &str) -> bool {
        let file = |path: &str, text: String| RegoFile {
            path: path.to_owned(),
            text: text.into(),
            origin: FileOrigin::Folder,
        };
        let files = vec![file("x.rego", format!("{HEAD}{rules}")), file("x_test.rego", TESTS.to_owned())];
        let set = PolicySet::of(files, Vec::new(), &[framework()]).unwrap_or_else(|it| panic!("{:?}", it.problems));
        let (policy, module) = &set.policies[0];
        measure(&set, policy, module).unwrap().unwrap().is_too_fast
    }

    #[test]
    fn a_search_through_all_others_grows_too_fast_and_an_index_does_not() {
        let search = "
deny contains {\"subject\": job.id, \"path\": [\"pipeline\"], \"message\": \"x\"} if {
	some job in input.job
	not _is_known(job)
}

_is_known(job) if {
	some pipeline in input.pipeline
	pipeline.id == job.pipeline
}
";
        let index = "
deny contains {\"subject\": job.id, \"path\": [\"pipeline\"], \"message\": \"x\"} if {
	some job in input.job
	not job.pipeline in _known
}

_known contains pipeline.id if some pipeline in input.pipeline
";
        assert!(is_too_fast(search));
        assert!(!is_too_fast(index));
    }
}
