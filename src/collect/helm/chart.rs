//! Charts as they lie on disk: what is in their folders, and which chart is part of which.

use std::collections::BTreeMap;

use camino::{Utf8Path, Utf8PathBuf};

use super::ignores::Ignores;
use crate::collect::below;
use crate::collect::target::{SourceFile, Target};
use crate::model::{Node, Problem};
use crate::syntax::yaml;

/// A chart, with the charts in its `charts` folder.
#[derive(Debug)]
pub(super) struct Chart<'a> {
    pub(super) folder: Utf8PathBuf,
    pub(super) about: &'a SourceFile,
    /// What `Chart.yaml` says.
    pub(super) metadata: Node,
    pub(super) dependencies: Vec<Dependency>,
    pub(super) values: Option<&'a SourceFile>,
    /// The files below `templates`, by path.
    pub(super) templates: Vec<&'a SourceFile>,
    /// Every other file of the chart, which its templates may read: the path within the chart, and the file where it
    /// was read.
    pub(super) files: Vec<(String, Option<&'a SourceFile>)>,
    /// What says which files are no part of the chart.
    pub(super) ignores: Option<&'a SourceFile>,
    /// Templates that it names.
    pub(super) left_out: Vec<&'a SourceFile>,
    pub(super) subcharts: Vec<Chart<'a>>,
    pub(super) problems: Vec<Problem>,
}

/// A chart that another one is built on.
#[derive(Clone, Debug)]
pub(super) struct Dependency {
    pub(super) name: String,
    pub(super) alias: Option<String>,
    /// Paths of values, the first boolean among which decides.
    pub(super) condition: String,
    pub(super) tags: Vec<String>,
    /// From which table of the dependency's values to which of the chart's own.
    pub(super) imports: Vec<(String, String)>,
    /// Where it lies on disk, seen from the chart, where `repository` says so: `../common`.
    path: Option<String>,
    pub(super) node: Node,
}

pub(super) const ABOUT: &str = "Chart.yaml";
pub(super) const REQUIREMENTS: &str = "requirements.yaml";
pub(super) const IGNORES: &str = ".helmignore";
pub(super) const VALUES: &str = "values.yaml";

/// The charts that are part of no other.
pub(super) fn charts<'a>(target: &'a Target) -> Vec<Chart<'a>> {
    let about: BTreeMap<&Utf8Path, &SourceFile> = target
        .files
        .iter()
        .filter(|it| it.path.file_name() == Some(ABOUT))
        .filter_map(|it| Some((it.path.parent()?, it)))
        .collect();
    let is_root = |folder: &Utf8Path| {
        let charts = folder.parent().filter(|it| it.file_name() == Some("charts"));
        charts.and_then(Utf8Path::parent).is_none_or(|it| !about.contains_key(it))
    };
    let roots = about.keys().filter(|it| is_root(it));
    roots.filter_map(|it| chart(target, &about, it, 0)).collect()
}

/// How deep charts may lie within one another.
const DEPTH: usize = 16;

