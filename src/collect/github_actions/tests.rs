//! A workflow read whole: facts and their places.

use std::sync::Arc;

use camino::Utf8PathBuf;

use crate::collect::target::{SourceFile, Target};
use crate::model::{Evidence, EvidenceKind, Node, SourceId};

use super::COLLECTOR;

const WORKFLOW: &str = r#"name: Release
on:
  push:
    tags: [v*]
  pull_request_target:
env:
  TITLE: ${{ github.event.pull_request.title }}
  API_TOKEN: abc123
jobs:
  build:
    runs-on: ${{ matrix.os }}
    strategy:
      matrix:
        os: [ubuntu-24.04, self-hosted]
    container:
      image: node:latest
    steps:
      - uses: actions/checkout@v4 # latest
        with:
          ref: ${{ github.event.pull_request.head.sha }}
      - run: |
          npm test
          echo "${{ env.TITLE }} ${{ github.ref }}"
          echo "T=$TITLE" >> "$GITHUB_ENV"
  deploy:
    needs: build
    permissions: read-all
    runs-on: ubuntu-latest
    environment: production
    steps:
      - uses: "aws-actions/configure-aws-credentials@e3dd6a429d7300a6a4c196c26e071d42e0343502" # v4.0.2
        with:
          aws-secret-access-key: ${{ secrets.KEY }}
      - run: terraform apply
        env: { ALL: "${{ toJSON(secrets) }}" }
"#;

fn collected(text: &str) -> Vec<Evidence> {
    let path = Utf8PathBuf::from(".github/workflows/release.yml");
    let file = SourceFile { id: SourceId(0), path, text: Arc::from(text), collectors: vec![0] };
    (COLLECTOR.collect)(&Target::default(), &[&file]).evidence
}

fn named<'a>(evidence: &'a [Evidence], kind: EvidenceKind, name: &str) -> &'a Evidence {
    evidence.iter().find(|it| it.kind == kind && it.name == name).expect("it is collected")
}

fn text<'a>(evidence: &Evidence, path: &str) -> &'a str {
    let path: Vec<&str> = path.split('.').collect();
    WORKFLOW.get(evidence.span_at(&path).range()).expect("a span lies in the text")
}

fn fact<'a>(evidence: &'a Evidence, path: &str) -> Option<&'a Node> {
    evidence.facts.dotted(path)
}

#[test]
fn a_pipeline_tells_its_events_and_what_it_runs() {
    let evidence = collected(WORKFLOW);
    let pipeline = named(&evidence, EvidenceKind::Pipeline, "Release");
    assert_eq!(fact(pipeline, "events.1").and_then(Node::as_str), Some("pull_request_target"));
    assert_eq!(text(pipeline, "runs.tests"), "npm test");
    assert_eq!(text(pipeline, "runs.infrastructure_apply"), "terraform apply");
    assert_eq!(text(pipeline, "runs.signing"), "Release");
    assert_eq!(text(pipeline, "permissions"), "Release");
    assert_eq!(text(pipeline, "broad_secrets.0"), "${{ toJSON(secrets) }}");
    assert_eq!(fact(pipeline, "settings.0.name").and_then(Node::as_str), Some("API_TOKEN"));
}

#[test]
fn a_job_tells_where_it_runs_and_what_ran_before() {
    let evidence = collected(WORKFLOW);
    let build = named(&evidence, EvidenceKind::Job, "build");
    assert_eq!(fact(build, "self_hosted").and_then(Node::as_bool), Some(true));
    assert_eq!(text(build, "self_hosted"), "self-hosted");
    assert_eq!(text(build, "environment"), "build");
    assert_eq!(fact(build, "images.0.pin").and_then(Node::as_str), Some("none"));
    let deploy = named(&evidence, EvidenceKind::Job, "deploy");
    assert_eq!(text(deploy, "runs_before.tests"), "npm test");
    assert_eq!(fact(deploy, "permissions.all").and_then(Node::as_str), Some("read"));
    assert_eq!(fact(deploy, "self_hosted").and_then(Node::as_bool), Some(false));
    assert_eq!(text(deploy, "logins.0.stored_key"), "${{ secrets.KEY }}");
}

