//! Pipelines read whole.

use std::sync::Arc;

use crate::collect::Collected;
use crate::collect::target::{SourceFile, Target};
use crate::model::{Evidence, EvidenceKind, Node, SourceId};

use super::COLLECTOR;

const PIPELINE: &str = r#"trigger: [main]
variables:
  - name: Branch
    value: $(Build.SourceBranchName)
resources:
  containers:
    - container: node
      image: node
stages:
  - stage: Test
    jobs:
      - job: unit
        container: node
        steps:
          - template: steps/test.yml
  - stage: Approve
    jobs:
      - job: wait
        pool: server
        steps: [{task: ManualValidation@0}]
  - stage: Production
    jobs:
      - deployment: web
        environment: prod
        strategy:
          runOnce:
            deploy:
              steps:
                - ${{ if eq(1, 1) }}:
                    - bash: echo "$(Branch)"
"#;

fn collected(files: &[(&str, &str)]) -> Collected {
    let file = |((path, text), id): (&(&str, &str), u32)| SourceFile {
        id: SourceId(id),
        path: (*path).into(),
        text: Arc::from(*text),
        collectors: vec![0],
    };
    let files: Vec<SourceFile> = files.iter().zip(0..).map(file).collect();
    (COLLECTOR.collect)(&Target::default(), &files.iter().collect::<Vec<_>>())
}

fn named<'a>(collected: &'a Collected, kind: EvidenceKind, name: &str) -> &'a Evidence {
    collected.evidence.iter().find(|it| it.kind == kind && it.name == name).expect("it is collected")
}

#[test]
fn a_deployment_knows_what_came_before_it() {
    let test = "steps:\n  - script: npm test\n";
    let collected = collected(&[("azure-pipelines.yml", PIPELINE), ("steps/test.yml", test)]);
    let web = named(&collected, EvidenceKind::Job, "web");
    let fact = |it: &str| web.facts.dotted(it).cloned();
    assert_eq!(fact("runs_before.tests").and_then(|it| it.as_bool()), Some(true));
    assert_eq!(fact("approved_by_hand").and_then(|it| it.as_bool()), Some(true));
    assert_eq!(fact("production").and_then(|it| it.as_bool()), Some(true));
    let unit = named(&collected, EvidenceKind::Job, "unit");
    assert_eq!(unit.facts.dotted("images.0.pin").and_then(Node::as_str), Some("none"));
    let step = collected.evidence.iter().find(|it| it.kind == EvidenceKind::Step && it.name.starts_with("echo"));
    let step = step.expect("it is collected");
    assert_eq!(step.facts.dotted("interpolations.0.expression").and_then(Node::as_str), Some("Branch"));
}

#[test]
fn circles_and_ways_out_are_problems() {
    let main = "steps:\n  - template: a.yml\n  - template: ../../etc/passwd\n  - script: ls\n";
    let collected =
        collected(&[("azure-pipelines.yml", main), ("a.yml", "steps:\n  - template: a.yml\n  - script: ls\n")]);
    let problems: Vec<&str> =
        collected.readings.iter().flat_map(|it| &it.problems).map(|it| it.message.as_str()).collect();
    assert!(problems.iter().any(|it| it.contains("leads out")), "{problems:?}");
    assert!(problems.iter().any(|it| it.contains("takes itself in")), "{problems:?}");
}

#[test]
fn broken_and_odd_texts_break_nothing() {
    let cuts = (0..PIPELINE.len()).step_by(5).filter_map(|at| PIPELINE.get(..at));
    for text in cuts.chain(["steps: 1", "jobs: [1, {job: {}}]", "stages: [{stage: a, dependsOn: [a], jobs: {}}]"]) {
        collected(&[("azure-pipelines.yml", text)]);
    }
}
