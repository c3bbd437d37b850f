//! What the engine makes of values that files do not tell: a verdict stands only when it does not hang on one.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use gapcheck::model::{Assessment, Cause, Choice, ControlStatus, Node, Outcome, Shape, Unresolved};
use serde_json::json;
use support::{assessed, bucket, document, options, span, text};

const METADATA: &str = r#"# METADATA
# title: Buckets are kept
# description: Because.
# custom:
#   id: bucket-is-kept
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: encryption, strength: primary, because: it is}
#   tests: design
#   reads: [acl, key, sources, size]
#   remediation: {terraform: mend it}
#   since: 0.1.0
package gapcheck.bucket.is_kept

subjects contains bucket.id if some bucket in input.bucket

"#;

const PUBLIC: &str = r#"
deny contains {"subject": bucket.id, "path": ["acl"], "message": "public"} if {
	some bucket in input.bucket
	bucket.acl in {"public-read", "public-read-write"}
}
"#;

const NO_KEY: &str = r#"
deny contains {"subject": bucket.id, "path": ["key"], "message": "no key"} if {
	some bucket in input.bucket
	not bucket.key
}
"#;

const OPEN: &str = r#"
deny contains {"subject": bucket.id, "path": ["sources", sprintf("%d", [i])], "message": "open"} if {
	some bucket in input.bucket
	some i, source in bucket.sources
	source == "0.0.0.0/0"
}
"#;

#[test]
fn known_values_decide() {
    assert_eq!(outcome(PUBLIC, &[("acl", text("public-read"))]), Outcome::Fail);
    assert_eq!(outcome(PUBLIC, &[("acl", text("private"))]), Outcome::Pass);
    assert_eq!(outcome(NO_KEY, &[]), Outcome::Fail);
}

#[test]
fn a_pass_that_an_unresolved_value_could_overturn_is_undetermined() {
    assert_eq!(outcome(PUBLIC, &[("acl", unresolved(Shape::Any))]), Outcome::Undetermined);
    assert_eq!(outcome(PUBLIC, &[("acl", unresolved(Shape::String))]), Outcome::Undetermined);
}

#[test]
fn a_reference_is_present_whatever_it_is() {
    assert_eq!(outcome(NO_KEY, &[("key", unresolved(Shape::Reference))]), Outcome::Pass);
    assert_eq!(outcome(NO_KEY, &[("key", unresolved(Shape::Any))]), Outcome::Undetermined);
}

#[test]
fn a_verdict_that_does_not_hang_on_the_unresolved_value_stands() {
    let both = format!("{PUBLIC}{NO_KEY}");
    let facts = [("acl", unresolved(Shape::Any)), ("key", text("k"))];
    assert_eq!(outcome(&both, &facts), Outcome::Undetermined);
    assert_eq!(outcome(&both, &[("acl", unresolved(Shape::Any))]), Outcome::Fail);
    assert_eq!(outcome(NO_KEY, &[("acl", unresolved(Shape::Any)), ("key", text("k"))]), Outcome::Pass);
}

#[test]
fn the_known_items_of_a_list_decide_beside_unknown_ones() {
    let list = |items| Node::list(items, span());
    let open = list(vec![unresolved(Shape::String), text("0.0.0.0/0")]);
    assert_eq!(outcome(OPEN, &[("sources", open)]), Outcome::Fail);
    let closed = list(vec![text("10.0.0.0/8"), unresolved(Shape::String)]);
    assert_eq!(outcome(OPEN, &[("sources", closed)]), Outcome::Undetermined);
}

#[test]
fn the_known_parts_of_a_text_decide() {
    let prefix: std::sync::Arc<[Option<String>]> = [Some("10.0.0.".to_owned()), None].into();
    let list = Node::list(vec![unresolved(Shape::Template(prefix))], span());
    assert_eq!(outcome(OPEN, &[("sources", list)]), Outcome::Pass);
}

#[test]
fn a_text_whose_known_parts_could_become_what_is_denied_is_undetermined() {
    let parts: std::sync::Arc<[Option<String>]> = [Some("0.0.0.".to_owned()), None].into();
    let list = Node::list(vec![unresolved(Shape::Template(parts))], span());
    assert_eq!(outcome(OPEN, &[("sources", list)]), Outcome::Undetermined);
}

#[test]
fn bounds_are_tried_on_both_sides() {
    let rules = r#"
deny contains {"subject": bucket.id, "path": ["size"], "message": "small"} if {
	some bucket in input.bucket
	bucket.size < 35
}
"#;
    assert_eq!(outcome(rules, &[("size", unresolved(Shape::Number))]), Outcome::Undetermined);
}

