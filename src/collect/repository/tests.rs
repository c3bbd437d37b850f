//! A repository of a few files: what is there, what is missing, and what a part of one leaves open.

use std::sync::Arc;

use camino::Utf8PathBuf;

use crate::collect::target::{SourceFile, Target};
use crate::model::{Evidence, Node, SourceId};

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
    (COLLECTOR.collect)(&target, &claimed).evidence.into_iter().next()
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
    assert!(found.facts.get("main_branch_protected").is_some_and(|it| it.as_unresolved().is_some()));
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
    assert_eq!(found.facts.dotted("uncovered_ecosystems.0").and_then(Node::as_str), Some("go"));
}

#[test]
fn protection_is_read_from_settings_and_rulesets() {
    let settings = "branches:\n  - name: main\n    protection:\n      required_pull_request_reviews:\n        required_approving_review_count: 2\n      enforce_admins: true\n      required_status_checks: null\n";
    let found = repository(&[(".github/settings.yml", settings)], true).expect("it is collected");
    let rule = found.facts.dotted("branch_protection.0").expect("main is protected");
    assert_eq!(rule.get("required_approvals").and_then(Node::as_i64), Some(2));
    assert_eq!(rule.get("applies_to_administrators").and_then(Node::as_bool), Some(true));
    assert_eq!(rule.get("requires_status_checks").and_then(Node::as_bool), Some(false));
    assert_eq!(rule.get("allows_force_push").and_then(Node::as_bool), Some(false));

    let ruleset = r#"{"name": "main", "target": "branch", "enforcement": "active",
        "conditions": {"ref_name": {"include": ["~DEFAULT_BRANCH"], "exclude": []}},
        "rules": [{"type": "deletion"}, {"type": "pull_request", "parameters": {"required_approving_review_count": 1}}],
        "bypass_actors": [{"actor_id": 5}]}"#;
    let found = repository(&[(".github/rulesets/main.json", ruleset)], true).expect("it is collected");
    let rule = found.facts.dotted("branch_protection.0").expect("main is protected");
    assert_eq!(rule.get("allows_deletion").and_then(Node::as_bool), Some(false));
    assert_eq!(rule.get("allows_force_push").and_then(Node::as_bool), Some(true));
    assert_eq!(rule.get("applies_to_administrators").and_then(Node::as_bool), Some(false));
}
