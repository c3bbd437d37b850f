//! The manifest row: dependency manifests, the lock files that fix them, and where packages come from.

use camino::{Utf8Path, Utf8PathBuf};

use crate::collect::aside::is_aside;
use crate::collect::collected::Collected;
use crate::collect::collector::{Claim, Collector};
use crate::collect::pipeline::facts::{Facts, unresolved};
use crate::collect::target::{SourceFile, Target};
use crate::model::{Cause, Evidence, EvidenceKind, Node, Shape, Span};
use crate::syntax::{Parsed, json, toml};

use super::ecosystems::{Asks, Row, row};
use super::sources;

pub(crate) const COLLECTOR: Collector = Collector {
    name: NAME,
    reads: "dependency manifests and lock files",
    claims: |path| match is_aside(path) || (row(path).is_none() && !sources::names_sources(path)) {
        true => Claim::No,
        false => Claim::Yes,
    },
    recognises: |_| true,
    collect,
};

const NAME: &str = "manifest";

fn collect(target: &Target, files: &[&SourceFile]) -> Collected {
    let mut collected = Collected::default();
    for file in files {
        let Some(row) = row(&file.path) else {
            collected.evidence.extend(only_sources(file));
            collected.read(file, Vec::new());
            continue;
        };
        let parsed = match row.3 {
            Asks::Json(..) => json::parse(file.id, &file.text),
            Asks::Toml(..) => toml::parse(file.id, &file.text),
            Asks::Lines(_) | Asks::Requirements => Parsed::default(),
        };
        let readable = !matches!(row.3, Asks::Json(..) | Asks::Toml(..)) || !parsed.documents.is_empty();
        if !readable {
            collected.failed(file, parsed.problems);
            continue;
        }
        collected.evidence.push(manifest(target, file, row, parsed.documents.first()));
        collected.read(file, parsed.problems);
    }
    collected
}

fn manifest(target: &Target, file: &SourceFile, row: &Row, document: Option<&Node>) -> Evidence {
    let (_, ecosystem, locks, asks) = row;
    let start = Span::start_of(file.id);
    let mut facts = Facts::default();
    facts.put("ecosystem", Node::new(*ecosystem, start));
    let found = asked_for(file, *asks, document);
    let name_span = found.unwrap_or(start);
    facts.put("dependencies", Node::new(found.is_some(), name_span));
    let lock = lock_file(target, &file.path, locks).or_else(|| compiled(target, file, ecosystem));
    let lock = lock.map(|it| Node::new(it.as_str(), start));
    if matches!(asks, Asks::Requirements) {
        let loose = loose_requirements(file);
        // A list of exact versions is its own lock.
        let own = || loose.is_empty().then(|| Node::new(file.path.as_str(), start));
        facts.put_some("lock_file", lock.or_else(own).or_else(|| above(target, start)));
        facts.put("loose", Node::list(loose, start));
    } else {
        facts.put_some("lock_file", lock.or_else(|| above(target, start)));
    }
    facts.put_some("plain_sources", sources::plain(file));
    evidence(file, ecosystem, document.map_or(start, |it| it.span), name_span, facts)
}

/// A file that only tells where packages come from: a lock file, or the settings of a package manager.
fn only_sources(file: &SourceFile) -> Option<Evidence> {
    let start = Span::start_of(file.id);
    let mut facts = Facts::default();
    let ecosystem = sources::ecosystem(&file.path)?;
    facts.put("ecosystem", Node::new(ecosystem, start));
    facts.put("plain_sources", sources::plain(file)?);
    Some(evidence(file, ecosystem, start, start, facts))
}

fn evidence(file: &SourceFile, ecosystem: &str, span: Span, name_span: Span, facts: Facts) -> Evidence {
    Evidence {
        id: format!("{NAME}:{}#packages", file.path),
        kind: EvidenceKind::Manifest,
        name: file.path.to_string(),
        format: NAME,
        provider: None,
        native_type: Some(ecosystem.to_owned()),
        address: None,
        span,
        name_span,
        called_from: Vec::new(),
        facts: facts.into_node(Span::start_of(file.id)).named(name_span),
    }
}

/// The lock file beside the manifest, or at a folder above: the root of its workspace.
fn lock_file(target: &Target, manifest: &Utf8Path, locks: &[&str]) -> Option<Utf8PathBuf> {
    manifest.ancestors().skip(1).flat_map(|folder| locks.iter().map(|it| folder.join(it))).find(|it| target.has(it))
}

/// `pip-compile` writes exact versions into a list beside what it reads.
fn compiled(target: &Target, file: &SourceFile, ecosystem: &str) -> Option<Utf8PathBuf> {
    let beside = file.path.with_file_name("requirements.txt");
    let list = target.file(&beside).filter(|it| ecosystem == "pip" && it.path != file.path)?;
    let is_exact = loose_requirements(list).is_empty() && line(list, is_requirement).is_some();
    is_exact.then_some(beside)
}

/// A part of a repository may have its lock file in a folder above.
fn above(target: &Target, place: Span) -> Option<Node> {
    let cause = Cause::OutOfScope("the folders above what is scanned".to_owned());
    (!target.whole_repository).then(|| unresolved(cause, Shape::Any, place))
}

