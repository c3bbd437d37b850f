//! Whole charts: what they come to, and how each of their files fares.

use std::collections::BTreeMap;

use super::*;
use crate::model::FileStatus;

const POD: &str = "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers:\n    - name: web\n      image: web:1\n      securityContext:\n        privileged: ";

/// A chart of these files, with `Chart.yaml` where none is given.
struct Case {
    files: Vec<SourceFile>,
    collected: Collected,
}

fn case(files: &[(&str, &str)]) -> Case {
    case_with(files, &[])
}

fn case_with(files: &[(&str, &str)], given: &[(From, &str)]) -> Case {
    let mut all: BTreeMap<String, String> = files.iter().map(|it| (it.0.to_owned(), it.1.to_owned())).collect();
    all.entry("Chart.yaml".to_owned()).or_insert_with(|| "apiVersion: v2\nname: shop\nversion: 1.0.0\n".to_owned());
    let file = |(at, (path, text)): (u32, (&String, &String))| SourceFile {
        id: SourceId(at),
        path: path.as_str().into(),
        text: text.as_str().into(),
        collectors: Vec::new(),
    };
    let read: Vec<SourceFile> = (0..).zip(&all).map(file).collect();
    let given = (100..).zip(given).map(|(at, (from, text))| crate::collect::inputs::Given {
        from: from.clone(),
        source: SourceId(at),
        name: "given".into(),
        text: (*text).into(),
    });
    let target = Target {
        paths: read.iter().map(|it| it.path.clone()).collect(),
        files: read,
        given: given.collect(),
        ..Target::default()
    };
    let own: Vec<&SourceFile> = target.files.iter().filter(|it| claims(&it.path) != Claim::No).collect();
    let collected = collect(&target, &own);
    drop(own);
    Case { files: target.files, collected }
}

impl Case {
    fn fate(&self, path: &str) -> (FileStatus, String) {
        let id = self.files.iter().find(|it| it.path == path).unwrap().id;
        let reading = self.collected.readings.iter().find(|it| it.source == id).unwrap();
        let said = reading.problems.iter().map(|it| it.message.clone()).chain(reading.reason.clone());
        (reading.status, said.collect::<Vec<_>>().join("; "))
    }

    /// What a fact of the first workload reads in the file at its place, and its value.
    fn fact(&self, name: &str) -> Option<(String, Option<String>)> {
        let workload = self.collected.evidence.iter().find(|it| it.kind == EvidenceKind::Workload)?;
        let node = workload.facts.get(name)?;
        let file = self.files.iter().find(|it| it.id == node.span.source)?;
        Some((file.text.get(node.span.range())?.to_owned(), node.scalar_text()))
    }

    fn privileged(&self) -> Option<String> {
        self.fact("privileged")?.1
    }

    fn workloads(&self) -> usize {
        self.collected.evidence.iter().filter(|it| it.kind == EvidenceKind::Workload).count()
    }
}

#[test]
fn a_template_that_fails_leaves_the_others_of_its_chart_alone() {
    let good = format!("{POD}true\n");
    let broken = [
        ("{{ if }}", "not a valid template"),
        ("a: {{ .Values.a", "not a valid template"),
        ("a: {{ include \"missing\" . }}", "no template `missing`"),
        ("a: {{ fail \"no\" }}", "refuses: no"),
        ("{{ define \"a\" }}{{ include \"a\" . }}{{ end }}a: {{ include \"a\" . }}", "without end"),
        ("[", "not valid YAML"),
    ];
    for (template, said) in broken {
        let case = case(&[("templates/bad.yaml", template), ("templates/good.yaml", &good)]);
        let (status, message) = case.fate("templates/bad.yaml");
        assert!(status == FileStatus::Failed && message.contains(said), "{template}: {status:?} {message}");
        assert_eq!(case.fate("templates/good.yaml").0, FileStatus::Collected);
        assert_eq!(case.privileged().as_deref(), Some("true"));
    }
}

#[test]
fn a_value_that_the_chart_needs_is_named_and_the_rest_is_judged() {
    let template = format!("{}\n", POD.replace("web:1", "web:{{ required \"a tag\" .Values.image.tag }}") + "true");
    let case = case(&[("templates/pod.yaml", &template), ("values.yaml", "image: {}\n")]);
    let (status, said) = case.fate("templates/pod.yaml");
    assert!(status == FileStatus::Partly && said.contains("a tag"), "{status:?} {said}");
    assert_eq!(case.privileged().as_deref(), Some("true"));
    assert_eq!(case.fact("image_tag").unwrap().1, None);
}

#[test]
fn given_values_are_laid_over_those_of_the_chart() {
    let template = format!("{POD}{{{{ .Values.privileged }}}}\n");
    let files = [("templates/pod.yaml", template.as_str()), ("values.yaml", "privileged: false\n")];
    assert_eq!(case(&files).privileged().as_deref(), Some("false"));
    let given = [(From::ChartValues, "privileged: maybe\n"), (From::ChartValues, "privileged: true\n")];
    assert_eq!(case_with(&files, &given).fact("privileged").unwrap().0, "{{ .Values.privileged }}");
    assert_eq!(case_with(&files, &given).privileged().as_deref(), Some("true"));
}

