//! What evidence manifests give.

use super::*;
use crate::model::{EvidenceKind, FileStatus, Node, Origin, SourceId, Value};

fn gather(texts: &[(&str, &str)], whole: bool) -> Collected {
    let mut files: Vec<_> = texts
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
    let paths = files.iter().map(|it| it.path.clone()).collect();
    let target = Target { paths, files, whole_repository: whole, ..Target::default() };
    let files: Vec<_> = target.files.iter().collect();
    collect(&target, &files)
}

fn of(text: &str, kind: EvidenceKind) -> Vec<Evidence> {
    gather(&[("a.yaml", text)], true).evidence.into_iter().filter(|it| it.kind == kind).collect()
}

fn fact<'a>(evidence: &'a Evidence, path: &str) -> Option<&'a Node> {
    evidence.facts.dotted(path)
}

fn text(evidence: &Evidence, path: &str) -> Option<String> {
    fact(evidence, path)?.scalar_text()
}

const POD: &str = "apiVersion: v1
kind: Pod
metadata: {name: web, labels: {app: web}}
spec:
  securityContext: {runAsUser: 1000, runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
  hostPID: true
  volumes: [{name: s, hostPath: {path: /var/run/docker.sock}}]
  initContainers:
    - {name: init, image: 'busybox:1.36@sha256:ab'}
  containers:
    - name: web
      image: ghcr.io/a/b:$TAG
      securityContext: {runAsUser: 0, capabilities: {add: [cap_net_admin], drop: [ALL]}}
      volumeMounts: [{name: s, mountPath: /s}]
      ports: [{containerPort: 80, hostPort: 8080}]
      env: [{name: A, value: b}, {name: C, valueFrom: {secretKeyRef: {name: x, key: y}}}]
      resources: {limits: {cpu: 1, memory: 64Mi}, requests: {cpu: 100m}}
";

#[test]
fn a_container_overrides_its_pod_and_defaults_are_marked() {
    let workloads = of(POD, EvidenceKind::Workload);
    assert_eq!(workloads.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["web", "web/init"]);
    let web = &workloads[0];
    assert_eq!(text(web, "user").as_deref(), Some("0"));
    assert_eq!(text(&workloads[1], "user").as_deref(), Some("1000"));
    assert_eq!(text(web, "run_as_non_root").as_deref(), Some("true"));
    assert_eq!(fact(web, "privileged").map(|it| it.origin), Some(Origin::Default));
    assert_eq!(text(web, "host_pid").as_deref(), Some("true"));
    assert_eq!(text(web, "added_capabilities.0").as_deref(), Some("NET_ADMIN"));
    assert_eq!(text(web, "mounts.0.source").as_deref(), Some("/var/run/docker.sock"));
    assert_eq!(text(web, "ports.0.host_ip").as_deref(), Some("0.0.0.0"));
    assert_eq!(text(web, "env.1.from").as_deref(), Some("secret"));
    assert_eq!(text(web, "memory_request").as_deref(), Some("64Mi"));
    assert_eq!(text(web, "image_registry").as_deref(), Some("ghcr.io"));
    assert!(fact(web, "image_tag").is_some_and(|it| it.as_unresolved().is_some()));
    assert_eq!(text(&workloads[1], "image_digest").as_deref(), Some("sha256:ab"));
    assert_eq!(POD.get(web.span_at(&["read_only_root", "x"]).range()), Some("web"));
    assert_eq!(POD.get(web.span_at(&["user"]).range()), Some("0"));
}

#[test]
fn every_kind_with_a_template_is_a_workload() {
    for (kind, body) in [
        ("batch/v1\nkind: CronJob", "jobTemplate: {spec: {template: {spec: {containers: [{name: a}]}}}}"),
        ("apps/v1\nkind: DaemonSet", "template: {spec: {containers: [{name: a}]}}"),
        ("batch/v1\nkind: Job", "template: {spec: {containers: [{name: a}]}}"),
    ] {
        let workloads =
            of(&format!("apiVersion: {kind}\nmetadata: {{name: x}}\nspec: {{{body}}}\n"), EvidenceKind::Workload);
        assert_eq!(workloads.len(), 1, "{kind}");
        assert_eq!(workloads[0].name, "x");
    }
}

#[test]
fn json_objects_may_follow_one_another_and_half_a_template_says_nothing() {
    let object = |name: &str| {
        format!(
            r#"{{"kind": "Pod", "apiVersion": "v1", "metadata": {{"name": "{name}"}}, "spec": {{"containers": [{{"name": "c"}}]}}}}"#
        )
    };
    let two = format!("{}\n{}\n", object("a"), object("b"));
    let pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: c}\nspec:\n  containers:\n    - name: c\n      image: ";
    let half = format!("{pod}{{{{ image }}}}-1\n");
    let alert = format!("{pod}'{{{{ $labels.pod }}}}'\n      image: x\n");
    let collected = gather(&[("a.json", &two), ("half.yaml", &half), ("whole.yaml", &alert)], false);
    let names: Vec<_> =
        collected.evidence.iter().filter(|it| it.kind == EvidenceKind::Resource).map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["a", "b", "c"]);
    let statuses: Vec<_> = collected.readings.iter().map(|it| it.status).collect();
    assert_eq!(statuses, [FileStatus::Collected, FileStatus::Skipped, FileStatus::Partly]);
}