/// Where the manifest asks for packages, if it does.
fn asked_for(file: &SourceFile, asks: Asks, document: Option<&Node>) -> Option<Span> {
    match asks {
        Asks::Json(paths, others) | Asks::Toml(paths, others) => {
            let document = document?;
            let is_package =
                |name: &str| !others.iter().any(|it| name == *it || it.ends_with('-') && name.starts_with(it));
            let tables = paths.iter().flat_map(|it| at(document, it));
            let named =
                tables.filter(|it| it.entries().iter().any(|entry| is_package(&entry.name)) || !it.items().is_empty());
            named.into_iter().next().map(|it| it.name_span.unwrap_or(it.span))
        }
        Asks::Lines(starts) => line(file, |it| starts.iter().any(|start| it.starts_with(start))),
        Asks::Requirements => line(file, is_requirement),
    }
}

/// The nodes at a dotted path, a star standing for every name.
fn at<'a>(document: &'a Node, path: &str) -> Vec<&'a Node> {
    path.split('.').fold(vec![document], |nodes, name| {
        let below = |it: &'a Node| -> Vec<&'a Node> {
            if name == "*" {
                it.entries().iter().map(|it| &it.node).collect()
            } else {
                it.get(name).into_iter().collect()
            }
        };
        nodes.into_iter().flat_map(below).collect()
    })
}

/// The place of the first line, blanks around it left out, that answers the question.
fn line(file: &SourceFile, is: impl Fn(&str) -> bool) -> Option<Span> {
    lines(file).find(|(it, _)| is(it)).map(|(_, span)| span)
}

fn lines(file: &SourceFile) -> impl Iterator<Item = (&str, Span)> {
    let mut start = 0;
    file.text.split_inclusive('\n').map(move |line| {
        let text = line.trim().trim_start_matches('\u{feff}');
        let from = start + (line.len() - line.trim_start().len());
        start += line.len();
        (text, Span::new(file.id, from..from + text.len()))
    })
}

fn is_requirement(line: &str) -> bool {
    !line.is_empty() && !line.starts_with('#') && !line.starts_with('-')
}

/// Requirements that leave the version open, each with its place.
fn loose_requirements(file: &SourceFile) -> Vec<Node> {
    let mut continued = false;
    let mut found = Vec::new();
    for (line, span) in lines(file) {
        let follows = std::mem::replace(&mut continued, line.ends_with('\\'));
        let text = line.split(" #").next().unwrap_or(line).trim();
        if follows || !is_requirement(text) || is_exact(text) {
            continue;
        }
        let end = span.start as usize + text.len();
        found.push(Node::new(text, Span::new(span.source, span.start as usize..end)));
    }
    found
}

/// `name==1.2`, a commit or an archive by its address, a folder of the repository.
fn is_exact(requirement: &str) -> bool {
    let requirement = requirement.split(';').next().unwrap_or(requirement);
    let pinned = requirement.contains("==") && !requirement.contains(".*");
    let local = requirement.starts_with('.') || requirement.starts_with('/');
    pinned || local || requirement.contains(".whl") || requirement.contains(".tar.gz") || is_commit(requirement)
}

fn is_commit(requirement: &str) -> bool {
    requirement.rsplit_once('@').is_some_and(|(_, it)| {
        let revision = it.split('#').next().unwrap_or(it).trim();
        revision.len() == 40 && revision.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SourceId;

    fn manifest(path: &str, text: &str, others: &[&str]) -> Evidence {
        let file = SourceFile { id: SourceId(0), path: path.into(), text: text.into(), collectors: vec![0] };
        let mut paths: Vec<Utf8PathBuf> = others.iter().chain([&path]).map(|it| Utf8PathBuf::from(*it)).collect();
        paths.sort();
        let target = Target { paths, whole_repository: true, ..Target::default() };
        collect(&target, &[&file]).evidence.into_iter().next().expect("it is collected")
    }

    fn lock(evidence: &Evidence) -> Option<&str> {
        evidence.facts.get("lock_file").and_then(Node::as_str)
    }

    #[test]
    fn a_lock_file_at_the_root_of_the_workspace_counts() {
        let text = r#"{"dependencies": {"left-pad": "^1"}}"#;
        let found = manifest("packages/web/package.json", text, &["yarn.lock"]);
        assert_eq!(lock(&found), Some("yarn.lock"));
        assert_eq!(lock(&manifest("web/package.json", text, &["api/yarn.lock"])), None);
    }

    #[test]
    fn a_manifest_without_packages_asks_for_none() {
        let asks = |path: &str, text: &str| {
            manifest(path, text, &[]).facts.get("dependencies").and_then(Node::as_bool) == Some(true)
        };
        assert!(!asks("package.json", r#"{"name": "x", "dependencies": {}}"#));
        assert!(!asks("composer.json", r#"{"require": {"php": ">=8", "ext-json": "*"}}"#));
        assert!(!asks("pyproject.toml", "[project]\ndependencies = []\n[tool.poetry.dependencies]\npython = '^3'\n"));
        assert!(asks("pyproject.toml", "[project]\ndependencies = ['x']\n"));
        assert!(asks("Cargo.toml", "[dependencies]\nserde = '1'\n"));
        assert!(asks("go.mod", "module x\n\nrequire example.com/y v1.0.0\n"));
    }

    #[test]
    fn requirements_that_are_all_exact_are_their_own_lock() {
        let exact =
            "# web\n-r base.txt\nflask==3.0.0 \\\n  --hash=sha256:00\nrequests==2.32.0 ; python_version > '3'\n";
        assert_eq!(lock(&manifest("requirements.txt", exact, &[])), Some("requirements.txt"));
        let found = manifest("requirements.txt", "flask==3.0.0\nrequests>=2 # open\n", &[]);
        assert_eq!(lock(&found), None);
        assert_eq!(found.facts.dotted("loose.0").and_then(Node::as_str), Some("requests>=2"));
    }
}