#[test]
fn a_version_of_kubernetes_decides_what_asks_for_it() {
    let template = format!("{POD}{{{{ semverCompare \">=1.40-0\" .Capabilities.KubeVersion.Version }}}}\n");
    let files = [("templates/pod.yaml", template.as_str())];
    assert_eq!(case(&files).privileged().as_deref(), Some("false"));
    assert_eq!(case_with(&files, &[(From::Kubernetes, "1.41.2")]).privileged().as_deref(), Some("true"));
}

#[test]
fn apis_of_others_are_there_where_somebody_says_so() {
    let template = format!("{POD}{{{{ .Capabilities.APIVersions.Has \"example.com/v1\" }}}}\n");
    let files = [("templates/pod.yaml", template.as_str())];
    assert_eq!(case(&files).privileged().as_deref(), Some("false"));
    assert_eq!(case_with(&files, &[(From::ApiVersion, "example.com/v1")]).privileged().as_deref(), Some("true"));
}

#[test]
fn subcharts_take_globals_conditions_and_tables_of_their_name() {
    let about = "apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies:\n  - {name: db, version: 1.x, condition: db.enabled, repository: \"file://../db\"}\n  - {name: gone, version: 1.x}\n";
    let pod = format!("{POD}{{{{ .Values.global.privileged }}}}\n");
    let files = |enabled: &str| {
        let values = format!("global: {{privileged: true}}\ndb: {{enabled: {enabled}}}\n");
        case(&[
            ("Chart.yaml", about),
            ("values.yaml", &values),
            ("charts/db/Chart.yaml", "apiVersion: v2\nname: db\nversion: 1.0.0\n"),
            ("charts/db/values.yaml", "global: {privileged: false}\n"),
            ("charts/db/templates/pod.yaml", &pod),
        ])
    };
    assert_eq!(files("true").privileged().as_deref(), Some("true"));
    assert_eq!(files("false").workloads(), 0);
    assert_eq!(files("false").fate("charts/db/templates/pod.yaml").0, FileStatus::Skipped);
    let (status, said) = files("true").fate("Chart.yaml");
    assert!(status == FileStatus::Partly && said.contains("`gone`") && !said.contains("`db`"), "{said}");
}

#[test]
fn dependencies_out_of_the_root_are_not_followed() {
    let about = "apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies:\n  - {name: passwd, version: 1.x, repository: \"file://../../../etc\"}\n  - {name: shop, version: 1.x, repository: \"file://.\"}\n";
    let case = case(&[("Chart.yaml", about), ("templates/pod.yaml", &format!("{POD}true\n"))]);
    assert_eq!(case.fate("Chart.yaml").0, FileStatus::Partly);
    assert_eq!(case.workloads(), 1);
}

#[test]
fn files_of_the_chart_are_there_and_others_are_not() {
    let template = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: files}\ndata:\n{{ (.Files.Glob \"config/*.yaml\").AsConfig | indent 2 }}\n  out: {{ .Files.Get \"../other\" | quote }}\n";
    let case = case(&[("templates/map.yaml", template), ("config/a.yaml", "a: 1\n"), ("other/b.yaml", "b: 1\n")]);
    let map = case.collected.evidence.iter().find(|it| it.kind == EvidenceKind::Secret).unwrap();
    let entries = map.facts.get("entries").unwrap();
    assert_eq!(entries.items().len(), 2);
    assert_eq!(entries.dotted("0.value").and_then(Node::as_str), Some("a: 1\n"));
    assert_eq!(entries.dotted("1.value").and_then(Node::as_str), Some(""));
}

#[test]
fn what_is_random_is_no_secret_of_the_manifest() {
    let template = "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData:\n  a: {{ randAlphaNum 16 | quote }}\n  b: {{ .Values.b | quote }}\n";
    let case = case(&[("templates/secret.yaml", template), ("values.yaml", "b: hunter2hunter2\n")]);
    let secret = case.collected.evidence.iter().find(|it| it.kind == EvidenceKind::Secret).unwrap();
    let entries = secret.facts.get("entries").unwrap().items().to_vec();
    let literal: Vec<&str> =
        entries.iter().filter(|it| it.get("value").is_some()).filter_map(|it| it.get("name")?.as_str()).collect();
    assert_eq!(literal, ["b"]);
}

#[test]
fn any_text_in_a_chart_is_accounted_for() {
    let chart = "apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies: [{name: shop, repository: \"file://charts/..\"}, 3]\n";
    let template = format!(
        "{{{{- range $i, $it := .Values.list -}}}}\n---\n{POD}{{{{ $it.a | default (tpl .Values.t .) }}}}\n{{{{ end }}}}\n"
    );
    let values = "list: [{a: true}, {a: \"{{ .Values.list }}\"}]\nt: \"{{ include \\\"x\\\" . }}\"\n";
    let whole = [("Chart.yaml", chart), ("templates/pod.yaml", template.as_str()), ("values.yaml", values)];
    // A cheap generator of numbers is enough to find texts that break a parser.
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).unwrap()
    };
    for _ in 0..300 {
        let which = next(3);
        let mut text: Vec<char> = whole[which].1.chars().collect();
        for _ in 0..=next(4) {
            let (at, other) = (next(text.len()), next(text.len()));
            match next(3) {
                0 => text[at] = text[other],
                1 => text.truncate(at.max(1)),
                _ => text.swap(at, other),
            }
        }
        let text: String = text.into_iter().collect();
        let mut files = whole;
        files[which].1 = &text;
        let case = case(&files);
        assert_eq!(case.collected.readings.len(), 3, "{text}");
    }
}