fn chart<'a>(
    target: &'a Target,
    about: &BTreeMap<&Utf8Path, &'a SourceFile>,
    folder: &Utf8Path,
    depth: usize,
) -> Option<Chart<'a>> {
    let file = about.get(folder).copied().filter(|_| depth < DEPTH)?;
    let parsed = yaml::parse(file.id, &file.text);
    let metadata = parsed
        .documents
        .into_iter()
        .next()
        .unwrap_or_else(|| Node::new(crate::model::Value::Null, crate::model::Span::start_of(file.id)));
    let mut problems = parsed.problems;
    let mut declared: Vec<Dependency> = listed(&metadata);
    if let Some(requirements) = target.file(&folder.join(REQUIREMENTS)) {
        let parsed = yaml::parse(requirements.id, &requirements.text);
        problems.extend(parsed.problems);
        declared.extend(parsed.documents.iter().flat_map(listed));
    }
    let within = folder.join("charts");
    let nested = about.keys().filter(|it| it.parent() == Some(&within));
    let mut subcharts: Vec<Chart> = nested.filter_map(|it| chart(target, about, it, depth + 1)).collect();
    for path in declared.iter().filter_map(|it| it.path.as_deref()) {
        let beside = below::joined(folder, path).filter(|it| *it != folder);
        let found = beside.and_then(|it| chart(target, about, &it, depth + 1));
        subcharts.extend(found.filter(|found| subcharts.iter().all(|it| it.name() != found.name())));
    }
    let ignores = target.file(&folder.join(IGNORES));
    let rules = Ignores::read(ignores.map_or("", |it| &it.text));
    let mut templates = Vec::new();
    let mut left_out = Vec::new();
    let mut files = Vec::new();
    for path in below(target, folder) {
        let Ok(inner) = path.strip_prefix(folder) else { continue };
        let is_out = rules.leave_out(inner);
        match inner.components().next().map(|it| it.as_str()) {
            Some("templates") if is_out => left_out.extend(target.file(path)),
            Some("templates") => templates.extend(target.file(path)),
            Some("charts" | ABOUT | VALUES | IGNORES | "Chart.lock" | REQUIREMENTS) | None => {}
            Some(_) if is_out => {}
            Some(_) => files.push((inner.as_str().to_owned(), target.file(path))),
        }
    }
    Some(Chart {
        folder: folder.to_owned(),
        about: file,
        metadata,
        dependencies: declared,
        values: target.file(&folder.join(VALUES)).or_else(|| target.file(&folder.join("values.yml"))),
        templates,
        files,
        ignores,
        left_out,
        subcharts,
        problems,
    })
}

/// The paths below a folder.
fn below<'a>(target: &'a Target, folder: &'a Utf8Path) -> impl Iterator<Item = &'a Utf8Path> {
    let from = target.paths.partition_point(|it| it.as_path() < folder);
    let paths = target.paths.get(from..).unwrap_or_default().iter().map(Utf8PathBuf::as_path);
    paths.take_while(move |it| it.starts_with(folder))
}

fn listed(document: &Node) -> Vec<Dependency> {
    let listed = document.get("dependencies").map(Node::items).unwrap_or_default();
    listed.iter().filter_map(dependency).collect()
}

fn dependency(node: &Node) -> Option<Dependency> {
    let text = |name: &str| node.get(name).and_then(Node::scalar_text).filter(|it| !it.is_empty());
    let list = |name: &str| node.get(name).map(Node::items).unwrap_or_default();
    let import = |it: &Node| match it.as_str() {
        Some(name) => Some((format!("exports.{name}"), String::new())),
        None => Some((it.get("child")?.scalar_text()?, it.get("parent")?.scalar_text()?)),
    };
    Some(Dependency {
        name: text("name")?,
        alias: text("alias"),
        condition: text("condition").unwrap_or_default(),
        tags: list("tags").iter().filter_map(Node::scalar_text).collect(),
        path: text("repository").and_then(|it| it.strip_prefix("file://").map(str::to_owned)),
        imports: list("import-values").iter().filter_map(import).collect(),
        node: node.clone(),
    })
}

impl Chart<'_> {
    pub(super) fn name(&self) -> String {
        let named = self.metadata.get("name").and_then(Node::scalar_text);
        named.unwrap_or_else(|| self.folder.file_name().unwrap_or("chart").to_owned())
    }

    /// A chart that only lends its named templates to others.
    pub(super) fn is_library(&self) -> bool {
        self.metadata.get("type").and_then(Node::as_str) == Some("library")
    }

    /// The chart and all within it.
    pub(super) fn all(&self) -> Vec<&Self> {
        let mut all = vec![self];
        for it in &self.subcharts {
            all.extend(it.all());
        }
        all
    }
}
