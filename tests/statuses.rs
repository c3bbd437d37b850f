//! From verdicts to the status of each criterion: no status claims more than is known.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use gapcheck::evaluate::Options;
use gapcheck::model::ledger::LedgerEntry;
use gapcheck::model::{Assessment, ControlStatus, Document, FileStatus, Ledger, Severity};
use support::{assessed, bucket, document, options, text};

/// A policy that demands a fact of every bucket, linked as given.
fn policy(name: &str, fact: &str, links: &[(&str, &str, &str)]) -> String {
    let link = |(id, aspect, strength): &(&str, &str, &str)| {
        format!("#     - {{id: {id}, aspect: {aspect}, strength: {strength}, because: it is so}}\n")
    };
    let links: String = links.iter().map(link).collect();
    format!(
        "# METADATA\n# title: Buckets state {fact}\n# description: Because.\n# custom:\n#   id: bucket-{name}\n\
         #   severity: medium\n#   criteria:\n{links}#   tests: design\n#   reads: [{fact}]\n\
         #   remediation: {{terraform: state it}}\n#   since: 0.1.0\npackage gapcheck.bucket.{name}\n\n\
         subjects contains bucket.id if some bucket in input.bucket\n\n\
         deny contains {{\"subject\": bucket.id, \"path\": [\"{fact}\"], \"message\": \"lacks {fact}\"}} if {{\n\
         \tsome bucket in input.bucket\n\tnot bucket.{fact}\n}}\n"
    )
}

fn key() -> String {
    policy("key", "key", &[("CC6.1", "encryption", "primary")])
}

fn with(facts: &[&str]) -> Document {
    let facts: Vec<_> = facts.iter().map(|it| (*it, text("x"))).collect();
    let mut document = document();
    document.evidence.push(bucket("b", &facts));
    document
}

fn unread(collector: &str) -> Ledger {
    Ledger::new(vec![LedgerEntry {
        path: "broken".into(),
        collector: Some(collector.to_owned()),
        status: FileStatus::Failed,
        reason: None,
        sha256: None,
        bytes: 1,
        problems: Vec::new(),
        could_be: Vec::new(),
    }])
}

/// A file that nobody could tell the format of.
fn unknown(could_be: &[&str]) -> Ledger {
    let mut ledger = unread("");
    for entry in &mut ledger.files {
        entry.collector = None;
        entry.could_be = could_be.iter().map(|it| (*it).to_owned()).collect();
    }
    ledger
}

fn status(assessment: &Assessment, criterion: &str) -> ControlStatus {
    assessment.criteria.iter().find(|it| it.id == criterion).unwrap().status
}

#[test]
fn all_aspects_covered_and_nothing_failing_is_satisfied() {
    let assessment = assessed(&[&key()], &with(&["key"]), &options());
    assert_eq!(status(&assessment, "CC6.1"), ControlStatus::Satisfied);
    assert_eq!(assessment.gate.exit_code, 0);
}

#[test]
fn one_failure_is_a_gap_however_many_pass() {
    let mut document = with(&["key"]);
    document.evidence.push(bucket("bare", &[]));
    let assessment = assessed(&[&key()], &document, &options());
    assert_eq!(status(&assessment, "CC6.1"), ControlStatus::Gap);
    assert!(assessment.criteria.iter().all(|it| it.aspects.iter().all(|it| !it.covered)));
    assert_eq!(assessment.gate.exit_code, 1);
}

#[test]
fn aspects_that_nothing_covers_leave_a_criterion_partial() {
    let rights = policy("rights", "owner", &[("CC6.3", "rights", "primary")]);
    let assessment = assessed(&[&rights], &with(&["owner"]), &options());
    assert_eq!(status(&assessment, "CC6.3"), ControlStatus::Partial);
    let reason = &assessment.criteria.iter().find(|it| it.id == "CC6.3").unwrap().reason;
    assert!(reason.contains("review"), "{reason}");
}