#[test]
fn lists_json_and_many_documents_are_taken_apart() {
    let list = r#"{"apiVersion": "v1", "kind": "List", "items": [{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"},
        "spec": {"containers": [{"name": "a"}, {"name": "b"}]}}]}"#;
    let collected = gather(
        &[
            ("a.json", list),
            (
                "b.yaml",
                "---\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: c}]}\n---\nfoo: 1\n",
            ),
        ],
        true,
    );
    let workloads: Vec<_> =
        collected.evidence.iter().filter(|it| it.kind == EvidenceKind::Workload).map(|it| it.id.as_str()).collect();
    assert_eq!(
        workloads,
        ["kubernetes:a.json#Pod/default/a/a", "kubernetes:a.json#Pod/default/a/b", "kubernetes:b.yaml#Pod/default/p/c"]
    );
}

#[test]
fn objects_of_other_files_are_joined() {
    let others = "apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: n}
spec: {podSelector: {matchExpressions: [{key: app, operator: In, values: [web]}]}}
---
apiVersion: v1
kind: Service
metadata: {name: s}
spec: {selector: {app: web}}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: default}
automountServiceAccountToken: false
";
    let collected = gather(&[("a.yaml", POD), ("b.yaml", others)], false);
    let web = collected.evidence.iter().find(|it| it.name == "web" && it.kind == EvidenceKind::Workload).expect("web");
    assert_eq!(text(web, "covered_by_network_policy").as_deref(), Some("true"));
    assert_eq!(text(web, "behind_service").as_deref(), Some("true"));
    assert_eq!(text(web, "automount_service_account_token").as_deref(), Some("false"));
    assert!(fact(web, "covered_by_disruption_budget").is_some_and(|it| it.as_unresolved().is_some()));
}

