//! What overlays give, after the examples that Kustomize documents.

use serde_json::Value as Json;

use super::*;
use crate::model::{EvidenceKind, FileStatus, Node, Value};
use crate::syntax::yaml;

/// A case is `=== title`, then files after lines of `>>> path`, then what is built after `>>> built`.
const CASES: &[&str] =
    &[include_str!("cases/patches.txt"), include_str!("cases/names.txt"), include_str!("cases/composition.txt")];

fn target(files: &[(&str, &str)]) -> Target {
    let mut files: Vec<_> = files
        .iter()
        .zip(0..)
        .map(|((path, text), id)| SourceFile {
            id: SourceId(id),
            path: (*path).into(),
            text: (*text).into(),
            collectors: Vec::new(),
        })
        .collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Target { paths: files.iter().map(|it| it.path.clone()).collect(), files, ..Target::default() }
}

fn gather(files: &[(&str, &str)]) -> Collected {
    let target = target(files);
    collect(&target, &target.files.iter().collect::<Vec<_>>())
}

/// The node as plain JSON, so that order and places do not matter.
fn plain(node: &Node) -> Json {
    match &node.value {
        Value::Bool(it) => (*it).into(),
        Value::Number(it) => it.clone().into(),
        Value::String(it) => it.to_string().into(),
        Value::List(items) => items.iter().map(plain).collect(),
        Value::Map(map) => {
            let sorted: std::collections::BTreeMap<_, _> =
                map.entries.iter().map(|it| (it.name.to_string(), plain(&it.node))).collect();
            sorted.into_iter().collect()
        }
        Value::Null | Value::Unresolved(_) | Value::Redacted => Json::Null,
    }
}

fn sorted(mut objects: Vec<Json>) -> Vec<Json> {
    objects.sort_by_key(Json::to_string);
    objects
}

#[test]
fn overlays_give_what_their_documentation_says() {
    let mut count = 0;
    for case in CASES.iter().flat_map(|it| it.split("=== ").skip(1)) {
        let (title, rest) = case.split_once('\n').unwrap();
        let parts: Vec<(&str, &str)> = rest.split(">>> ").skip(1).map(|it| it.split_once('\n').unwrap()).collect();
        let (built, files) = parts.split_last().unwrap();
        let (folder, expected) = (built.0.trim_start_matches("built").trim(), built.1);
        let target = target(files);
        let overlays = overlays(&target);
        let mut builder = Builder::new(&target, &overlays);
        let objects = builder.build(Utf8Path::new(folder)).iter().map(|it| plain(&it.node)).collect();
        let expected = yaml::parse(SourceId(99), expected);
        assert_eq!(expected.problems, [], "{title}");
        let expected = expected.documents.iter().map(plain).collect();
        assert_eq!(builder.problems, [], "{title}");
        assert_eq!(sorted(objects), sorted(expected), "{title}");
        count += 1;
    }
    assert!(count >= 19, "{count} cases");
}

const POD: &str =
    "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers:\n    - {name: web, image: nginx:1.0}\n";

#[test]
fn a_value_has_the_place_that_set_it() {
    let overlay = "resources: [pod.yaml]
images: [{name: nginx, newTag: latest}]
patches:
  - patch: |-
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        hostPID: true
  - target: {kind: Pod}
    patch: |
      - op: add
        path: /spec/containers/0/securityContext
        value:
          privileged: true
  - target: {kind: Pod}
    patch: '[{\"op\": \"add\", \"path\": \"/spec/hostIPC\", \"value\": true}]'
  - path: patch.yaml
";
    let patch = "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {hostNetwork: true}\n";
    let files = [("kustomization.yaml", overlay), ("patch.yaml", patch), ("pod.yaml", POD)];
    let collected = gather(&files);
    let workload = collected.evidence.iter().find(|it| it.kind == EvidenceKind::Workload).unwrap();
    let place = |fact: &str| {
        let span = workload.span_at(&[fact]);
        let (path, text) = files[span.source.0 as usize];
        let before = text.get(..span.start as usize).unwrap();
        (path, before.matches('\n').count() + 1, text.get(span.range()).unwrap())
    };
    assert_eq!(workload.id, "kustomize:.#Pod/default/web/web");
    assert_eq!(place("image_tag"), ("kustomization.yaml", 2, "latest"));
    assert_eq!(place("host_pid"), ("kustomization.yaml", 9, "true"));
    assert_eq!(place("privileged"), ("kustomization.yaml", 15, "true"));
    assert_eq!(place("host_ipc"), ("kustomization.yaml", 17, "true"));
    assert_eq!(place("host_network"), ("patch.yaml", 4, "true"));
    assert_eq!(place("read_only_root"), ("pod.yaml", 6, "web"));
    assert!(collected.readings.iter().all(|it| it.status == FileStatus::Collected));
}

