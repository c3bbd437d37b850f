//! Overlays built: what each takes in, then what it changes, in the order in which Kustomize does.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use camino::{Utf8Path, Utf8PathBuf};

use crate::collect::target::{SourceFile, Target};
use crate::model::Limit;
use crate::model::{Node, Problem, SourceId, Span, Through, Value};
use crate::syntax::yaml;

use super::generators::{self, GENERATORS};
use super::overlay::Overlay;
use super::patches::{self, Patch};
use super::resource::Resource;
use super::{images, inline, labels, names, namespaces, references, replacements};

/// How deep overlays may lie on one another, and how many objects one may come to.
const DEEPEST: usize = 64;

/// How often components may be laid on overlays in one run: far more often than people do.
const MOST_COMPONENTS: usize = 10_000;

/// The overlays of a target, and what became of their files.
pub(super) struct Builder<'a> {
    target: &'a Target,
    overlays: &'a BTreeMap<Utf8PathBuf, Overlay<'a>>,
    /// Overlays that are being built, outermost first.
    open: Vec<Utf8PathBuf>,
    /// How often components have been laid on overlays.
    components: usize,
    built: BTreeMap<Utf8PathBuf, (Vec<Resource<'a>>, bool)>,
    parsed: BTreeMap<SourceId, Vec<Node>>,
    /// Whether objects are missing that lie elsewhere.
    incomplete: bool,
    pub(super) problems: Vec<(SourceId, Problem)>,
    /// Files that something was built from.
    pub(super) used: BTreeSet<SourceId>,
    /// What lies elsewhere, and why it is not taken in.
    pub(super) left_out: BTreeMap<Utf8PathBuf, String>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(target: &'a Target, overlays: &'a BTreeMap<Utf8PathBuf, Overlay<'a>>) -> Self {
        Self {
            target,
            overlays,
            open: Vec::new(),
            components: 0,
            built: BTreeMap::new(),
            parsed: BTreeMap::new(),
            incomplete: false,
            problems: Vec::new(),
            used: BTreeSet::new(),
            left_out: BTreeMap::new(),
        }
    }

    /// The objects that the overlay in the folder gives.
    pub(super) fn build(&mut self, folder: &Utf8Path) -> Vec<Resource<'a>> {
        self.incomplete = false;
        let mut resources = self.overlay(folder);
        references::mend(&mut resources);
        resources
    }

    fn complain(&mut self, span: Span, message: impl Into<String>) {
        self.problem(Problem::at(span, message), span.source);
    }

    fn problem(&mut self, problem: Problem, source: SourceId) {
        if !self.problems.iter().any(|it| it.0 == source && it.1 == problem) {
            self.problems.push((source, problem));
        }
    }

    /// What a base gives does not depend on who takes it in, and is built once.
    fn overlay(&mut self, folder: &Utf8Path) -> Vec<Resource<'a>> {
        if let Some((resources, incomplete)) = self.built.get(folder) {
            self.incomplete |= incomplete;
            return resources.clone();
        }
        let before = std::mem::replace(&mut self.incomplete, false);
        let resources = self.onto(folder, Vec::new());
        self.built.insert(folder.to_owned(), (resources.clone(), self.incomplete));
        self.incomplete |= before;
        resources
    }

    /// The overlay's own objects on top of those given, and its changes to all of them.
    fn onto(&mut self, folder: &Utf8Path, mut resources: Vec<Resource<'a>>) -> Vec<Resource<'a>> {
        let Some(overlay) = self.overlays.get(folder) else { return resources };
        self.used.insert(overlay.file.id);
        self.open.push(folder.to_owned());
        if overlay.is_component() && self.open.len() == 1 {
            // Nothing here says what an optional part is added to.
            self.incomplete = true;
        }
        for item in ["resources", "bases"].iter().flat_map(|it| overlay.items(it)) {
            let found = self.taken_in(overlay, item);
            self.add(item, found, &mut resources);
        }
        for (field, kind, table) in GENERATORS {
            for item in overlay.items(field) {
                generators::generate(self.target, overlay, (*kind, *table), item, &mut resources);
            }
        }
        for item in overlay.items("components") {
            match item.as_str().and_then(|it| overlay.path(it)).filter(|it| self.overlays.contains_key(it)) {
                Some(_) if self.components >= MOST_COMPONENTS => {
                    self.complain(
                        item.span,
                        format!("more than {MOST_COMPONENTS} components: this one is not laid on"),
                    );
                    self.incomplete = true;
                }
                Some(folder) if self.may_open(&folder, item) => {
                    self.components += 1;
                    resources = self.onto(&folder, resources);
                }
                Some(_) => {}
                None => self.missing(overlay, item),
            }
        }
        self.change(overlay, &mut resources);
        self.open.pop();
        resources
    }

    fn may_open(&mut self, folder: &Utf8Path, item: &Node) -> bool {
        if self.open.iter().any(|it| it == folder) {
            self.complain(item.span, "the overlay includes itself by this way");
        } else if self.open.len() >= DEEPEST {
            self.complain(
                item.span,
                format!("overlays lie deeper than {DEEPEST} on one another: this one is not built"),
            );
        } else {
            return true;
        }
        self.incomplete = true;
        false
    }

    fn add(&mut self, item: &Node, found: Vec<Resource<'a>>, resources: &mut Vec<Resource<'a>>) {
        let mut known: HashSet<_> = resources.iter().map(Resource::identity).collect();
        for mut resource in found {
            if resources.len() >= Limit::KustomizeObjects.value() {
                self.complain(
                    item.span,
                    format!("more than {} objects: the rest is not built", Limit::KustomizeObjects.value()),
                );
                return;
            }
            if known.insert(resource.identity()) {
                resource.through.insert(0, Through { note: "built by this overlay".into(), span: item.span });
                resources.push(resource);
            } else {
                let (_, kind, name, _) = resource.identity();
                self.complain(item.span, format!("{kind} {name} is there already: Kustomize refuses to add it twice"));
            }
        }
    }

    /// The objects of a file, of another overlay, or of nothing that is here.
    fn taken_in(&mut self, overlay: &Overlay<'a>, item: &Node) -> Vec<Resource<'a>> {
        let path = item.as_str().and_then(|it| overlay.path(it));
        if let Some(folder) = path.as_ref().filter(|it| self.overlays.contains_key(*it)) {
            return if self.may_open(folder, item) { self.overlay(folder) } else { Vec::new() };
        }
        let target = self.target;
        let Some(file) = path.and_then(|it| target.file(&it)) else {
            self.missing(overlay, item);
            return Vec::new();
        };
        let mut found = Vec::new();
        for document in self.documents(file) {
            objects(file, document, 0, &mut found);
        }
        found
    }

    fn documents(&mut self, file: &SourceFile) -> Vec<Node> {
        self.used.insert(file.id);
        if let Some(documents) = self.parsed.get(&file.id) {
            return documents.clone();
        }
        let parsed = yaml::parse(file.id, &file.text);
        self.problems.extend(parsed.problems.into_iter().map(|it| (file.id, it)));
        self.parsed.insert(file.id, parsed.documents.clone());
        parsed.documents
    }

    /// Says what is not here: a remote base is nobody's mistake, a missing file is.
    fn missing(&mut self, overlay: &Overlay, item: &Node) {
        self.incomplete = true;
        let Some(text) = item.as_str() else {
            return self.complain(item.span, "a path is wanted here");
        };
        let path = overlay.path(text);
        if is_remote(text) && !path.as_ref().is_some_and(|it| self.target.has(it)) {
            let reason = format!("a remote part of {}: nothing is fetched", overlay.file.path);
            self.left_out.insert(text.into(), reason);
        } else {
            let message = match path {
                None => format!("`{text}` leads out of what is scanned"),
                Some(it) if self.target.has(&it) => format!("`{text}` was not read"),
                Some(it) if self.target.paths.iter().any(|file| file.starts_with(&it)) => {
                    format!("there is no overlay in the folder `{text}`")
                }
                Some(_) => format!("there is no `{text}`"),
            };
            self.complain(item.span, message);
        }
    }

    /// What the overlay changes, in Kustomize's order.
    fn change(&mut self, overlay: &Overlay<'a>, resources: &mut Vec<Resource<'a>>) {
        for field in ["patchesStrategicMerge", "patches"] {
            overlay.items(field).iter().for_each(|it| self.patch(overlay, it, resources));
        }
        let stated = |key: &str| overlay.node.get(key).filter(|it| !it.is_null());
        if let Some(it) = stated("namespace") {
            namespaces::set(it, resources);
        }
        names::lengthen(stated("namePrefix"), stated("nameSuffix"), resources);
        if let Some(it) = stated("commonLabels") {
            labels::label(it, labels::Reach { templates: true, selectors: true }, resources);
        }
        for item in overlay.items("labels") {
            let on = |key: &str| item.get(key).and_then(Node::as_bool) == Some(true);
            let reach = labels::Reach { templates: on("includeTemplates"), selectors: on("includeSelectors") };
            if let Some(pairs) = item.get("pairs") {
                labels::label(pairs, reach, resources);
            }
        }
        if let Some(it) = stated("commonAnnotations") {
            labels::annotate(it, resources);
        }
        overlay.items("patchesJson6902").iter().for_each(|it| self.patch(overlay, it, resources));
        overlay.items("replicas").iter().for_each(|it| patches::set_replicas(it, resources));
        images::set(overlay.items("images"), resources);
        for item in overlay.items("replacements") {
            for it in self.replacement(overlay, item) {
                replacements::apply(&it, resources);
            }
        }
        self.left_to_others(overlay);
    }

    /// The documents of a patch: those of a file, or of the text that stands in the overlay.
    fn patch(&mut self, overlay: &Overlay<'a>, item: &Node, resources: &mut Vec<Resource<'a>>) {
        let target = self.target;
        let named = item.get("path").or(Some(item)).filter(|it| it.as_str().is_some_and(|it| !it.contains('\n')));
        let documents = match (item.get("patch"), named) {
            (Some(text), _) => self.inline(overlay.file, text),
            (None, Some(named)) => match named.as_str().and_then(|it| overlay.path(it)).and_then(|it| target.file(&it))
            {
                Some(file) => self.documents(file),
                None => return self.missing(overlay, named),
            },
            (None, None) if item.as_str().is_some() => self.inline(overlay.file, item),
            (None, None) => return self.complain(item.span, "this patch says nothing"),
        };
        let patch = Patch {
            documents: &documents,
            target: item.get("target"),
            options: item.get("options"),
            place: item.get("path").map_or(item.span, |it| it.span),
            incomplete: self.incomplete,
        };
        for problem in patches::apply(&patch, resources) {
            let source = problem.span.map_or(overlay.file.id, |it| it.source);
            self.problem(problem, source);
        }
    }

    fn inline(&mut self, file: &SourceFile, text: &Node) -> Vec<Node> {
        let parsed = inline::documents(file, text);
        parsed.problems.into_iter().for_each(|it| self.problem(it, file.id));
        parsed.documents
    }

    fn replacement(&mut self, overlay: &Overlay<'a>, item: &Node) -> Vec<Node> {
        let Some(path) = item.get("path") else { return vec![item.clone()] };
        let target = self.target;
        match path.as_str().and_then(|it| overlay.path(it)).and_then(|it| target.file(&it)) {
            Some(file) => {
                let documents = self.documents(file);
                let each = |it: Node| if it.items().is_empty() { vec![it] } else { it.items().to_vec() };
                documents.into_iter().flat_map(each).collect()
            }
            None => {
                self.missing(overlay, path);
                Vec::new()
            }
        }
    }

    /// Charts and plugins that only a run would evaluate.
    fn left_to_others(&mut self, overlay: &Overlay) {
        for item in ["helmCharts", "helmChartInflationGenerator"].iter().flat_map(|it| overlay.items(it)) {
            let name = ["name", "chartName"].iter().find_map(|it| item.get(it)).and_then(Node::as_str);
            let path = format!("{}/{}", overlay.file.path, name.unwrap_or("chart"));
            let reason = format!("a chart that {} would fetch and inflate: nothing is fetched", overlay.file.path);
            self.left_out.insert(path.into(), reason);
        }
        for field in ["generators", "transformers"] {
            for item in overlay.items(field) {
                self.complain(item.span, format!("{field} of an overlay are not run: what this one does is not known"));
            }
        }
    }
}

/// The objects of a document, lists taken apart.
fn objects<'a>(file: &'a SourceFile, document: Node, depth: usize, found: &mut Vec<Resource<'a>>) {
    let kind = document.get("kind").and_then(Node::as_str).unwrap_or_default().to_owned();
    let items = document.get("items").filter(|_| kind.ends_with("List")).map(Node::items).unwrap_or_default();
    if matches!(document.value, Value::Map(_)) && items.is_empty() && !kind.is_empty() {
        return found.push(Resource::new(file, document));
    }
    if depth < Limit::Depth.value() {
        items.iter().for_each(|it| objects(file, it.clone(), depth + 1, found));
    }
}

/// An address of a repository or file elsewhere.
fn is_remote(path: &str) -> bool {
    let host = path.split('/').next().unwrap_or_default();
    path.contains("://")
        || path.contains("?ref=")
        || path.contains("git@")
        || path.contains("::")
        || path.contains(".git/")
        || path.ends_with(".git")
        || (host.contains('.') && !host.starts_with('.') && path.contains('/') && !host.ends_with(".yaml"))
}