#[test]
fn rules_and_bindings_are_grants() {
    let grants = of(
        "apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: r}
rules: [{apiGroups: [''], resources: [secrets], verbs: ['*']}, {nonResourceURLs: [/x], verbs: [get]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: b, namespace: n}
roleRef: {kind: ClusterRole, name: cluster-admin}
subjects: [{kind: ServiceAccount, name: a}, {kind: Group, name: 'system:masters'}]
",
        EvidenceKind::Grant,
    );
    assert_eq!(grants.len(), 3);
    assert_eq!(text(&grants[0], "actions.0").as_deref(), Some("*"));
    assert_eq!(text(&grants[2], "role").as_deref(), Some("cluster-admin"));
    assert_eq!(text(&grants[2], "principals.0").as_deref(), Some("ServiceAccount:n/a"));
    assert_eq!(text(&grants[2], "principal_types.1").as_deref(), Some("group"));
}

#[test]
fn what_a_secret_holds_is_not_shown() {
    let secrets = of(
        "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ndata: {a: aGVsbG8=, b: ''}\nstringData: {c: '<fill in>', d: '${D}'}\n",
        EvidenceKind::Secret,
    );
    let values: Vec<_> =
        fact(&secrets[0], "entries").map(Node::items).unwrap_or_default().iter().map(|it| it.get("value")).collect();
    assert_eq!(values.len(), 3);
    assert_eq!(values[0].map(|it| &it.value), Some(&Value::Redacted));
    assert_eq!(values[1], None);
    assert_eq!(values[2], None);
    let bare = of("apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {a: b}\n", EvidenceKind::Resource);
    let told: Vec<_> = bare[0].facts.entries().iter().map(|it| &*it.name).collect();
    assert_eq!(told, ["kind", "api_version", "namespace"], "where it lies, and nothing that it holds");
}

#[test]
fn templates_overlays_and_patches_are_skipped_with_a_reason() {
    let collected = gather(
        &[
            ("c/Chart.yaml", "apiVersion: v2\nname: c\n"),
            ("c/templates/x.yaml", "apiVersion: v1\nkind: Pod\n"),
            ("k/kustomization.yaml", "patches: [{path: ./p.yaml}]\n"),
            ("k/p.yaml", "apiVersion: v1\nkind: Pod\nspec: {containers: [{name: a}]}\n"),
            ("x.yaml", "apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Values.name }}\n"),
            ("alert.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: '{{ $labels.pod }}'}\n"),
        ],
        true,
    );
    let statuses: Vec<_> = collected.readings.iter().map(|it| it.status).collect();
    assert_eq!(statuses.iter().filter(|it| **it == FileStatus::Skipped).count(), 5);
    assert_eq!(statuses.iter().filter(|it| **it == FileStatus::Collected).count(), 1);
}

#[test]
fn hosts_without_a_certificate_are_not_encrypted() {
    let ingress = |spec: &str| {
        let text = format!("apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {{name: i}}\nspec: {spec}\n");
        of(&text, EvidenceKind::Endpoint).first().and_then(|it| text_of(it, "tls"))
    };
    fn text_of(evidence: &Evidence, path: &str) -> Option<String> {
        text(evidence, path)
    }
    assert_eq!(ingress("{rules: [{host: a.b.c}]}").as_deref(), Some("false"));
    assert_eq!(ingress("{rules: [{host: a.b.c}], tls: [{hosts: ['*.b.c']}]}").as_deref(), Some("true"));
    assert_eq!(ingress("{rules: [{host: a.b.c}, {host: d}], tls: [{hosts: [a.b.c]}]}").as_deref(), Some("false"));
    assert_eq!(ingress("{rules: [{host: a.b.c}], tls: [{secretName: x}]}").as_deref(), Some("true"));
}

#[test]
fn text_that_is_no_manifest_is_not_recognised() {
    assert!(recognises("apiVersion: v1\nkind: Pod"));
    assert!(recognises("{\"apiVersion\":\"v1\",\"kind\": \"Pod\"}"));
    assert!(!recognises("# see apiVersion and kind\nversion: 1"));
}

#[test]
fn network_policies_are_openings() {
    let rules = of(
        "apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: n}
spec:
  ingress:
    - {from: [{ipBlock: {cidr: 0.0.0.0/0}}, {podSelector: {}}], ports: [{port: 22}, {port: 8000, endPort: 9000, protocol: UDP}]}
    - {}
  egress: [{ports: [{port: dns}]}]
",
        EvidenceKind::NetworkRule,
    );
    let facts = |at: usize| {
        ["direction", "protocol", "from_port", "to_port"].map(|it| text(&rules[at], it).unwrap_or_default())
    };
    assert_eq!(rules.len(), 4);
    assert_eq!(facts(0), ["ingress", "tcp", "22", "22"]);
    assert_eq!(text(&rules[0], "sources.0").as_deref(), Some("0.0.0.0/0"));
    assert_eq!(text(&rules[0], "peer_groups.0").as_deref(), Some("pods"));
    assert_eq!(facts(1), ["ingress", "udp", "8000", "9000"]);
    assert_eq!(facts(2), ["ingress", "all", "0", "65535"]);
    assert_eq!(text(&rules[2], "peer_groups.0").as_deref(), Some("*"));
    assert_eq!(facts(3), ["egress", "tcp", "", ""]);
}

#[test]
fn load_balancers_speak_what_their_ports_say() {
    let tls = |annotations: &str, ports: &str| {
        let text = format!(
            "apiVersion: v1\nkind: Service\nmetadata: {{name: s, annotations: {{{annotations}}}}}\nspec: {{type: LoadBalancer, ports: [{ports}]}}\n"
        );
        of(&text, EvidenceKind::Endpoint).first().and_then(|it| text_at(it, "tls"))
    };
    fn text_at(evidence: &Evidence, path: &str) -> Option<String> {
        text(evidence, path)
    }
    assert_eq!(tls("", "{port: 80}").as_deref(), Some("false"));
    assert_eq!(tls("", "{port: 80}, {port: 443}").as_deref(), Some("true"));
    assert_eq!(tls("", "{port: 9999, name: http-web}").as_deref(), Some("false"));
    assert_eq!(tls("", "{port: 5432}"), None);
    assert_eq!(tls("'networking.gke.io/load-balancer-type': Internal", "{port: 80}"), None);
    assert_eq!(
        tls("'service.beta.kubernetes.io/aws-load-balancer-ssl-cert': x", "{port: 80}").as_deref(),
        Some("true")
    );
}

#[test]
fn a_limit_range_fills_in_what_containers_of_its_namespace_leave_open() {
    let range = "apiVersion: v1\nkind: LimitRange\nmetadata: {name: r, namespace: a}\nspec:\n  limits:\n    - type: Pod\n      max: {cpu: 9}\n    \
                 - type: Container\n      default: {memory: 512Mi}\n      defaultRequest: {memory: 256Mi}\n      max: {cpu: 2}\n";
    let pod = |namespace: &str| {
        format!(
            "{range}---\napiVersion: v1\nkind: Pod\nmetadata: {{name: p, namespace: {namespace}}}\nspec:\n  containers:\n    \
             - {{name: a}}\n    - {{name: b, resources: {{limits: {{memory: 1Gi}}}}}}\n"
        )
    };
    let facts = |namespace: &str| -> Vec<Option<String>> {
        let all = of(&pod(namespace), EvidenceKind::Workload);
        ["memory_limit", "memory_request", "cpu_limit", "cpu_request"]
            .iter()
            .flat_map(|it| all.iter().map(|workload| text(workload, it)).collect::<Vec<_>>())
            .collect()
    };
    let some = |it: &str| Some(it.to_owned());
    let expected = [some("512Mi"), some("1Gi"), some("256Mi"), some("1Gi"), some("2"), some("2"), some("2"), some("2")];
    assert_eq!(facts("a"), expected);
    assert_eq!(facts("b"), [None, some("1Gi"), None, some("1Gi"), None, None, None, None]);
}

#[test]
fn profiles_come_from_annotations_of_containers_and_windows_has_none() {
    let pod = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\n  annotations:\n    \
               container.apparmor.security.beta.kubernetes.io/a: unconfined\n    \
               container.seccomp.security.alpha.kubernetes.io/a: runtime/default\nspec:\n  containers: [{name: a}]\n";
    let linux = &of(pod, EvidenceKind::Workload)[0];
    assert_eq!(text(linux, "apparmor").as_deref(), Some("Unconfined"));
    assert_eq!(text(linux, "seccomp").as_deref(), Some("RuntimeDefault"));
    let pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  nodeSelector: {kubernetes.io/os: windows}\n  \
               containers: [{name: a, securityContext: {windowsOptions: {runAsUserName: app}}}]\n";
    let windows = &of(pod, EvidenceKind::Workload)[0];
    assert_eq!(text(windows, "os").as_deref(), Some("windows"));
    assert_eq!(text(windows, "user").as_deref(), Some("app"));
    assert!(["privileged", "seccomp", "read_only_root"].iter().all(|it| fact(windows, it).is_none()));
}

#[test]
fn policies_of_other_makers_cover_or_leave_open() {
    let covered = |policy: &str| {
        let text = format!(
            "apiVersion: v1\nkind: Pod\nmetadata: {{name: p, labels: {{app: a}}}}\nspec: {{containers: [{{name: a}}]}}\n---\n{policy}"
        );
        let workload = of(&text, EvidenceKind::Workload).remove(0);
        fact(&workload, "covered_by_network_policy").map(|it| it.value.clone())
    };
    let cilium = |app: &str| {
        format!(
            "apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {{name: c}}\nspec: {{endpointSelector: {{matchLabels: {{app: {app}}}}}}}\n"
        )
    };
    assert_eq!(covered(&cilium("a")), Some(Value::Bool(true)));
    assert_eq!(covered(&cilium("b")), Some(Value::Bool(false)));
    let calico =
        "apiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: {name: c}\nspec: {selector: app == 'a'}\n";
    assert!(matches!(covered(calico), Some(Value::Unresolved(_))));
}

#[test]
fn knative_and_openshift_run_workloads() {
    let body = "spec: {template: {spec: {containers: [{image: a}]}}}";
    for (version, kind) in [("serving.knative.dev/v1", "Service"), ("apps.openshift.io/v1", "DeploymentConfig")] {
        let text = format!("apiVersion: {version}\nkind: {kind}\nmetadata: {{name: a}}\n{body}\n");
        assert_eq!(of(&text, EvidenceKind::Workload).len(), 1, "{kind}");
    }
    assert_eq!(
        of(&format!("apiVersion: v1\nkind: Service\nmetadata: {{name: a}}\n{body}\n"), EvidenceKind::Workload),
        []
    );
}