#[test]
fn what_is_wrong_is_said_at_its_place_and_the_rest_is_built() {
    let said = |overlay: &str| -> Vec<String> {
        let collected = gather(&[("a/kustomization.yaml", overlay), ("a/pod.yaml", POD)]);
        let of = |it: &Problem| format!("{}: {}", overlay.get(it.span.unwrap().range()).unwrap(), it.message);
        collected.readings.iter().flat_map(|it| it.problems.iter().map(of)).collect()
    };
    assert_eq!(said("resources: [none.yaml]"), ["none.yaml: there is no `none.yaml`"]);
    assert_eq!(said("resources: [../../x]"), ["../../x: `../../x` leads out of what is scanned"]);
    assert_eq!(said("resources: [/etc]"), ["/etc: `/etc` leads out of what is scanned"]);
    assert_eq!(said("resources: [../a]"), ["../a: the overlay includes itself by this way"]);
    assert_eq!(said("resources: [..]"), ["..: there is no overlay in the folder `..`"]);
    assert_eq!(
        said("resources: [pod.yaml, pod.yaml]"),
        ["pod.yaml: Pod web is there already: Kustomize refuses to add it twice"]
    );
    assert_eq!(
        said("resources: [pod.yaml]\npatches: [{target: {kind: Pod}, patch: '[{op: remove, path: /spec/x}]'}]"),
        ["/spec/x: this operation cannot be done: there is nothing at its path"]
    );
    assert_eq!(
        said("patches: [{patch: '{apiVersion: v1, kind: Pod, metadata: {name: x}}'}]"),
        [
            "{patch: '{apiVersion: v1, kind: Pod, metadata: {name: x}}'}: no object here is the one that this patch names"
        ]
    );
}

#[test]
fn what_lies_elsewhere_is_left_out_with_the_reason() {
    let overlay = "resources: ['https://github.com/a/b//deploy?ref=v1', pod.yaml]\nhelmCharts: [{name: redis}]\n\
                   patches: [{patch: '{apiVersion: v1, kind: Pod, metadata: {name: x}}'}]\n";
    let collected = gather(&[("kustomization.yaml", overlay), ("pod.yaml", POD)]);
    let left_out: Vec<_> = collected.left_out.iter().map(|it| it.0.as_str()).collect();
    assert_eq!(left_out, ["https://github.com/a/b//deploy?ref=v1", "kustomization.yaml/redis"]);
    assert!(collected.evidence.iter().any(|it| it.kind == EvidenceKind::Workload));
    // The patch may well be meant for what was not fetched.
    assert!(collected.readings.iter().all(|it| it.problems.is_empty()));
}

#[test]
fn a_base_is_judged_in_each_of_its_overlays_and_not_by_itself() {
    let files = [
        ("base/kustomization.yaml", "resources: [pod.yaml]"),
        ("base/pod.yaml", POD),
        ("dev/kustomization.yml", "bases: [../base]\nnamePrefix: dev-"),
        ("prod/Kustomization", "resources: [../base]\nnamespace: prod"),
    ];
    let collected = gather(&files);
    let workloads = collected.evidence.iter().filter(|it| it.kind == EvidenceKind::Workload);
    let ids: Vec<_> = workloads.map(|it| it.id.as_str()).collect();
    assert_eq!(ids, ["kustomize:dev#Pod/default/dev-web/web", "kustomize:prod#Pod/prod/web/web"]);
    let reasons: Vec<_> = collected.readings.iter().filter_map(|it| it.reason.as_deref()).collect();
    assert_eq!(reasons, ["judged in the overlays that take it in, and not by itself"]);
}

#[test]
fn overlays_that_include_one_another_end() {
    let files = [("a/kustomization.yaml", "resources: [../b]"), ("b/kustomization.yaml", "resources: [../a]")];
    let collected = gather(&files);
    assert_eq!(collected.readings.iter().flat_map(|it| &it.problems).count(), 1);
}

#[test]
fn an_object_that_is_copied_into_itself_stays_bounded() {
    let copy = "{op: copy, from: '', path: /a},".repeat(200);
    let overlay = format!("resources: [pod.yaml]\npatches: [{{target: {{kind: Pod}}, patch: \"[{copy}]\"}}]\n");
    let collected = gather(&[("kustomization.yaml", &overlay), ("pod.yaml", POD)]);
    assert_eq!(collected.readings.iter().flat_map(|it| &it.problems).count(), 1);
}

#[test]
fn what_other_overlays_state_leaves_open_what_one_lacks() {
    let policy =
        "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: all}\nspec: {podSelector: {}}\n";
    let covered = |files: &[(&str, &str)]| {
        let target = Target { whole_repository: true, ..target(files) };
        let collected = collect(&target, &target.files.iter().collect::<Vec<_>>());
        let workload = collected.evidence.into_iter().find(|it| it.kind == EvidenceKind::Workload).unwrap();
        workload.facts.get("covered_by_network_policy").unwrap().value.clone()
    };
    let app = [("app/kustomization.yaml", "resources: [pod.yaml]"), ("app/pod.yaml", POD)];
    assert_eq!(covered(&app), Value::Bool(false));
    let others = [("net/kustomization.yaml", "resources: [all.yaml]"), ("net/all.yaml", policy)];
    assert!(matches!(covered(&[app, others].concat()), Value::Unresolved(_)));
}
