//! A repository of a few files: what is there, what is missing, and what a part of one leaves open.

use std::sync::Arc;

use camino::Utf8PathBuf;

use crate::collect::target::{SourceFile, Target};
use crate::model::{Evidence, EvidenceKind, Node, SourceId};

use super::COLLECTOR;

fn target(files: &[(&str, &str)], whole: bool) -> Target {
    let mut files = files.to_vec();
    files.sort_unstable();
    let read = files.iter().zip(0..).map(|((path, text), at)| SourceFile {
        id: SourceId(at),
        path: Utf8PathBuf::from(*path),
        text: Arc::from(*text),
        collectors: vec![0],
    });
    let read: Vec<SourceFile> = read.collect();
    Target {
        paths: read.iter().map(|it| it.path.clone()).collect(),
        files: read,
        whole_repository: whole,
        ..Target::default()
    }
}

fn repository(files: &[(&str, &str)], whole: bool) -> Option<Evidence> {
    let target = target(files, whole);
    let claimed: Vec<&SourceFile> = target.files.iter().collect();
    let found = (COLLECTOR.collect)(&target, &claimed).evidence;
    found.into_iter().find(|it| it.kind == EvidenceKind::Repository)
}

fn known(evidence: &Evidence, path: &str) -> Option<bool> {
    evidence.facts.dotted(path).and_then(Node::as_bool)
}

#[test]
fn owners_of_everything_are_seen() {
    let files =
        [("README.md", "# Shop\n"), (".github/CODEOWNERS", "# who\n/docs/ @acme/writers\n* @acme/core # all\n")];
    let found = repository(&files, true).expect("it is collected");
    assert_eq!(known(&found, "code_owners.covers_all"), Some(true));
    assert_eq!(found.facts.dotted("code_owners.entries.0.owners.0").and_then(Node::as_str), Some("@acme/writers"));
    assert!(found.facts.get("security_policy").is_none());
    assert!(found.facts.get("main_branch_protected").is_none(), "settings of the platform are not seen");
}

#[test]
fn a_part_of_a_repository_leaves_open_what_it_does_not_show() {
    assert!(repository(&[("main.tf", "")], false).is_none());
    let found = repository(&[("CODEOWNERS", "*.rs @a\n")], false).expect("it is collected");
    assert_eq!(known(&found, "code_owners.covers_all"), Some(false));
    assert!(found.facts.get("security_policy").is_some_and(|it| it.as_unresolved().is_some()));
    assert!(found.facts.dotted("runs.tests").is_some_and(|it| it.as_unresolved().is_some()));
}

#[test]
fn pipelines_are_asked_together_and_by_occasion() {
    let tests = "on: pull_request\njobs: {a: {runs-on: ubuntu-latest, steps: [{run: go test ./...}]}}\n";
    let nightly =
        "on: {schedule: [{cron: '0 0 * * *'}]}\njobs: {a: {steps: [{uses: github/codeql-action/analyze@v3}]}}\n";
    let files = [(".github/workflows/a.yml", tests), (".github/workflows/b.yml", nightly), ("go.mod", "module x\n")];
    let found = repository(&files, true).expect("it is collected");
    assert_eq!(known(&found, "runs_on_changes.tests"), Some(true));
    assert_eq!(known(&found, "runs_on_changes.code_scan"), None);
    assert_eq!(known(&found, "runs_on_schedule.code_scan"), Some(true));
    assert_eq!(known(&found, "runs.code_scan"), Some(true));
    assert_eq!(found.facts.dotted("uncovered_ecosystems.0").and_then(Node::as_str), Some("github-actions"));
    assert_eq!(found.facts.dotted("uncovered_ecosystems.1").and_then(Node::as_str), Some("go"));
}

fn protection(files: &[(&str, &str)]) -> Vec<Evidence> {
    let target = target(files, true);
    let claimed: Vec<&SourceFile> = target.files.iter().collect();
    let found = (COLLECTOR.collect)(&target, &claimed).evidence;
    found.into_iter().filter(|it| it.kind == EvidenceKind::BranchProtection).collect()
}

const RULESET: &str = r#"{"name": "main", "target": "branch", "enforcement": "active",
    "conditions": {"ref_name": {"include": ["~DEFAULT_BRANCH"], "exclude": []}},
    "rules": [{"type": "deletion"}, {"type": "pull_request", "parameters": {"required_approving_review_count": 1}}],
    "bypass_actors": [{"actor_id": 5}]}"#;

#[test]
fn rules_of_one_branch_add_up() {
    let settings = "branches:\n  - name: main\n    protection:\n      required_pull_request_reviews:\n        required_approving_review_count: 2\n      enforce_admins: true\n      required_status_checks: null\n";
    let files = [(".github/settings.yml", settings), (".github/rulesets/main.json", RULESET)];
    let found = protection(&files);
    let [rule] = found.as_slice() else { panic!("one branch is one rule: {found:?}") };
    assert_eq!(rule.facts.get("required_approvals").and_then(Node::as_i64), Some(2));
    // The ruleset can be bypassed, and the approvals are asked for by the rule that cannot.
    assert_eq!(known(rule, "applies_to_administrators"), Some(true));
    assert_eq!(known(rule, "requires_status_checks"), Some(false));
    assert_eq!(known(rule, "allows_force_push"), Some(false));
    let whole = repository(&files, true).expect("it is collected");
    assert_eq!(known(&whole, "main_branch_protected"), Some(true));
}

#[test]
fn answers_of_platforms_are_known_by_their_words() {
    let answer = r#"{"url": "https://api.github.com/repos/acme/shop/branches/trunk/protection",
        "enforce_admins": {"enabled": true}, "allow_force_pushes": {"enabled": false},
        "required_status_checks": {"strict": true, "contexts": ["tests"]}, "required_signatures": {"enabled": true}}"#;
    let list = r#"[{"type": "required_signatures", "ruleset_source_type": "Repository", "ruleset_id": 1}]"#;
    let gitlab = r#"[{"name": "main", "push_access_levels": [{"access_level": 0}], "merge_access_levels": [],
        "allow_force_push": false, "code_owner_approval_required": true}]"#;
    for (text, name, fact) in [
        (answer, "trunk of acme/shop", "requires_signed_commits"),
        (answer, "trunk of acme/shop", "requires_status_checks"),
        (RULESET, "the default branch", "allows_force_push"),
        (list, "the default branch", "requires_signed_commits"),
        (gitlab, "main", "requires_code_owner_review"),
    ] {
        assert!((COLLECTOR.recognises)(text), "{text}");
        let found = protection(&[("evidence/answer.json", text)]);
        let rule = found.first().expect(text);
        assert_eq!((rule.name.as_str(), known(rule, fact)), (name, Some(true)), "{fact} of {text}");
    }
    assert!(!(COLLECTOR.recognises)("{\"name\": \"main\", \"rules\": []}"));
}
