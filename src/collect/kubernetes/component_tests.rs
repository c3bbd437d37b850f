//! What the components of a self-managed cluster are started with.

use super::super::collector::rendered;
use crate::collect::target::SourceFile;
use crate::model::{Evidence, EvidenceKind, SourceId};
use crate::syntax::yaml;

fn components(text: &str) -> Vec<Evidence> {
    let file = SourceFile { id: SourceId(0), path: "a.yaml".into(), text: text.into(), collectors: Vec::new() };
    let documents = yaml::parse(file.id, text).documents.into_iter().map(|it| (&file, it)).collect();
    rendered("kubernetes", documents, true).into_iter().filter(|it| it.kind == EvidenceKind::Cluster).collect()
}

fn pod(container: &str) -> Vec<Evidence> {
    let head = "apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: kube-system}\nspec:\n  containers:\n    - ";
    components(&format!("{head}{container}\n"))
}

/// The flag's value; `?` where nobody can tell it here.
fn flag(evidence: &Evidence, name: &str) -> Option<String> {
    let node = evidence.facts.get("flags")?.get(name)?;
    Some(if node.as_unresolved().is_some() { "?".to_owned() } else { node.scalar_text()? })
}

fn component(evidence: &Evidence) -> Option<&str> {
    evidence.facts.get("component")?.as_str()
}

#[test]
fn flags_are_read_however_they_are_written() {
    for container in [
        "{name: s, command: [kube-apiserver, --anonymous-auth=false, --profiling, --v=2]}",
        "{name: s, command: [/usr/local/bin/kube-apiserver], args: [--anonymous-auth, 'false', --profiling]}",
        "{name: s, command: [sh, -c, 'exec kube-apiserver --anonymous-auth=true --anonymous-auth=\"false\" --profiling']}",
        "{name: s, image: 'registry.k8s.io/kube-apiserver:v1.33.0', args: [--anonymous-auth=false, --profiling=true]}",
    ] {
        let found = pod(container);
        let [server] = found.as_slice() else { panic!("{container}: {found:#?}") };
        assert_eq!(component(server), Some("kube-apiserver"), "{container}");
        assert_eq!(flag(server, "anonymous-auth").as_deref(), Some("false"), "{container}");
        assert_eq!(flag(server, "profiling").as_deref(), Some("true"), "{container}");
        assert_eq!(flag(server, "v"), None, "{container}: no control bears on it");
    }
}

#[test]
fn other_programs_are_no_components() {
    for container in [
        "{name: kubelet, image: 'example.com/kubelet-exporter:1.0', args: [--anonymous-auth=false]}",
        "{name: etcd, image: 'quay.io/coreos/etcd:v3.5.0'}",
        "{name: etcd, image: 'quay.io/coreos/etcd:v3.5.0', command: [etcdctl, --cert-file=/c]}",
        "{name: a, command: [tool, --watch, kube-apiserver]}",
        "{name: a, command: [tool, -topo, etcd]}",
        "{name: a, command: [sh, -c, 'tool -topo etcd -port 80']}",
    ] {
        assert_eq!(pod(container).len(), 0, "{container}");
    }
}

#[test]
fn what_another_file_may_set_is_open() {
    let found = pod("{name: k, command: [kubelet, --config=/etc/kubelet.yaml, --read-only-port=0]}");
    assert_eq!(flag(&found[0], "anonymous-auth").as_deref(), Some("?"));
    assert_eq!(flag(&found[0], "read-only-port").as_deref(), Some("0"));
    let found = pod("{name: s, command: [kube-apiserver, --authorization-config=/etc/authorization.yaml]}");
    assert_eq!(flag(&found[0], "authorization-mode").as_deref(), Some("?"));
    assert_eq!(flag(&found[0], "anonymous-auth"), None);
    let found = pod("{name: s, command: [kube-apiserver, '--anonymous-auth=${ANONYMOUS}']}");
    assert_eq!(flag(&found[0], "anonymous-auth").as_deref(), Some("?"));
}

#[test]
fn etcd_takes_flags_from_its_environment() {
    let found =
        pod("{name: e, command: [etcd, --key-file=/k], env: [{name: ETCD_CERT_FILE, value: /c}, {name: A, value: b}]}");
    assert_eq!(component(&found[0]), Some("etcd"));
    assert_eq!(flag(&found[0], "cert-file").as_deref(), Some("/c"));
    assert_eq!(flag(&found[0], "key-file").as_deref(), Some("/k"));
}

#[test]
fn secrets_are_encrypted_where_a_provider_is_named() {
    let encrypted = |container: &str| pod(container)[0].facts.get("secrets_encrypted").and_then(|it| it.as_bool());
    assert_eq!(encrypted("{name: s, command: [kube-apiserver, --encryption-provider-config=/e]}"), Some(true));
    assert_eq!(encrypted("{name: s, command: [kube-apiserver]}"), Some(false));
    assert_eq!(encrypted("{name: e, command: [etcd]}"), None);
}

#[test]
fn the_kubelets_file_says_what_its_flags_would() {
    let found = components(
        "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nauthentication: {anonymous: {enabled: true}}
tlsCipherSuites: [TLS_A, TLS_B]\nfeatureGates: {RotateKubeletServerCertificate: false}\n",
    );
    let stated = |name| flag(&found[0], name);
    assert_eq!(stated("anonymous-auth").as_deref(), Some("true"));
    assert_eq!(stated("tls-cipher-suites").as_deref(), Some("TLS_A,TLS_B"));
    assert_eq!(stated("feature-gates").as_deref(), Some("RotateKubeletServerCertificate=false"));
    assert_eq!(stated("read-only-port").as_deref(), Some("0"), "the file's default differs from the flag's");
    assert_eq!(stated("tls-cert-file"), None);
}

#[test]
fn kubeadm_adds_to_what_it_sets_itself() {
    let head = "apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\n";
    for arguments in [
        "{profiling: 'false', authorization-mode: RBAC}",
        "[{name: profiling, value: 'false'}, {name: authorization-mode, value: RBAC}]",
    ] {
        let found = components(&format!("{head}apiServer: {{extraArgs: {arguments}}}\n"));
        let names: Vec<_> = found.iter().filter_map(component).collect();
        assert_eq!(names, ["kube-apiserver", "kube-controller-manager", "kube-scheduler", "etcd"]);
        assert_eq!(flag(&found[0], "profiling").as_deref(), Some("false"));
        assert_eq!(flag(&found[0], "authorization-mode").as_deref(), Some("RBAC"));
        assert_eq!(flag(&found[0], "enable-admission-plugins").as_deref(), Some("NodeRestriction"));
        assert_eq!(flag(&found[3], "client-cert-auth").as_deref(), Some("true"));
    }
    let found = components(&format!("{head}etcd: {{external: {{endpoints: [https://e], caFile: /ca}}}}\n"));
    assert_eq!(found.len(), 3, "the etcd of somebody else is not judged");
    assert_eq!(flag(&found[0], "etcd-cafile").as_deref(), Some("/ca"));
    assert_eq!(flag(&found[0], "etcd-certfile"), None);
}
