//! What `uses:` names: an action or reusable workflow of some repository, of this one, or an image.

use crate::collect::pipeline::facts::{Facts, raw};
use crate::collect::pipeline::images;
use crate::collect::target::SourceFile;
use crate::model::{Node, Span};

/// A reference taken apart.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Reference<'a> {
    pub(super) place: Place,
    /// Owner and repository, then the path inside it.
    pub(super) owner: &'a str,
    pub(super) repository: &'a str,
    pub(super) path: &'a str,
    pub(super) version: Option<&'a str>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Repository,
    Local,
    Image,
}

impl<'a> Reference<'a> {
    pub(super) fn read(text: &'a str) -> Self {
        let text = text.trim();
        let nowhere = Self { place: Place::Local, owner: "", repository: "", path: text, version: None };
        if text.starts_with("./") || text.starts_with("../") {
            return nowhere;
        }
        if let Some(image) = text.strip_prefix("docker://") {
            return Self { place: Place::Image, path: image, ..nowhere };
        }
        let (name, version) = match text.rsplit_once('@') {
            Some((name, version)) => (name, Some(version)),
            None => (text, None),
        };
        let mut parts = name.splitn(3, '/');
        let mut part = || parts.next().unwrap_or_default();
        Self { place: Place::Repository, owner: part(), repository: part(), path: part(), version }
    }

    /// Owner, repository and path with slashes, without the version.
    pub(super) fn full_path(&self) -> String {
        let parts = [self.owner, self.repository, self.path];
        parts.iter().filter(|it| !it.is_empty()).copied().collect::<Vec<_>>().join("/")
    }

    /// Whether what it names can never change: a full commit, a digest, or this very repository.
    pub(super) fn is_pinned(&self) -> bool {
        match self.place {
            Place::Local => true,
            Place::Image => images::pin(self.path) == "digest",
            Place::Repository => self.version.is_some_and(is_commit),
        }
    }
}

/// Facts of what a `uses:` names; `version` is shown where the text holds it.
pub(super) fn fact(file: &SourceFile, node: &Node) -> Option<Node> {
    let text = node.as_str()?;
    let reference = Reference::read(text);
    let mut facts = Facts::default();
    let place = match reference.place {
        Place::Repository => "repository",
        Place::Local => "local",
        Place::Image => "image",
    };
    facts.put("reference", Node::new(text, node.span));
    facts.put("place", Node::new(place, node.span));
    if reference.place == Place::Repository {
        facts.put("owner", Node::new(reference.owner.to_ascii_lowercase(), node.span));
        facts.put("repository", Node::new(reference.repository.to_ascii_lowercase(), node.span));
        facts.put_some("path", Some(reference.path).filter(|it| !it.is_empty()).map(|it| Node::new(it, node.span)));
        let version = reference.version.map(|it| Node::new(it, version_span(file, node)));
        facts.put_some("version", version);
    }
    facts.put("pinned", Node::new(reference.is_pinned(), version_span(file, node)));
    facts.put_some("version_comment", version_comment(file, node));
    Some(facts.into_node(node.span).named(node.span))
}

/// The part after `@`; the whole text where there is none.
fn version_span(file: &SourceFile, node: &Node) -> Span {
    let text = raw(file, node);
    let Some(at) = text.rfind('@') else { return node.span };
    let version = text.get(at + 1..).unwrap_or_default().trim_end_matches(['"', '\'', ' ', '\n', '\r']);
    let start = node.span.start as usize + at + 1;
    Span::new(node.span.source, start..start + version.len())
}

/// The version that a comment behind a commit names: `# v4.1.0`.
fn version_comment(file: &SourceFile, node: &Node) -> Option<Node> {
    let end = node.span.end as usize;
    let line = file.text.get(end..)?.lines().next()?;
    let comment = line.split_once('#')?.1.trim().trim_start_matches("tag=").trim_start_matches("pin@");
    let version = comment.split_whitespace().next()?;
    version.starts_with(|it: char| it == 'v' || it.is_ascii_digit()).then(|| Node::new(version, node.span))
}

fn is_commit(text: &str) -> bool {
    matches!(text.len(), 40 | 64) && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_full_commit_pins() {
        assert!(!Reference::read("actions/checkout@v4").is_pinned());
        assert!(!Reference::read("actions/checkout@11bd719").is_pinned());
        assert!(!Reference::read("actions/checkout").is_pinned());
        assert!(Reference::read("actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683").is_pinned());
        assert!(Reference::read("./.github/actions/build").is_pinned());
        assert!(!Reference::read("docker://alpine:3").is_pinned());
    }

    #[test]
    fn the_path_inside_a_repository_is_kept() {
        let reference = Reference::read("github/codeql-action/analyze@v3");
        assert_eq!((reference.owner, reference.repository, reference.path), ("github", "codeql-action", "analyze"));
        assert_eq!(reference.full_path(), "github/codeql-action/analyze");
    }
}