#[test]
fn supporting_policies_alone_cover_nothing() {
    let supporting = policy("owner", "owner", &[("CC6.1", "encryption", "supporting")]);
    let assessment = assessed(&[&supporting], &with(&["owner"]), &options());
    assert_eq!(status(&assessment, "CC6.1"), ControlStatus::Partial);
    assert!(assessment.criteria.iter().all(|it| it.aspects.iter().all(|it| !it.covered)));
}

#[test]
fn without_subjects_there_is_no_evidence_and_no_pass() {
    let assessment = assessed(&[&key()], &document(), &options());
    assert_eq!(status(&assessment, "CC6.1"), ControlStatus::NoEvidence);
    assert_eq!(assessment.gate.exit_code, 3);
    assert!(!assessment.gate.passed);
}

#[test]
fn a_file_that_was_not_read_may_hide_a_failure() {
    let mut document = with(&["key"]);
    document.ledger = unread("terraform");
    let assessment = assessed(&[&key()], &document, &options());
    assert_eq!(status(&assessment, "CC6.1"), ControlStatus::Undetermined);
    assert_eq!(assessment.gate.exit_code, 0);
    let strict = assessed(&[&key()], &document, &Options { strict: true, ..options() });
    assert_eq!(strict.gate.exit_code, 4);
}

#[test]
fn a_file_of_a_format_that_no_linked_policy_serves_hides_nothing() {
    let mut document = with(&["key"]);
    document.ledger = unread("compose");
    let assessment = assessed(&[&key()], &document, &options());
    assert_eq!(status(&assessment, "CC6.1"), ControlStatus::Satisfied);
}

#[test]
fn a_file_of_unknown_format_hides_what_its_name_lets_it_be() {
    let mut document = with(&["key"]);
    for (could_be, expected) in [
        (&["compose", "kubernetes"][..], ControlStatus::Satisfied),
        (&["compose", "terraform"][..], ControlStatus::Undetermined),
        (&[][..], ControlStatus::Undetermined),
    ] {
        document.ledger = unknown(could_be);
        assert_eq!(status(&assessed(&[&key()], &document, &options()), "CC6.1"), expected, "{could_be:?}");
    }
}

#[test]
fn what_only_a_person_can_answer_is_manual() {
    let assessment = assessed(&[&key()], &with(&["key"]), &options());
    assert_eq!(status(&assessment, "CC1.1"), ControlStatus::Manual);
    assert_eq!(status(&assessment, "CC6.3"), ControlStatus::Manual);
}

#[test]
fn categories_are_chosen_and_every_criterion_is_listed_all_the_same() {
    let backup = policy("backup", "backup", &[("A1.2", "backup", "primary")]);
    let without = assessed(&[&backup], &with(&[]), &options());
    assert_eq!(status(&without, "A1.2"), ControlStatus::OutOfScope);
    assert_eq!(without.findings, []);
    let chosen = Options { categories: vec!["availability".to_owned()], ..options() };
    let with = assessed(&[&backup], &with(&[]), &chosen);
    assert_eq!(status(&with, "A1.2"), ControlStatus::Gap);
    assert_eq!(with.criteria.len(), without.criteria.len());
}

#[test]
fn the_gate_looks_at_severity() {
    let high = Options { fail_on: Severity::High, ..options() };
    let assessment = assessed(&[&key()], &with(&[]), &high);
    assert_eq!(assessment.gate.exit_code, 0);
    assert_eq!(status(&assessment, "CC6.1"), ControlStatus::Gap);
    assert!(assessment.gate.reason.contains("1 gap below it"), "{}", assessment.gate.reason);
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let mut document = with(&["key"]);
    document.evidence.extend((0..50).map(|it| bucket(&format!("b{it}"), &[])));
    let policies = [key(), policy("owner", "owner", &[("CC6.1", "encryption", "primary")])];
    let texts: Vec<&str> = policies.iter().map(String::as_str).collect();
    let first = serde_json::to_string(&assessed(&texts, &document, &options())).unwrap();
    for _ in 0..5 {
        assert_eq!(serde_json::to_string(&assessed(&texts, &document, &options())).unwrap(), first);
    }
}
