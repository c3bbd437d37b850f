//! A configuration read whole.

use std::sync::Arc;

use crate::collect::target::{SourceFile, Target};
use crate::model::{Evidence, EvidenceKind, Node, SourceId};

use super::COLLECTOR;

const CONFIGURATION: &str = r#"version: 2.1
orbs: {node: circleci/node@5.1}
executors:
  web: {docker: [{image: cimg/node:22.11}, {image: postgres, environment: {POSTGRES_PASSWORD: x}}]}
commands:
  checked:
    parameters: {what: {type: string}}
    steps: [{run: npm test}]
jobs:
  unit: {executor: web, steps: [checkout, {checked: {what: a}}]}
  deploy:
    docker: [{image: "cimg/base:<< parameters.tag >>"}]
    steps:
      - run: {name: Deploy, command: "kubectl apply -f . --context << pipeline.git.branch >>"}
workflows:
  main:
    jobs:
      - unit
      - hold: {type: approval, requires: [unit]}
      - deploy: {name: production, requires: [hold], filters: {branches: {only: main}}}
"#;

fn collected(text: &str) -> Vec<Evidence> {
    let file =
        SourceFile { id: SourceId(0), path: ".circleci/config.yml".into(), text: Arc::from(text), collectors: vec![0] };
    (COLLECTOR.collect)(&Target::default(), &[&file]).evidence
}

#[test]
fn a_job_knows_what_came_before_it() {
    let evidence = collected(CONFIGURATION);
    let named =
        |kind, name: &str| evidence.iter().find(|it| it.kind == kind && it.name == name).expect("it is collected");
    let deploy = named(EvidenceKind::Job, "production");
    let fact = |it: &str| deploy.facts.dotted(it).cloned();
    assert_eq!(fact("runs_before.tests").and_then(|it| it.as_bool()), Some(true));
    assert_eq!(fact("approved_by_hand").and_then(|it| it.as_bool()), Some(true));
    assert_eq!(fact("production").and_then(|it| it.as_bool()), Some(true));
    assert!(fact("images.0.pin").is_some_and(|it| it.as_unresolved().is_some()));
    let unit = named(EvidenceKind::Job, "unit");
    assert_eq!(unit.facts.dotted("images.1.pin").and_then(Node::as_str), Some("none"));
    let step = named(EvidenceKind::Step, "Deploy");
    assert_eq!(step.facts.dotted("interpolations.0.expression").and_then(Node::as_str), Some("pipeline.git.branch"));
    let pipeline = evidence.iter().find(|it| it.kind == EvidenceKind::Pipeline).expect("it is collected");
    assert_eq!(pipeline.facts.dotted("includes.0.pinned").and_then(Node::as_bool), Some(false));
}

#[test]
fn broken_and_odd_texts_break_nothing() {
    let cuts = (0..CONFIGURATION.len()).step_by(5).filter_map(|at| CONFIGURATION.get(..at));
    let circle = "commands: {a: {steps: [b]}, b: {steps: [a]}}\njobs: {x: {steps: [a]}}\nworkflows: {w: {jobs: [{x: {requires: [x]}}]}}";
    for text in cuts.chain(["jobs: 1", "workflows: {a: {jobs: [1, {}]}}", circle]) {
        collected(text);
    }
}