#[test]
fn a_pattern_cannot_be_tried_and_so_nothing_is_claimed() {
    let rules = r#"
deny contains {"subject": bucket.id, "path": ["acl"], "message": "odd"} if {
	some bucket in input.bucket
	not regex.match(`^[a-f0-9]{40}$`, bucket.acl)
}
"#;
    assert_eq!(outcome(rules, &[("acl", unresolved(Shape::String))]), Outcome::Undetermined);
}

#[test]
fn two_unknowns_at_one_place_are_tried_with_values_that_differ() {
    let rules = r#"
deny contains {"subject": bucket.id, "path": ["acl"], "message": "open"} if {
	some bucket in input.bucket
	bucket.acl == "public-read"
	bucket.key == "none"
}
"#;
    let facts = [("acl", unresolved(Shape::String)), ("key", unresolved(Shape::String))];
    assert_eq!(outcome(rules, &facts), Outcome::Undetermined);
}

/// A policy that breaks on a text, and says something of a number.
fn breaks_on_a_text(of_whom: &str, bound: i32) -> String {
    format!(
        "deny contains {{\"subject\": bucket.id, \"path\": [\"size\"], \"message\": \"large\"}} if {{
\tsome bucket in input.bucket
\t{of_whom}.size + 1 > {bound}
}}
"
    )
}

#[test]
fn a_value_that_breaks_the_policy_leaves_the_verdict_open() {
    let number_or_text = |number: i32| {
        let choices = [json!(number), json!("a")].map(Choice::Value);
        [("size", unresolved(Shape::OneOf(choices.to_vec().into())))]
    };
    let numbers = |a: i32, b: i32| {
        let choices = [json!(a), json!(b)].map(Choice::Value);
        [("size", unresolved(Shape::OneOf(choices.to_vec().into())))]
    };
    // Whether the policy looks at the subject alone, at it through another rule, or at all of them.
    let others = format!("{}\n_other := it if some it in input.bucket\n", breaks_on_a_text("_other", 50));
    for rules in [breaks_on_a_text("bucket", 50), others] {
        assert_eq!(outcome(&rules, &numbers(1, 2)), Outcome::Pass, "{rules}");
        assert_eq!(outcome(&rules, &numbers(98, 99)), Outcome::Fail, "{rules}");
        assert_eq!(outcome(&rules, &number_or_text(1)), Outcome::Undetermined, "{rules}");
        assert_eq!(outcome(&rules, &number_or_text(99)), Outcome::Undetermined, "{rules}");
    }
}

#[test]
fn an_undetermined_finding_names_what_would_settle_it() {
    let assessment = assessment(PUBLIC, &[("acl", unresolved(Shape::String))]);
    let missing = assessment.findings.first().unwrap().unresolved.clone().unwrap();
    assert_eq!(missing.cause, Cause::Variable("var.x".into()));
    assert!(missing.help.contains("--var-file"), "{}", missing.help);
    assert_eq!(status(&assessment, "CC6.1"), ControlStatus::Undetermined);
    assert_eq!(assessment.gate.exit_code, 0);
}

#[test]
fn a_policy_that_fails_to_answer_is_one_problem_and_no_pass() {
    let rules = "deny contains 1 + bucket.acl if some bucket in input.bucket\n";
    let assessment = assessment(rules, &[("acl", text("x"))]);
    assert_eq!(assessment.problems.len(), 1);
    assert_eq!(status(&assessment, "CC6.1"), ControlStatus::Undetermined);
}

fn outcome(rules: &str, facts: &[(&str, Node)]) -> Outcome {
    let assessment = assessment(rules, facts);
    assert_eq!(assessment.problems, []);
    let population = assessment.policies.first().unwrap().population;
    assert_eq!(population.subjects, 1);
    match (population.pass, population.fail, population.undetermined) {
        (1, 0, 0) => Outcome::Pass,
        (0, 1, 0) => Outcome::Fail,
        (0, 0, 1) => Outcome::Undetermined,
        other => panic!("{other:?}"),
    }
}

fn assessment(rules: &str, facts: &[(&str, Node)]) -> Assessment {
    let mut document = document();
    document.evidence.push(bucket("b", facts));
    assessed(&[&format!("{METADATA}{rules}")], &document, &options())
}

fn status(assessment: &Assessment, criterion: &str) -> ControlStatus {
    assessment.criteria.iter().find(|it| it.id == criterion).unwrap().status
}

fn unresolved(shape: Shape) -> Node {
    Node::unresolved(Unresolved { cause: Cause::Variable("var.x".into()), place: span(), shape }, span())
}
