//! Which files are overlays, what each says, and which other files they are built from.

use std::collections::{BTreeMap, BTreeSet};

use camino::{Utf8Path, Utf8PathBuf};

use crate::collect::below::joined;
use crate::collect::target::{SourceFile, Target};
use crate::model::{Node, Problem};
use crate::syntax::yaml;

const FILE_NAMES: &[&str] = &["kustomization.yaml", "kustomization.yml", "Kustomization"];

/// Fields that name files, and where in their items the path stands; empty where the item is the path.
const FILES: &[(&str, &str)] = &[
    ("resources", ""),
    ("crds", ""),
    ("patches", ""),
    ("patches", "path"),
    ("patchesStrategicMerge", ""),
    ("patchesJson6902", "path"),
    ("replacements", "path"),
    ("configurations", ""),
    ("generators", ""),
    ("transformers", ""),
    ("validators", ""),
];

/// One file that tells how objects are built.
pub(super) struct Overlay<'a> {
    pub(super) file: &'a SourceFile,
    pub(super) folder: Utf8PathBuf,
    pub(super) node: Node,
    pub(super) problems: Vec<Problem>,
}

/// Whether a file is an overlay by its name.
pub(crate) fn is_overlay(path: &Utf8Path) -> bool {
    path.file_name().is_some_and(|it| FILE_NAMES.contains(&it))
}

/// The overlays by their folders. Flux has objects of the same kind in files of the same name: they build nothing here.
pub(super) fn overlays(target: &Target) -> BTreeMap<Utf8PathBuf, Overlay<'_>> {
    let mut overlays = BTreeMap::new();
    for file in target.files.iter().filter(|it| is_overlay(&it.path)) {
        let parsed = yaml::parse(file.id, &file.text);
        let Some(node) = parsed.documents.into_iter().next().or_else(|| empty(file)) else { continue };
        let folder = file.path.parent().unwrap_or(Utf8Path::new("")).to_owned();
        if builds(&node) {
            overlays.entry(folder.clone()).or_insert(Overlay { file, folder, node, problems: parsed.problems });
        }
    }
    overlays
}

fn empty(file: &SourceFile) -> Option<Node> {
    let span = crate::model::Span::start_of(file.id);
    file.text.trim().is_empty().then(|| Node::map(Vec::new(), span))
}

fn builds(node: &Node) -> bool {
    let text = |key: &str| node.get(key).and_then(Node::as_str);
    let group = text("apiVersion").is_none_or(|it| it.starts_with("kustomize.config.k8s.io/"));
    group && text("kind").is_none_or(|it| matches!(it, "Kustomization" | "Component"))
}

/// Files that overlays are built from: they are judged as a part of those, and not by themselves.
pub(crate) fn parts(target: &Target) -> BTreeSet<Utf8PathBuf> {
    let mut parts = BTreeSet::new();
    for overlay in overlays(target).values() {
        for (field, key) in FILES {
            let items = overlay.node.get(field).map(Node::items).unwrap_or_default();
            let paths = items.iter().filter_map(|it| if key.is_empty() { it.as_str() } else { it.get(key)?.as_str() });
            parts.extend(paths.filter_map(|it| joined(&overlay.folder, it)));
        }
        let schema = overlay.node.dotted("openapi.path").and_then(Node::as_str);
        parts.extend(schema.and_then(|it| joined(&overlay.folder, it)));
    }
    parts
}

impl Overlay<'_> {
    pub(super) fn is_component(&self) -> bool {
        self.node.get("kind").and_then(Node::as_str) == Some("Component")
    }

    /// The items of the list that the field holds.
    pub(super) fn items(&self, field: &str) -> &[Node] {
        self.node.get(field).map(Node::items).unwrap_or_default()
    }

    pub(super) fn path(&self, path: &str) -> Option<Utf8PathBuf> {
        joined(&self.folder, path)
    }

    /// Folders of other overlays that this one is built from, on disk.
    pub(super) fn below<'a>(&'a self, all: &'a BTreeMap<Utf8PathBuf, Overlay>) -> impl Iterator<Item = Utf8PathBuf> {
        let fields = ["resources", "bases", "components"];
        let items = fields.into_iter().flat_map(|it| self.items(it));
        let folders = items.filter_map(|it| self.path(it.as_str()?));
        folders.filter(|it| all.contains_key(it) && *it != self.folder)
    }
}
