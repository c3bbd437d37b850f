//! Plans: the plan and the source of one configuration give one answer.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeMap;

use camino::Utf8Path;
use gapcheck::collect::{Asked, Inputs, WalkOptions, collect, collect_text};
use gapcheck::config::framework::built_in;
use gapcheck::evaluate::{Options, assess};
use gapcheck::model::{Assessment, Document, Frameworks, Severity, saved};
use gapcheck::rego::PolicySet;

const SHOP: &str = "fixtures/plans/shop";

fn assessed(document: &Document) -> Assessment {
    let framework = built_in("soc2").unwrap();
    let set = PolicySet::load(&[], std::slice::from_ref(&framework)).unwrap_or_else(|it| panic!("{:?}", it.problems));
    let options = Options {
        date: "2026-01-01".to_owned(),
        categories: framework.categories.iter().map(|it| it.id.clone()).collect(),
        criteria: Vec::new(),
        fail_on: Severity::Low,
        strict: false,
        passes: true,
        examination: None,
        accepted: gapcheck::model::Accepted::default(),
        before: None,
    };
    assess(document, &set, &Frameworks::one(framework), &options)
}

/// What each policy says of each resource, by address.
fn verdicts(document: &Document) -> BTreeMap<(String, String), Vec<String>> {
    let assessment = assessed(document);
    let mut verdicts: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    let resource = |address: &Option<String>| address.clone().filter(|it| it.contains('_'));
    for it in &assessment.findings {
        if let Some(address) = resource(&it.subject.address) {
            let verdict = format!("{:?}: {}", it.outcome, it.message);
            verdicts.entry((address, it.policy.0.clone())).or_default().push(verdict);
        }
    }
    for it in assessment.passes.iter().flatten() {
        if let Some(address) = resource(&it.subject.address) {
            verdicts.entry((address, it.policy.0.clone())).or_default().push("passes".to_owned());
        }
    }
    verdicts.values_mut().for_each(|it| it.sort());
    verdicts
}

fn shop(exclude: &str, values: &[(&str, &str)]) -> Document {
    collected(SHOP, exclude, values)
}

fn collected(folder: &str, exclude: &str, values: &[(&str, &str)]) -> Document {
    let variables = values.iter().map(|(name, value)| Asked::Value((*name).to_owned(), (*value).to_owned())).collect();
    let inputs = Inputs { variables, ..Inputs::default() };
    let options = WalkOptions { exclude: vec![exclude.to_owned()], inputs, ..WalkOptions::default() };
    collect(&[folder.into()], &options).unwrap()
}

/// Configurations with the plan that Terraform made of each, and the variables that it was made with.
const PLANNED: &[(&str, &[(&str, &str)])] = &[
    (SHOP, &[("public", "true")]),
    // Modules called for each store, chained repetition, data sources, redirects, dynamic blocks.
    ("fixtures/plans/fleet", &[]),
    // Resources repeated for all instances of others: `each.value.id`.
    ("fixtures/plans/each", &[]),
    // Azure and Google.
    ("fixtures/plans/harbour", &[]),
    ("fixtures/plans/market", &[]),
];

#[test]
fn the_plan_and_the_source_give_the_same_verdicts() {
    for (folder, values) in PLANNED {
        let source = verdicts(&collected(folder, "*.json", values));
        assert!(source.len() > 20, "{source:#?}");
        let plan = verdicts(&collected(folder, "**/*.tf", &[]));
        let both = verdicts(&collected(folder, "nothing", &[]));
        for (name, other) in [("the plan alone", plan), ("the plan and the source", both)] {
            for key in source.keys().chain(other.keys()) {
                assert_eq!(source.get(key), other.get(key), "{folder}: {key:?} by {name}");
            }
        }
    }
}

#[test]
fn with_the_source_at_hand_findings_stand_in_the_source() {
    let document = shop("nothing", &[]);
    let assessment = assessed(&document);
    let findings = assessment.findings.iter().filter(|it| it.subject.native_type.as_deref() == Some("aws_db_instance"));
    let public = findings.into_iter().find(|it| it.message.contains("address on the internet")).unwrap();
    assert_eq!((public.location.file.as_str(), public.location.start.line), ("main.tf", 24));
    assert!(public.related.iter().any(|it| it.note == "planned here" && it.location.file == "tfplan.json"));
    let ids: Vec<&str> = document.evidence.iter().map(|it| it.id.as_str()).filter(|it| it.contains('~')).collect();
    assert!(ids.is_empty(), "reported twice: {ids:?}");
}

