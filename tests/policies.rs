//! The policy library as a whole: every policy compiles, is tested to the last line, and keeps to the vocabulary.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeSet;

use gapcheck::collect::COLLECTORS;
use gapcheck::config::framework;
use gapcheck::model::{EvidenceKind, Link, Nature, Policy, Strength};
use gapcheck::rego::embedded::FILES;
use gapcheck::rego::lint::{self, vocabulary};
use gapcheck::rego::rego_file::{FileOrigin, RegoFile};
use gapcheck::rego::starter::{self, Starter};
use gapcheck::rego::{Module, PolicySet, growth, metadata, mutate, testing};
use rayon::prelude::*;
use serde_json::Value;

fn set() -> PolicySet {
    let framework = framework::built_in("soc2").unwrap();
    PolicySet::load_with_tests(&[], &[framework]).unwrap_or_else(|it| panic!("{:#?}", it.problems))
}

#[test]
fn every_policy_test_passes_and_every_line_is_reached() {
    let mut complaints = Vec::new();
    for it in testing::run(&set(), |_| true) {
        complaints.extend(it.failed.iter().map(|name| format!("{}: {name} fails", it.path)));
        complaints.extend(it.problems.iter().map(|problem| format!("{}: {}", it.path, problem.message)));
        if !it.not_covered.is_empty() {
            complaints.push(format!("{}: no test reaches lines {:?}", it.path, it.not_covered));
        }
        for part in ["test_deny_", "test_allow_"] {
            if !it.path.contains("/lib/") && !it.passed.iter().any(|name| name.starts_with(part)) {
                complaints.push(format!("{}: has no {part}* test", it.path));
            }
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn no_change_of_a_condition_or_of_a_fact_goes_unnoticed() {
    let set = set();
    let proofs = mutate::prove(&set, |_, _| true);
    let open: Vec<&str> = proofs.iter().filter(|it| !it.is_whole()).map(|it| it.policy.id.0.as_str()).collect();
    assert!(open.is_empty(), "`gapcheck policies test --mutate {}` shows what", open.join(" "));
}

#[test]
fn no_policy_works_more_than_its_population_grows() {
    let set = set();
    let grows_too_fast = |(policy, module): &(Policy, Module)| {
        let growth = growth::measure(&set, policy, module);
        let growth = growth.unwrap_or_else(|it| panic!("{}: {}", policy.id, it.message));
        growth.is_none_or(|it| it.is_too_fast).then(|| policy.id.0.clone())
    };
    let found: Vec<String> = set.policies.par_iter().filter_map(grows_too_fast).collect();
    assert!(found.is_empty(), "see `gapcheck policies test --growth {}`", found.join(" "));
}

#[test]
fn the_pages_are_those_of_the_policies() {
    let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_gapcheck"));
    let output =
        program.args(["policies", "docs", "--check"]).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    assert!(
        output.status.success(),
        "`cargo run -- policies docs` writes them anew\n{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn what_the_build_read_of_a_policy_is_what_its_metadata_says() {
    let framework = framework::built_in("soc2").unwrap();
    for (policy, module) in &set().policies {
        let read = metadata::policy(module, std::slice::from_ref(&framework));
        assert_eq!(read.as_ref().unwrap_or_else(|it| panic!("{}: {it:#?}", module.path)), policy);
    }
}

#[test]
fn the_lint_finds_no_mistake() {
    let formats: Vec<&str> = COLLECTORS.iter().map(|it| it.name).collect();
    let set = set();
    let remarks = lint::remarks(&set, &[framework::built_in("soc2").unwrap()], &formats);
    let mistakes = remarks.into_iter().filter(|it| !it.is_note).map(|it| it.problem.located(&set.sources));
    let mistakes: Vec<String> = mistakes.map(|it| format!("{:?} {}", it.location, it.message)).collect();
    assert!(mistakes.is_empty(), "see `gapcheck policies lint`\n{}", mistakes.join("\n"));
}

#[test]
fn no_policy_alone_turns_a_criterion_green() {
    let framework = framework::built_in("soc2").unwrap();
    for (policy, _) in &set().policies {
        for criterion in &framework.criteria {
            let covers = |it: &gapcheck::model::Aspect| {
                let is_this = |link: &&Link| link.criterion == criterion.id && link.aspect == it.id;
                policy.criteria.iter().filter(is_this).any(|it| it.strength == Strength::Primary)
            };
            assert!(!criterion.aspects.iter().all(covers), "{} alone satisfies {}", policy.id, criterion.id);
        }
    }
}

#[test]
fn a_new_policy_of_any_kind_is_proven_and_without_mistakes() {
    let framework = framework::built_in("soc2").unwrap();
    let formats: Vec<&str> = COLLECTORS.iter().map(|it| it.name).collect();
    for kind in EvidenceKind::ALL {
        let Some(fact) = starter::first_fact(kind) else { continue };
        let starter = Starter {
            kind,
            name: "is-as-wanted",
            fact,
            is_flag: starter::is_flag(kind, fact),
            criterion: "CC6.1",
            aspect: "inventory",
            formats: vocabulary::suppliers(vocabulary::fact(kind, fact).unwrap()).collect(),
        };
        let file = |name: &str, text: String| RegoFile {
            path: format!("{name}.rego"),
            text: text.into(),
            origin: FileOrigin::Folder,
        };
        let files = vec![file("new", starter.policy()), file("new_test", starter.tests())];
        let set = PolicySet::of(files, Vec::new(), std::slice::from_ref(&framework));
        let set = set.unwrap_or_else(|it| panic!("{}: {:?}", kind.name(), it.problems));
        assert!(testing::run(&set, |_| true).iter().all(testing::Tested::is_green), "{}", kind.name());
        assert!(mutate::prove(&set, |_, _| true).iter().all(mutate::Proof::is_whole), "{}", kind.name());
        let remarks = lint::remarks(&set, std::slice::from_ref(&framework), &formats);
        let is_own = |it: &&lint::Remark| !it.is_note && !it.problem.message.starts_with("nothing covers");
        assert_eq!(remarks.iter().find(is_own), None, "{}", kind.name());
    }
}

#[test]
fn every_schema_is_of_a_kind_and_names_collectors() {
    let formats: BTreeSet<&str> = COLLECTORS.iter().map(|it| it.name).collect();
    for (path, text) in FILES.iter().filter_map(|(path, text)| Some((path.strip_prefix("schemas/")?, text))) {
        let kind = EvidenceKind::from_name(path.trim_end_matches(".json")).expect(path);
        let schema: Value = serde_json::from_str(text).unwrap_or_else(|it| panic!("{path}: {it}"));
        for (name, fact) in schema["properties"].as_object().unwrap() {
            let unknown: Vec<&str> = vocabulary::suppliers(fact).filter(|it| !formats.contains(it)).collect();
            assert!(unknown.is_empty(), "{}.{name}: no collector is called {unknown:?}", kind.name());
        }
    }
}

/// Criteria of which files show only a part that supports what a person must say.
const UNPROVEN: &[&str] = &["CC3.4", "CC4.2", "CC9.1", "P4.3"];

#[test]
fn every_criterion_that_files_can_show_has_two_policies_and_one_that_proves_it() {
    let set = set();
    let framework = framework::built_in("soc2").unwrap();
    let shown = framework.criteria.iter().filter(|it| it.nature != Nature::Organizational);
    let mut complaints = Vec::new();
    for criterion in shown {
        let links = set.policies.iter().flat_map(|it| &it.0.criteria).filter(|it| it.criterion == criterion.id);
        let strengths: Vec<Strength> = links.map(|it| it.strength).collect();
        let is_proven = strengths.contains(&Strength::Primary) || UNPROVEN.contains(&criterion.id.as_str());
        if strengths.len() < 2 || !is_proven {
            complaints.push(format!("{}: {} policies: {strengths:?}", criterion.id, strengths.len()));
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn the_policies_answer_over_at_least_ten_kinds() {
    let set = set();
    let kinds: BTreeSet<_> = set.policies.iter().map(|it| it.0.kind).collect();
    assert!(set.policies.len() >= 45, "{} policies", set.policies.len());
    assert!(kinds.len() >= 10, "{kinds:?}");
}
