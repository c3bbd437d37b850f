//! What Helm gives to templates beside the values: the release, the chart, its files, and what the cluster can do.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use globset::GlobBuilder;

use crate::collect::base64;
use crate::model::{Cause, Node, Shape, SourceId, Span};

use super::chart::Chart;
use super::functions;
use super::language::call::text;
use super::language::fault::Fault;
use super::language::text::{Builder, Ground, Link, Open, Text};
use super::language::value::{Kind, Object, Value};
use super::values::place;

/// The release that a chart is rendered for, where nobody says otherwise.
pub(super) const RELEASE: &str = "release-name";
pub(super) const NAMESPACE: &str = "default";
/// The version of Kubernetes that a chart is rendered for, where nobody says otherwise.
pub(super) const KUBERNETES: &str = "v1.33.0";

pub(super) fn release() -> Value {
    Value::map([
        ("Name", Value::from(RELEASE)),
        ("Namespace", Value::from(NAMESPACE)),
        ("Service", Value::from("Helm")),
        ("IsInstall", Value::from(true)),
        ("IsUpgrade", Value::from(false)),
        ("Revision", Value::from(1)),
    ])
}

/// `.Chart`: what `Chart.yaml` says, by the names that Go has for it.
pub(super) fn about(chart: &Chart<'_>, name: &str, is_root: bool) -> Value {
    let fields = chart.metadata.entries().iter().map(|it| {
        let written = chart.about.text.get(it.node.span.range()).unwrap_or_default();
        let value = match it.node.scalar_text() {
            // Versions are texts, whatever they look like.
            Some(text) if it.node.as_bool().is_none() => {
                let text = if it.node.as_str().is_some() { text } else { written.to_owned() };
                Value::from(Text::from_place(text, place(&it.node).as_ref()))
            }
            _ => by_go_names(&it.node, &chart.about.text, &*it.name == "annotations"),
        };
        (go_name(&it.name), value)
    });
    let about = Value::map(fields);
    if let Kind::Map(map) = &about.kind {
        map.set("Name", map.get("Name").filter(|_| *name == chart.name()).unwrap_or_else(|| Value::from(name)));
        map.set("IsRoot", Value::from(is_root));
        for absent in ["AppVersion", "Version", "Description", "KubeVersion", "Home", "Type", "Icon"] {
            if !map.has(absent) {
                map.set(absent, Value::from(""));
            }
        }
    }
    about
}

fn by_go_names(node: &Node, text: &str, keeps_names: bool) -> Value {
    match &node.value {
        crate::model::Value::Map(map) if !keeps_names => {
            Value::map(map.entries.iter().map(|it| (go_name(&it.name), by_go_names(&it.node, text, false))))
        }
        crate::model::Value::List(items) => Value::list(items.iter().map(|it| by_go_names(it, text, false)).collect()),
        _ => super::language::nodes::value(node, text, &place),
    }
}

/// `appVersion` is `AppVersion`, `apiVersion` is `APIVersion`, `url` is `URL`.
fn go_name(name: &str) -> String {
    match name {
        "apiVersion" => "APIVersion".to_owned(),
        "url" => "URL".to_owned(),
        "import-values" => "ImportValues".to_owned(),
        _ => name.chars().take(1).flat_map(char::to_uppercase).chain(name.chars().skip(1)).collect(),
    }
}

/// `.Capabilities` of a cluster of that version, with APIs of others.
pub(super) fn capabilities(kubernetes: &str, others: &[String]) -> Value {
    Value::map([
        ("KubeVersion", Value::new(Kind::Object(Rc::new(KubernetesVersion { version: kubernetes.to_owned() })))),
        ("APIVersions", Value::new(Kind::Object(Rc::new(ApiVersions { others: others.to_vec() })))),
        (
            "HelmVersion",
            Value::map([
                ("Version", Value::from("v3.18.0")),
                ("GitCommit", Value::from("")),
                ("GitTreeState", Value::from("clean")),
                ("GoVersion", Value::from("go1.24")),
            ]),
        ),
    ])
}

#[derive(Debug)]
struct KubernetesVersion {
    version: String,
}

impl Object for KubernetesVersion {
    fn text(&self) -> String {
        self.version.clone()
    }

    fn field(&self, name: &str) -> Option<Value> {
        let mut parts = self.version.trim_start_matches('v').split('.');
        match name {
            "Version" | "GitVersion" | "String" => Some(Value::from(self.version.as_str())),
            "Major" => Some(Value::from(parts.next().unwrap_or_default())),
            "Minor" => Some(Value::from(parts.nth(1).unwrap_or_default())),
            _ => None,
        }
    }

    fn call(&self, _: &str, _: &[Value]) -> Option<Result<Value, Fault>> {
        None
    }

    fn entries(&self) -> Vec<(Rc<str>, Value)> {
        Vec::new()
    }
}

