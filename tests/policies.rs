//! The policy library as a whole: every policy compiles, is tested to the last line, and keeps to the vocabulary.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::{BTreeMap, BTreeSet};

use gapcheck::collect::COLLECTORS;
use gapcheck::config::framework;
use gapcheck::model::EvidenceKind;
use gapcheck::model::format::judged_as;
use gapcheck::rego::embedded::FILES;
use gapcheck::rego::{PolicySet, lint, metadata, testing};
use serde_json::Value;

fn set() -> PolicySet {
    let framework = framework::built_in("soc2").unwrap();
    PolicySet::load_with_tests(&[], &[framework]).unwrap_or_else(|it| panic!("{:#?}", it.problems))
}

/// What the schemas promise: fact names and their schemas, by kind.
fn schemas() -> BTreeMap<EvidenceKind, Value> {
    let files = FILES.iter().filter_map(|(path, text)| Some((path.strip_prefix("schemas/")?, text)));
    let schema = |(name, text): (&str, &&str)| {
        let kind = EvidenceKind::from_name(name.trim_end_matches(".json")).expect(name);
        (kind, serde_json::from_str(text).unwrap_or_else(|it| panic!("{name}: {it}")))
    };
    files.map(schema).collect()
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
fn what_the_build_read_of_a_policy_is_what_its_metadata_says() {
    let framework = framework::built_in("soc2").unwrap();
    for (policy, module) in &set().policies {
        let read = metadata::policy(module, std::slice::from_ref(&framework));
        assert_eq!(read.as_ref().unwrap_or_else(|it| panic!("{}: {it:#?}", module.path)), policy);
    }
}

#[test]
fn no_policy_uses_a_form_that_silently_gives_nothing() {
    let set = set();
    let modules = set.policies.iter().map(|it| &it.1).chain(&set.libraries).chain(&set.tests);
    let problems: Vec<_> = modules.flat_map(lint::problems).map(|it| it.message).collect();
    assert!(problems.is_empty(), "{problems:#?}");
}

#[test]
fn policies_read_only_facts_that_a_collector_of_their_formats_promises() {
    let schemas = schemas();
    let formats: BTreeSet<&str> = COLLECTORS.iter().map(|it| it.name).collect();
    let mut complaints = Vec::new();
    for (policy, _) in &set().policies {
        let id = &policy.id;
        complaints.extend(
            policy
                .remediation
                .keys()
                .filter(|it| !formats.contains(it.as_str()))
                .map(|it| format!("{id}: no collector is called {it}")),
        );
        let mut served: BTreeSet<String> = BTreeSet::new();
        for read in &policy.reads {
            let (kind, fact) = match read.split_once('.') {
                Some((kind, fact)) => (EvidenceKind::from_name(kind).expect(kind), fact),
                None => (policy.kind, read.as_str()),
            };
            let fact_schema = schemas.get(&kind).and_then(|it| it.get("properties")?.get(fact));
            let Some(schema) = fact_schema else {
                complaints.push(format!("{id}: reads {read}, which schemas/{}.json does not promise", kind.name()));
                continue;
            };
            let suppliers = schema.get("x-formats").and_then(Value::as_array).into_iter().flatten();
            served.extend(suppliers.filter_map(Value::as_str).map(str::to_owned));
        }
        let unserved = policy.formats().filter(|it| !policy.reads.is_empty() && !served.contains(judged_as(it)));
        complaints.extend(unserved.map(|it| format!("{id}: says it serves {it}, which supplies none of its facts")));
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn policies_touch_only_the_facts_they_declare() {
    let mut complaints = Vec::new();
    for (policy, module) in &set().policies {
        let declared: BTreeSet<&str> = policy.reads.iter().map(|it| it.rsplit('.').next().unwrap()).collect();
        for read in &declared {
            let is_named = |text: &str| text.contains(&format!(".{read}")) || text.contains(&format!("\"{read}\""));
            let code: String = module.text.lines().filter(|it| !it.starts_with('#')).collect::<Vec<_>>().join("\n");
            if !is_named(&code) {
                complaints.push(format!("{}: declares {read} and does not name it", policy.id));
            }
        }
        for fact in facts_named(&module.text, policy.kind.name()) {
            if !declared.contains(fact.as_str()) {
                complaints.push(format!("{}: names {fact} and does not declare it", policy.id));
            }
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

/// Facts of the variable that is named after the kind: `workload.user`.
fn facts_named(text: &str, kind: &str) -> BTreeSet<String> {
    const IDENTITY: &[&str] = &["id", "name", "format", "provider", "type", "address"];
    let code =
        text.lines().filter(|it| !it.starts_with('#') && !it.starts_with("package") && !it.starts_with("import"));
    let mut facts = BTreeSet::new();
    for line in code {
        for (at, _) in line.match_indices(&format!("{kind}.")) {
            let before = line.get(..at).unwrap().chars().next_back();
            if before.is_some_and(|it| it.is_alphanumeric() || it == '_' || it == '.') {
                continue;
            }
            let rest = line.get(at + kind.len() + 1..).unwrap();
            let name: String = rest.chars().take_while(|it| it.is_alphanumeric() || *it == '_').collect();
            if !IDENTITY.contains(&name.as_str()) {
                facts.insert(name);
            }
        }
    }
    facts
}

#[test]
fn the_policies_answer_over_at_least_ten_kinds() {
    let set = set();
    let kinds: BTreeSet<_> = set.policies.iter().map(|it| it.0.kind).collect();
    assert!(set.policies.len() >= 45, "{} policies", set.policies.len());
    assert!(kinds.len() >= 10, "{kinds:?}");
}