#[test]
fn what_goes_away_is_not_judged() {
    for document in [shop("**/*.tf", &[]), shop("nothing", &[])] {
        assert!(document.evidence.iter().all(|it| it.address.as_deref() != Some("aws_s3_bucket.old")));
    }
}

#[test]
fn sensitive_values_of_a_plan_never_leave() {
    for exclude in ["**/*.tf", "nothing"] {
        let document = shop(exclude, &[]);
        let plan = document.sources.iter().find(|(_, it)| it.path == "tfplan.json").unwrap();
        let text = plan.1.text.clone().unwrap();
        let hidden = document.sources.redacted(plan.0);
        for (at, secret) in text.match_indices("correct-horse-battery") {
            let shown =
                |span: &&gapcheck::model::Span| span.range().start <= at && span.range().end >= at + secret.len();
            assert!(hidden.iter().any(|it| shown(&it)), "byte {at} is shown");
        }
        let tool =
            gapcheck::model::Tool { name: "gapcheck".into(), version: "0".into(), policies_digest: String::new() };
        let saved = serde_json::to_string(&saved::save(&document, tool, "2026-01-01")).unwrap();
        assert!(!saved.contains("correct-horse-battery"));
    }
}

#[test]
fn an_item_that_only_apply_will_settle_is_not_taken_for_none() {
    let text = r#"{"format_version": "1.2", "planned_values": {"root_module": {"resources": [
        {"address": "aws_security_group.a", "mode": "managed", "type": "aws_security_group", "name": "a",
         "values": {"ingress": [{"from_port": 22, "to_port": 22, "protocol": "tcp", "cidr_blocks": [null]}]}}]}},
        "resource_changes": [{"address": "aws_security_group.a", "change": {"actions": ["create"],
         "after_unknown": {"ingress": [{"cidr_blocks": [true]}]}}}]}"#;
    let document = collect_text(Utf8Path::new("p.json"), text.as_bytes().to_vec(), &WalkOptions::default()).unwrap();
    let verdicts = verdicts(&document);
    let key = ("aws_security_group.a".to_owned(), "network-rule-closes-ssh".to_owned());
    assert!(verdicts[&key].iter().all(|it| it.starts_with("Undetermined")), "{verdicts:#?}");
}

#[test]
fn a_state_is_judged_as_a_plan_is() {
    let text = r#"{"format_version": "1.0", "terraform_version": "1.11.4", "values": {"root_module": {"resources": [
        {"address": "aws_db_instance.a", "mode": "managed", "type": "aws_db_instance", "name": "a",
         "values": {"engine": "postgres", "publicly_accessible": true, "storage_encrypted": true}}]}}}"#;
    let document = collect_text(Utf8Path::new("p.json"), text.as_bytes().to_vec(), &WalkOptions::default()).unwrap();
    let verdicts = verdicts(&document);
    let of = |policy: &str| verdicts[&("aws_db_instance.a".to_owned(), policy.to_owned())].join(" ");
    assert!(of("database-stays-off-the-internet").starts_with("Fail"));
    assert_eq!(of("database-encrypts-storage"), "passes");
}

#[test]
fn a_plan_that_failed_says_so() {
    let text = r#"{"format_version": "1.2", "planned_values": {"root_module": {}}, "errored": true}"#;
    let document = collect_text(Utf8Path::new("p.json"), text.as_bytes().to_vec(), &WalkOptions::default()).unwrap();
    let problems = &document.ledger.files.first().unwrap().problems;
    assert!(problems.iter().any(|it| it.message.contains("planning failed")), "{problems:?}");
}

#[test]
fn a_plan_of_a_newer_format_is_a_problem_at_its_place() {
    let text = r#"{"format_version": "7.0", "planned_values": {}}"#;
    let name = Utf8Path::new("plan.json");
    let document = collect_text(name, text.as_bytes().to_vec(), &WalkOptions::default()).unwrap();
    let file = document.ledger.files.first().unwrap();
    assert_eq!(file.problems.first().and_then(|it| it.location.as_ref()).map(|it| it.start.column), Some(20));
}
