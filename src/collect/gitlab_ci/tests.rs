//! Pipelines read whole: includes, what jobs take over, and their facts.

use std::sync::Arc;

use crate::collect::Collected;
use crate::collect::target::{SourceFile, Target};
use crate::model::{Evidence, EvidenceKind, Node, SourceId};

use super::COLLECTOR;

fn collected(files: &[(&str, &str)]) -> Collected {
    let files: Vec<SourceFile> = files
        .iter()
        .zip(0..)
        .map(|((path, text), id)| SourceFile {
            id: SourceId(id),
            path: (*path).into(),
            text: Arc::from(*text),
            collectors: vec![0],
        })
        .collect();
    (COLLECTOR.collect)(&Target::default(), &files.iter().collect::<Vec<_>>())
}

fn job<'a>(collected: &'a Collected, name: &str) -> &'a Evidence {
    collected.evidence.iter().find(|it| it.kind == EvidenceKind::Job && it.name == name).expect("it is collected")
}

fn fact<'a>(evidence: &'a Evidence, path: &str) -> Option<&'a Node> {
    evidence.facts.dotted(path)
}

#[test]
fn a_job_takes_over_from_includes_templates_and_defaults() {
    let main = "include:\n  - local: /ci/*.yml\ndefault:\n  image: ruby:3.3\nvariables: {NODE: '22.1'}\n\
                unit:\n  extends: [.base, .node]\n  script:\n    - !reference [.setup, script]\n    - [npm ci, npm test]\n\
                plain:\n  script: make\nbare:\n  inherit: {default: false}\n  script: ls\n";
    let part = ".base: {stage: build, tags: [a]}\n.node:\n  stage: test\n  image: node:$NODE\n.setup:\n  script: [corepack enable]\n";
    let collected = collected(&[(".gitlab-ci.yml", main), ("ci/node.yml", part)]);
    let unit = job(&collected, "unit");
    assert_eq!(fact(unit, "images.0.pin").and_then(Node::as_str), Some("tag"));
    assert_eq!(fact(unit, "images.0.reference").and_then(Node::as_str), Some("node:22.1"));
    assert_eq!(fact(unit, "runs.tests").and_then(Node::as_bool), Some(true));
    assert_eq!(fact(unit, "runs_on.0").and_then(Node::as_str), Some("a"));
    assert_eq!(fact(job(&collected, "plain"), "images.0.reference").and_then(Node::as_str), Some("ruby:3.3"));
    assert_eq!(fact(job(&collected, "bare"), "images"), None);
    assert!(collected.readings.iter().all(|it| it.problems.is_empty()));
}

#[test]
fn circles_and_ways_out_are_problems_with_a_place() {
    let main = "include: [a.yml, ../../etc/passwd]\nx: {extends: .a, script: ls}\n.a: {extends: .b}\n.b: {extends: .a}\n\
                y:\n  script: [!reference [y, script]]\n";
    let collected = collected(&[
        (".gitlab-ci.yml", main),
        ("a.yml", "include: b.yml\n.q: {script: w}\n"),
        ("b.yml", "include: /a.yml\n.r: {script: w}\n"),
    ]);
    let problems: Vec<&str> =
        collected.readings.iter().flat_map(|it| &it.problems).map(|it| it.message.as_str()).collect();
    assert!(problems.iter().any(|it| it.contains("leads out of the repository")), "{problems:?}");
    assert!(problems.iter().any(|it| it.contains("includes itself")), "{problems:?}");
    assert!(problems.iter().any(|it| it.contains("in a circle")), "{problems:?}");
    assert!(problems.iter().any(|it| it.contains("leads to itself")), "{problems:?}");
}

#[test]
fn stages_and_needs_tell_what_ran_before() {
    let main = "stages: [test, build, deploy]\nt: {stage: test, script: go test}\nb: {stage: build, script: ls}\n\
                late: {stage: deploy, script: kubectl apply -f ., environment: production, when: manual}\n\
                early: {stage: deploy, needs: [], script: kubectl apply -f ., environment: {name: production}}\n\
                stop: {stage: deploy, script: x, environment: {name: production, action: stop}}\n";
    let collected = collected(&[(".gitlab-ci.yml", main)]);
    assert!(fact(job(&collected, "late"), "runs_before.tests").is_some());
    assert_eq!(fact(job(&collected, "late"), "approved_by_hand").and_then(Node::as_bool), Some(true));
    let early = job(&collected, "early");
    assert_eq!(fact(early, "runs_before.tests"), None);
    assert!(fact(early, "approved_by_hand").is_some_and(|it| it.as_unresolved().is_some()));
    assert_eq!(fact(job(&collected, "stop"), "runs.deploy"), None);
}

#[test]
fn broken_and_odd_texts_break_nothing() {
    let text = "include: {project: a/b, ref: main, file: x.yml}\nstages: [a]\na:\n  extends: .b\n  script: [\"a\", [b]]\n.b: {rules: [{if: $X, when: never}]}\n";
    let cuts = (0..text.len()).step_by(3).filter_map(|at| text.get(..at));
    for text in cuts.chain([
        "1",
        "a: {script: {}}",
        "include: 7\na: {script: 1, needs: 3}",
        "a: {extends: [1, {}], services: x}",
    ]) {
        collected(&[(".gitlab-ci.yml", text)]);
    }
}
