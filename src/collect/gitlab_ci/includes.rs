//! `include:` the files of the repository that a pipeline takes in, and what it takes from elsewhere.

use std::collections::BTreeSet;

use camino::{Utf8Path, Utf8PathBuf};
use globset::GlobBuilder;

use crate::collect::pipeline::facts::{Facts, one_or_many};
use crate::collect::pipeline::versions::{is_commit, is_fixed};
use crate::collect::target::SourceFile;
use crate::model::Limit;
use crate::model::{Node, Problem};

use super::merge::over;

/// A file that is read, with its configuration.
pub(super) struct Known<'a> {
    pub(super) file: &'a SourceFile,
    pub(super) document: &'a Node,
}

/// A pipeline's configuration with all that it includes from disk put under it.
pub(super) struct Included {
    pub(super) document: Node,
    /// What comes from elsewhere, each with its pinning: the `includes` of the pipeline.
    pub(super) external: Vec<Node>,
    /// Paths of the files taken in.
    pub(super) files: BTreeSet<Utf8PathBuf>,
    pub(super) problems: Vec<Problem>,
    /// Files that are named and were not met.
    pub(super) missing: Vec<Node>,
}

struct Walk<'a> {
    known: &'a [Known<'a>],
    base: &'a Utf8Path,
    chain: Vec<Utf8PathBuf>,
    /// Files taken in so far, each as often as it is.
    taken: usize,
    found: Included,
}

/// What the pipeline in `file` comes to.
pub(super) fn included(known: &[Known<'_>], file: &SourceFile, document: &Node) -> Included {
    let folder = file.path.parent().unwrap_or(Utf8Path::new(""));
    let is_main = matches!(file.path.file_name(), Some(".gitlab-ci.yml" | ".gitlab-ci.yaml"));
    let found = Included {
        document: document.clone(),
        external: Vec::new(),
        files: BTreeSet::new(),
        problems: Vec::new(),
        missing: Vec::new(),
    };
    let base = if is_main { folder } else { Utf8Path::new("") };
    let mut walk = Walk { known, base, chain: vec![file.path.clone()], taken: 0, found };
    let document = walk.read(document);
    Included { document, ..walk.found }
}

impl Walk<'_> {
    /// The document over what it includes.
    fn read(&mut self, document: &Node) -> Node {
        let mut below: Option<Node> = None;
        let stated = document.get("include");
        let entries = match stated {
            Some(it) if !it.entries().is_empty() => vec![it],
            Some(it) if !it.items().is_empty() => it.items().iter().collect(),
            other => one_or_many(other),
        };
        for entry in entries {
            for taken in self.entry(entry) {
                below = Some(match below {
                    Some(below) => over(&below, &taken),
                    None => taken,
                });
            }
        }
        match below {
            Some(below) => over(&below, document),
            None => document.clone(),
        }
    }

    fn entry(&mut self, entry: &Node) -> Vec<Node> {
        let local = match entry.as_str() {
            Some(text) if !text.contains("://") => Some(entry),
            Some(_) => None,
            None => entry.get("local"),
        };
        if let Some(local) = local {
            return self.local(local);
        }
        self.found.external.extend(external(entry));
        Vec::new()
    }

    fn local(&mut self, named: &Node) -> Vec<Node> {
        let Some(text) = named.as_str() else { return Vec::new() };
        if text.contains('$') {
            self.found.missing.push(named.clone());
            return Vec::new();
        }
        let Some(path) = within(self.base, text) else {
            let message = format!("`{text}` leads out of the repository: it is not read");
            self.found.problems.push(Problem::at(named.span, message));
            return Vec::new();
        };
        let known = self.known;
        let is_named: Box<dyn Fn(&Utf8Path) -> bool> = match text.contains('*') {
            true => match GlobBuilder::new(path.as_str()).literal_separator(true).build() {
                Ok(glob) => {
                    let glob = glob.compile_matcher();
                    Box::new(move |it| glob.is_match(it.as_std_path()))
                }
                Err(_) => Box::new(|_| false),
            },
            false => Box::new(move |it| it == path),
        };
        let files: Vec<&Known<'_>> = known.iter().filter(|it| is_named(&it.file.path)).collect();
        if files.is_empty() {
            self.found.missing.push(named.clone());
        }
        let mut taken = Vec::new();
        for it in files {
            let path = &it.file.path;
            if self.chain.contains(path) {
                let message = format!("`{text}` includes itself: it is not read again");
                self.found.problems.push(Problem::at(named.span, message));
            } else if self.taken >= Limit::GitlabIncludes.value() {
                let most = Limit::GitlabIncludes.value();
                let message = format!("more than {most} files are included: the rest is not read");
                let problem = Problem::at(named.span, message);
                if !self.found.problems.contains(&problem) {
                    self.found.problems.push(problem);
                }
                return taken;
            } else {
                self.found.files.insert(path.clone());
                self.taken += 1;
                self.chain.push(path.clone());
                taken.push(self.read(it.document));
                self.chain.pop();
            }
        }
        taken
    }
}

/// A path of the repository below `base`, or nothing where it leads out.
fn within(base: &Utf8Path, text: &str) -> Option<Utf8PathBuf> {
    let mut parts: Vec<&str> = base.components().map(|it| it.as_str()).collect();
    let bottom = parts.len();
    for part in text.split('/').filter(|it| !it.is_empty() && *it != ".") {
        if part == ".." {
            if parts.len() <= bottom {
                return None;
            }
            parts.pop();
        } else {
            parts.push(part);
        }
    }
    Some(parts.iter().collect())
}

/// One include from elsewhere: what it names, by which version, and whether that can change.
fn external(entry: &Node) -> Option<Node> {
    let mut facts = Facts::default();
    let (place, named) = match entry.as_str() {
        Some(_) => ("remote", entry),
        None => ["project", "remote", "component", "template"]
            .into_iter()
            .find_map(|it| Some((it, entry.get(it).filter(|node| node.as_str().is_some())?)))?,
    };
    let text = named.as_str()?;
    let version = match place {
        "project" => entry.get("ref").filter(|it| !it.is_null()).cloned(),
        "component" => text.rsplit_once('@').map(|(_, version)| Node::new(version, named.span)),
        _ => None,
    };
    let pinned = match place {
        // Templates come with the platform that runs the pipeline.
        "template" => true,
        "remote" => entry.get("integrity").is_some() || text.split(['/', '@', '=']).any(is_commit),
        _ => version.as_ref().and_then(Node::scalar_text).is_some_and(|it| is_fixed(&it)),
    };
    let shown = match place {
        "project" => version.as_ref().map_or(named.span, |it| it.span),
        _ => named.span,
    };
    facts.put("reference", Node::new(text, named.span));
    facts.put("place", Node::new(place, named.span));
    facts.put_some("version", version);
    facts.put("pinned", Node::new(pinned, shown));
    Some(facts.into_node(named.span).named(named.span))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_stays_in_the_repository() {
        let at = |text| within(Utf8Path::new("sub"), text);
        assert_eq!(at("/ci/a.yml").as_deref(), Some(Utf8Path::new("sub/ci/a.yml")));
        assert_eq!(at("ci/../b.yml").as_deref(), Some(Utf8Path::new("sub/b.yml")));
        assert_eq!(at("../../etc/passwd"), None);
    }
}