#[test]
fn a_step_tells_its_action_and_what_is_expanded_into_its_script() {
    let evidence = collected(WORKFLOW);
    let checkout = named(&evidence, EvidenceKind::Step, "actions/checkout@v4");
    assert_eq!(text(checkout, "uses.version"), "v4");
    assert_eq!(text(checkout, "uses.pinned"), "v4");
    assert_eq!(fact(checkout, "checkout.proposed_code").and_then(Node::as_bool), Some(true));
    assert_eq!(fact(checkout, "checkout.token_in_workspace").and_then(Node::as_bool), Some(true));
    let script = named(&evidence, EvidenceKind::Step, "npm test");
    assert_eq!(text(script, "interpolations.0"), "${{ env.TITLE }}");
    assert_eq!(fact(script, "interpolations.0.untrusted").and_then(Node::as_bool), Some(true));
    assert_eq!(fact(script, "interpolations.1.untrusted").and_then(Node::as_bool), Some(false));
    assert_eq!(text(script, "environment_writes.0"), r#"echo "T=$TITLE" >> "$GITHUB_ENV""#);
    assert_eq!(fact(script, "environment_writes.0.untrusted").and_then(Node::as_bool), Some(true));
    let login = evidence.iter().find(|it| it.name.starts_with("aws-actions")).expect("it is collected");
    assert_eq!(text(login, "uses.version"), "e3dd6a429d7300a6a4c196c26e071d42e0343502");
    assert_eq!(fact(login, "uses.version_comment").and_then(Node::as_str), Some("v4.0.2"));
}

#[test]
fn broken_and_odd_texts_break_nothing() {
    let cuts = WORKFLOW.char_indices().step_by(7).filter_map(|(at, _)| WORKFLOW.get(..at));
    for text in
        cuts.chain(["jobs: 1", "on: [push]\njobs: {a: {steps: [1, null, []], needs: {}}}", "jobs: {a: {uses: '@'}}"])
    {
        collected(text);
    }
}

const CALLER: &str = r#"on: {issues: {types: [opened]}}
jobs:
  greet:
    runs-on: ubuntu-24.04
    steps:
      - uses: ./actions/greet
        with: {title: "${{ github.event.issue.title }}", mood: kind}
  call:
    uses: ./.github/workflows/called.yml
    with: {Text: "${{ github.event.issue.body }}", number: 1}
  tried:
    runs-on: ubuntu-24.04
    strategy:
      matrix:
        title: ["${{ github.event.issue.title }}"]
        os: [ubuntu-24.04]
    steps:
      - run: echo ${{ matrix.title }}
      - run: echo ${{ matrix.os }}
"#;

const GREET: &str = r#"inputs: {title: {}, mood: {}}
runs:
  using: composite
  steps:
    - {shell: bash, run: "echo ${{ inputs.title }}"}
    - {shell: bash, run: "echo ${{ inputs.mood }}"}
    - uses: ./actions/print
      with: {line: "${{ inputs.title }}"}
"#;

const PRINT: &str = r#"inputs: {line: {}}
runs:
  using: composite
  steps: [{shell: bash, run: "echo ${{ inputs.line }}"}]
"#;

const CALLED: &str = r#"on: {workflow_call: {inputs: {text: {type: string}, number: {type: string}}}}
jobs:
  run:
    runs-on: ubuntu-24.04
    steps:
      - run: echo ${{ inputs.text }}
      - run: echo ${{ inputs.number }}
"#;

#[test]
fn text_of_outsiders_is_followed_into_what_is_called_and_through_a_matrix() {
    let texts = [
        (".github/workflows/issues.yml", CALLER),
        (".github/workflows/called.yml", CALLED),
        ("actions/greet/action.yml", GREET),
        ("actions/print/action.yaml", PRINT),
    ];
    let files: Vec<SourceFile> = (0..)
        .zip(texts)
        .map(|(id, (path, text))| SourceFile {
            id: SourceId(id),
            path: path.into(),
            text: text.into(),
            collectors: vec![0],
        })
        .collect();
    let evidence = (COLLECTOR.collect)(&Target::default(), &files.iter().collect::<Vec<_>>()).evidence;
    let fills = |name: &str| {
        let step = named(&evidence, EvidenceKind::Step, name);
        step.facts.dotted("interpolations.0.untrusted").map(|it| it.as_bool())
    };
    let filled =
        ["echo ${{ inputs.title }}", "echo ${{ inputs.line }}", "echo ${{ inputs.text }}", "echo ${{ matrix.title }}"];
    assert_eq!(filled.map(fills), [Some(Some(true)); 4]);
    // Of these the callers that are not here may make anything.
    assert_eq!(["echo ${{ inputs.mood }}", "echo ${{ inputs.number }}"].map(fills), [Some(None); 2]);
    assert_eq!(fills("echo ${{ matrix.os }}"), Some(Some(false)));
}
