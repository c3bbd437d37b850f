//! Pipelines read whole.

use std::sync::Arc;

use crate::collect::target::{SourceFile, Target};
use crate::model::{Evidence, EvidenceKind, Node, SourceId};

use super::COLLECTOR;

const PIPELINES: &str = r#"image: node:22.11
definitions:
  services: {db: {image: postgres, variables: {POSTGRES_PASSWORD: x}}}
  steps:
    - step: &unit {name: Unit, services: [db], script: [npm ci, npm test]}
pipelines:
  default:
    - step: *unit
  branches:
    main:
      - parallel:
          - step: *unit
          - step: {name: Lint, script: [npm run lint]}
      - step:
          name: Deploy
          deployment: production
          trigger: manual
          script:
            - pipe: atlassian/aws-s3-deploy:1.1
              variables: {AWS_SECRET_ACCESS_KEY: $KEY}
"#;

fn collected(text: &str) -> Vec<Evidence> {
    let path = "bitbucket-pipelines.yml".into();
    let file = SourceFile { id: SourceId(0), path, text: Arc::from(text), collectors: vec![0] };
    (COLLECTOR.collect)(&Target::default(), &[&file]).evidence
}

#[test]
fn a_step_is_a_job() {
    let evidence = collected(PIPELINES);
    let deploy =
        evidence.iter().find(|it| it.kind == EvidenceKind::Job && it.name == "Deploy").expect("it is collected");
    let fact = |it: &str| deploy.facts.dotted(it).cloned();
    assert_eq!(fact("runs_before.tests").and_then(|it| it.as_bool()), Some(true));
    assert_eq!(fact("approved_by_hand").and_then(|it| it.as_bool()), Some(true));
    assert_eq!(fact("logins.0.stored_key").and_then(|it| it.as_bool()), Some(true));
    let unit = evidence.iter().find(|it| it.kind == EvidenceKind::Job && it.name == "Unit").expect("it is collected");
    assert_eq!(unit.facts.dotted("images.1.pin").and_then(Node::as_str), Some("none"));
    let pipe = evidence.iter().find(|it| it.name == "atlassian/aws-s3-deploy:1.1").expect("it is collected");
    assert_eq!(pipe.facts.dotted("uses.pinned").and_then(Node::as_bool), Some(false));
}

#[test]
fn broken_and_odd_texts_break_nothing() {
    let cuts = (0..PIPELINES.len()).step_by(5).filter_map(|at| PIPELINES.get(..at));
    for text in cuts.chain(["pipelines: 1", "pipelines: {default: [1, {}, {step: 1}, {parallel: {}}]}"]) {
        collected(text);
    }
}