/// The groups and versions that every cluster has, and that Helm takes for given where it sees no cluster.
const API_VERSIONS: &[&str] = &[
    "admissionregistration.k8s.io/v1",
    "admissionregistration.k8s.io/v1alpha1",
    "admissionregistration.k8s.io/v1beta1",
    "apiextensions.k8s.io/v1",
    "apiextensions.k8s.io/v1beta1",
    "apps/v1",
    "apps/v1beta1",
    "apps/v1beta2",
    "authentication.k8s.io/v1",
    "authentication.k8s.io/v1beta1",
    "authorization.k8s.io/v1",
    "authorization.k8s.io/v1beta1",
    "autoscaling/v1",
    "autoscaling/v2",
    "autoscaling/v2beta1",
    "autoscaling/v2beta2",
    "batch/v1",
    "batch/v1beta1",
    "certificates.k8s.io/v1",
    "certificates.k8s.io/v1beta1",
    "coordination.k8s.io/v1",
    "coordination.k8s.io/v1beta1",
    "discovery.k8s.io/v1",
    "discovery.k8s.io/v1beta1",
    "events.k8s.io/v1",
    "events.k8s.io/v1beta1",
    "extensions/v1beta1",
    "flowcontrol.apiserver.k8s.io/v1",
    "flowcontrol.apiserver.k8s.io/v1beta1",
    "flowcontrol.apiserver.k8s.io/v1beta2",
    "flowcontrol.apiserver.k8s.io/v1beta3",
    "networking.k8s.io/v1",
    "networking.k8s.io/v1beta1",
    "node.k8s.io/v1",
    "node.k8s.io/v1beta1",
    "policy/v1",
    "policy/v1beta1",
    "rbac.authorization.k8s.io/v1",
    "rbac.authorization.k8s.io/v1alpha1",
    "rbac.authorization.k8s.io/v1beta1",
    "scheduling.k8s.io/v1",
    "scheduling.k8s.io/v1alpha1",
    "scheduling.k8s.io/v1beta1",
    "storage.k8s.io/v1",
    "storage.k8s.io/v1alpha1",
    "storage.k8s.io/v1beta1",
    "v1",
];

#[derive(Debug)]
struct ApiVersions {
    /// Those that a person named.
    others: Vec<String>,
}

impl ApiVersions {
    fn all(&self) -> impl Iterator<Item = &str> {
        API_VERSIONS.iter().copied().chain(self.others.iter().map(String::as_str))
    }
}

impl Object for ApiVersions {
    fn text(&self) -> String {
        format!("[{}]", self.all().collect::<Vec<_>>().join(" "))
    }

    fn field(&self, _: &str) -> Option<Value> {
        None
    }

    fn call(&self, name: &str, arguments: &[Value]) -> Option<Result<Value, Fault>> {
        (name == "Has").then(|| Ok(Value::from(self.all().any(|it| it == text(arguments, 0).as_str()))))
    }

    fn entries(&self) -> Vec<(Rc<str>, Value)> {
        self.all().enumerate().map(|(at, it)| (Rc::from(at.to_string()), Value::from(it))).collect()
    }
}

/// `.Files`: the files of the chart that are no templates.
#[derive(Debug)]
pub(super) struct Files {
    /// By path within the chart; the text where the file was read.
    files: BTreeMap<Rc<str>, Option<(SourceId, Arc<str>)>>,
}

impl Files {
    pub(super) fn of(chart: &Chart<'_>) -> Value {
        let files =
            chart.files.iter().map(|(path, file)| (Rc::from(path.as_str()), file.map(|it| (it.id, it.text.clone()))));
        Value::new(Kind::Object(Rc::new(Self { files: files.collect() })))
    }

    /// The text of a file; nothing of a file that is not there, and an open value of one that was not read.
    fn content(&self, path: &str) -> Value {
        match self.files.get(path) {
            None => Value::from(""),
            Some(Some((source, text))) => written(*source, text),
            Some(None) => {
                let cause = Cause::OutOfScope(format!("the content of {path}, which no collector reads"));
                Value::open(Open { cause, place: None, shape: Shape::Any })
            }
        }
    }

    fn table(&self, change: impl Fn(Value) -> Value) -> Result<Value, Fault> {
        let name = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
        let table = Value::map(self.files.keys().map(|it| (name(it), change(self.content(it)))));
        functions::to_yaml(&table)
    }
}

/// A file's text, each line at its place.
fn written(source: SourceId, text: &str) -> Value {
    let mut builder = Builder::default();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        builder.push_from(line, &Link::new(Span::new(source, at..at + line.len()), Ground::Values), true);
        at += line.len();
    }
    Value::from(builder.finish())
}

impl Object for Files {
    fn text(&self) -> String {
        String::new()
    }

    fn field(&self, _: &str) -> Option<Value> {
        None
    }

    fn call(&self, name: &str, arguments: &[Value]) -> Option<Result<Value, Fault>> {
        let path = text(arguments, 0);
        match name {
            "Get" | "GetBytes" => Some(Ok(self.content(path.as_str()))),
            "Glob" => {
                let glob = GlobBuilder::new(path.as_str()).literal_separator(true).build().ok()?.compile_matcher();
                let files = self.files.iter().filter(|it| glob.is_match(&**it.0));
                let files = files.map(|(path, file)| (path.clone(), file.clone())).collect();
                Some(Ok(Value::new(Kind::Object(Rc::new(Self { files })))))
            }
            "Lines" => {
                let content = self.content(path.as_str()).print();
                Some(Ok(Value::list(content.as_str().lines().map(|it| content.part(it).into()).collect())))
            }
            "AsConfig" => Some(self.table(|it| it)),
            "AsSecrets" => Some(self.table(|it| match it.unknown() {
                Some(_) => it,
                None => {
                    let text = it.print();
                    text.made(base64::encode(text.as_str().as_bytes())).into()
                }
            })),
            _ => None,
        }
    }

    fn entries(&self) -> Vec<(Rc<str>, Value)> {
        self.files.keys().map(|it| (it.clone(), self.content(it))).collect()
    }
}
