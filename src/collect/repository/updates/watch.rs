//! What an update tool looks at: which ecosystems, in which folders.

use camino::Utf8Path;
use globset::GlobMatcher;

use crate::collect::pipeline::facts::Facts;
use crate::collect::repository::ecosystems::{self, Present};
use crate::collect::target::{SourceFile, Target};
use crate::model::{Node, Problem, Span};
use crate::syntax::yaml;

/// An update tool, as its file sets it up.
#[derive(Debug)]
pub(in crate::collect::repository) struct Watch {
    pub(super) tool: &'static str,
    /// The words for ecosystems that it is told of. Renovate finds them itself unless told otherwise.
    pub(super) ecosystems: Vec<Node>,
    pub(super) looks: Looks,
    pub(in crate::collect::repository) span: Span,
    /// How it takes updates, for each ecosystem that it is told of. Renovate says it by rules and presets.
    pub(super) entries: Vec<Node>,
}

/// Where a tool looks.
#[derive(Debug)]
pub(super) enum Looks {
    /// In the folders that it is told of, each for one ecosystem.
    In(Vec<Place>),
    /// Everywhere, for these managers or all of them, without some, and not in some paths.
    Everywhere { managers: Vec<String>, without: Vec<String>, only: Vec<Paths>, never: Vec<Paths> },
}

/// Folders that are looked at for one ecosystem.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) ecosystem: String,
    pub(super) folders: Vec<GlobMatcher>,
}

/// Paths that are named by a glob, or by a part of them.
#[derive(Debug)]
pub(super) struct Paths {
    pub(super) part: String,
    pub(super) glob: Option<GlobMatcher>,
}

impl Watch {
    pub(in crate::collect::repository) fn fact(&self) -> Node {
        let mut facts = Facts::default();
        facts.put("tool", Node::new(self.tool, self.span));
        facts.put("ecosystems", Node::list(self.ecosystems.clone(), self.span));
        if !self.entries.is_empty() {
            facts.put("entries", Node::list(self.entries.clone(), self.span));
        }
        facts.into_node(self.span).named(self.span)
    }

    /// Whether it looks for updates of the ecosystem anywhere.
    pub(in crate::collect::repository) fn knows(&self, ecosystem: &str) -> bool {
        match &self.looks {
            Looks::In(places) => places.iter().any(|it| ecosystems::is_named(ecosystem, &it.ecosystem)),
            Looks::Everywhere { managers, without, .. } => {
                let named = |it: &String| ecosystems::is_named(ecosystem, it);
                !without.iter().any(named) && (managers.is_empty() || managers.iter().any(named))
            }
        }
    }

    /// Whether it looks at the manifest.
    pub(in crate::collect::repository) fn covers(&self, target: &Target, ecosystem: &str, present: &Present) -> bool {
        if !self.knows(ecosystem) {
            return false;
        }
        match &self.looks {
            Looks::In(places) => {
                let mut own = places.iter().filter(|it| ecosystems::is_named(ecosystem, &it.ecosystem));
                own.any(|it| {
                    let is_named =
                        |folder: &Utf8Path| it.folders.iter().any(|glob| glob.is_match(folder.as_std_path()));
                    let above = present.folder.ancestors().skip(1).filter(|it| is_named(it));
                    is_named(present.folder)
                        || above.into_iter().any(|it| ecosystems::is_workspace(target, ecosystem, it))
                })
            }
            Looks::Everywhere { only, never, .. } => {
                let fits = |it: &Paths| it.fits(present.manifest);
                !never.iter().any(fits) && (only.is_empty() || only.iter().any(fits))
            }
        }
    }
}

impl Paths {
    fn fits(&self, path: &Utf8Path) -> bool {
        path.as_str().contains(&self.part) || self.glob.as_ref().is_some_and(|it| it.is_match(path.as_std_path()))
    }
}

pub(super) fn first<'a>(target: &'a Target, paths: &[&str]) -> Option<&'a SourceFile> {
    paths.iter().find_map(|it| target.file((*it).as_ref()))
}

pub(super) fn document(file: &SourceFile, problems: &mut Vec<Problem>) -> Option<Node> {
    let parsed = yaml::parse(file.id, &file.text);
    problems.extend(parsed.problems);
    parsed.documents.into_iter().next()
}
