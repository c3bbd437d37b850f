//! A plan as a whole: which resources it makes, and which root module it is about.

use std::collections::{HashMap, HashSet};

use camino::{Utf8Path, Utf8PathBuf};

use crate::collect::target::SourceFile;
use crate::model::{Node, Problem, SourceId, Span};
use crate::syntax::json;

use super::super::folder::Folder;
use super::super::resource::{Mode, Resource};
use super::body::Reader;
use super::merge;
use super::planned::{Planned, of_change, of_module};
use super::references::Configuration;

/// A plan that was read.
#[derive(Debug)]
pub(crate) struct Plan {
    pub(crate) source: SourceId,
    pub(crate) path: Utf8PathBuf,
    document: Node,
    pub(crate) problems: Vec<Problem>,
}

/// Whether a text is a plan in its JSON form, or a state in the same form.
pub(crate) fn is_plan(text: &str) -> bool {
    let starts = text.trim_start_matches('\u{feff}').trim_start().starts_with('{');
    let is_state = || text.contains("\"values\"") && text.contains("\"root_module\"");
    starts
        && text.contains("\"format_version\"")
        && (text.contains("\"planned_values\"") || text.contains("\"resource_changes\"") || is_state())
}

impl Plan {
    /// Reads a plan. One of a version that is not known yields its problem and no values.
    pub(crate) fn read(file: &SourceFile) -> Self {
        let parsed = json::parse(file.id, &file.text);
        let document = parsed.documents.into_iter().next();
        let document = document.unwrap_or_else(|| Node::map(Vec::new(), Span::start_of(file.id)));
        let mut plan = Self { source: file.id, path: file.path.clone(), document, problems: parsed.problems };
        let version = plan.document.get("format_version");
        let text = version.and_then(Node::scalar_text).unwrap_or_default();
        if !matches!(text.split('.').next(), Some("0" | "1")) {
            let place = version.map_or_else(|| Span::start_of(file.id), |it| it.span);
            plan.problems.push(Problem::at(place, format!("plans of the format {text} are not read: this is newer")));
            plan.document = Node::map(Vec::new(), Span::start_of(file.id));
        }
        if let Some(errored) = plan.document.get("errored").filter(|it| it.as_bool() == Some(true)) {
            let place = errored.name_span.unwrap_or(errored.span);
            plan.problems.push(Problem::at(place, "planning failed: what comes after the error is not in this plan"));
        }
        plan
    }

    /// Whether nothing can be said from the plan.
    pub(crate) fn is_empty(&self) -> bool {
        self.document.entries().is_empty()
    }

    pub(crate) fn document(&self) -> &Node {
        &self.document
    }

    /// The root module that the plan was made of: the one beside it, else the only one that declares the same.
    pub(crate) fn root<'f>(&self, roots: &[&'f Folder]) -> Option<&'f Folder> {
        let configured = self.document.dotted("configuration.root_module");
        let resources = configured.and_then(|it| it.get("resources")).map(Node::items).unwrap_or_default();
        let calls = configured.and_then(|it| it.get("module_calls")).map(Node::entries).unwrap_or_default();
        let mut wanted: HashSet<String> = HashSet::new();
        wanted.extend(resources.iter().filter_map(|it| it.get("address")?.as_str()).map(str::to_owned));
        wanted.extend(calls.iter().map(|it| format!("module.{}", it.name)));
        let declared = |folder: &Folder| -> HashSet<String> {
            let resources = folder.resources.iter().map(|it| {
                let label = |at: usize| it.block.label(at).cloned().unwrap_or_default();
                let data = if it.mode == Mode::Data { "data." } else { "" };
                format!("{data}{}.{}", label(0), label(1))
            });
            let calls = folder.calls.iter().filter_map(|it| Some(format!("module.{}", it.label(0)?)));
            resources.chain(calls).collect()
        };
        let beside = roots.iter().find(|it| Some(it.path.as_path()) == self.path.parent());
        if let Some(folder) = beside.filter(|it| !declared(it).is_disjoint(&wanted)) {
            return Some(folder);
        }
        let mut same = roots.iter().filter(|it| !wanted.is_empty() && declared(it) == wanted);
        same.next().filter(|_| same.next().is_none()).copied()
    }

    /// The resources that the plan makes or keeps. Those of `sources`, the same root module's, lend their places and
    /// what the plan does not tell.
    pub(crate) fn resources(&self, folder: Option<&Utf8Path>, sources: Vec<Resource>) -> Vec<Resource> {
        let configuration = Configuration::of(&self.document);
        let changes = self.changes();
        let mut planned: Vec<Planned<'_>> = Vec::new();
        // A state, as `terraform show -json` prints it, has its values where a plan has those that are planned.
        let module = ["planned_values.root_module", "values.root_module"];
        match module.iter().find_map(|it| self.document.dotted(it)) {
            Some(module) => of_module(module, 0, &mut planned),
            None => {
                planned.extend(changes.values().filter_map(|it| of_change(it)));
                planned.sort_by_key(|it| it.node.span);
            }
        }
        let folder = folder.unwrap_or(&self.path);
        let mut made: Vec<Resource> = planned
            .iter()
            .map(|it| {
                Reader { configuration: &configuration, change: changes.get(it.address).copied() }.resource(it, folder)
            })
            .collect();
        super::body::settle_documents(&mut made);
        if sources.is_empty() {
            return made;
        }
        merge::over(made, sources, self.is_complete())
    }

    /// Whether what the plan does not hold will not be there.
    fn is_complete(&self) -> bool {
        let said = |name: &str| self.document.get(name).and_then(Node::as_bool);
        said("complete") != Some(false) && said("errored") != Some(true)
    }

    fn changes(&self) -> HashMap<&str, &Node> {
        let all = self.document.get("resource_changes").map(Node::items).unwrap_or_default();
        // What is deposed goes away.
        let current = all.iter().filter(|it| it.get("deposed").is_none());
        current.filter_map(|it| Some((it.get("address")?.as_str()?, it))).collect()
    }
}
