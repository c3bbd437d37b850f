//! The row of the collectors' table, and the one piece of evidence it makes.

use camino::Utf8Path;

use crate::collect::aside::is_aside;
use crate::collect::collected::Collected;
use crate::collect::collector::{Claim, Collector};
use crate::collect::pipeline::facts::{Facts, unresolved};
use crate::collect::target::{SourceFile, Target};
use crate::model::{Cause, Entry, Evidence, EvidenceKind, Node, Problem, Shape, Span};

use super::{code_owners, ecosystems, presence, protection, runs, updates};

pub const COLLECTOR: Collector = Collector {
    name: NAME,
    reads: "files that govern a repository: CODEOWNERS, SECURITY.md, update tools, hooks, branch protection",
    claims,
    recognises: protection::is_export,
    collect,
};

const NAME: &str = "repository";

/// Facts whose absence from a part of a repository says nothing: the rest may have them or not.
const MISSABLE: &[&str] = &[
    "code_owners",
    "security_policy",
    "change_log",
    "license",
    "contributing",
    "change_template",
    "dependency_updates",
    "hooks",
    "secret_scanning",
];

/// A question that a path answers.
type Question = fn(&Utf8Path) -> bool;

/// What kinds of content the tree holds.
const CONTENT: &[(&str, Question)] = &[
    ("has_code", presence::is_code),
    ("has_infrastructure_code", presence::is_infrastructure),
    ("has_image_builds", presence::is_image_build),
];

fn claims(path: &Utf8Path) -> Claim {
    let is_readme = path.parent().is_some_and(|it| it == "") && presence::is_prose(path, "readme");
    match path.extension() {
        _ if is_readme || is_governing(path) || answers_presence(path) => Claim::Yes,
        Some("json") => Claim::IfContent,
        _ => Claim::No,
    }
}

/// Files that hold rules, and not only prose: where one lies, a repository begins.
fn is_governing(path: &Utf8Path) -> bool {
    let named = [code_owners::PLACES, updates::DEPENDABOT, updates::RENOVATE, &[updates::HOOKS]];
    named.iter().any(|it| it.iter().any(|name| path == *name))
        || updates::SECRET_SCANNERS.iter().any(|(name, _)| path == *name)
        || protection::is_place(path)
}

fn answers_presence(path: &Utf8Path) -> bool {
    presence::FILES.iter().any(|(_, folders, stems)| {
        let in_folder = folders.iter().any(|it| path.parent().is_some_and(|parent| parent == *it));
        in_folder && stems.iter().any(|it| presence::is_prose(path, it))
    })
}

fn collect(target: &Target, files: &[&SourceFile]) -> Collected {
    let mut problems = Vec::new();
    let mut collected = Collected::default();
    let stated = protection::rules(target, files, &mut problems);
    collected.evidence.extend(protection::evidence(&stated, target, NAME));
    if let Some(place) = place(target, files) {
        collected.evidence.push(repository(target, place, &stated, &mut problems));
    }
    for file in files {
        let own = problems.iter().filter(|it| it.span.is_some_and(|at| at.source == file.id));
        collected.read(file, own.cloned().collect());
    }
    collected
}

/// Where the repository as a whole is shown; nothing where what is scanned is no repository and governs none.
fn place(target: &Target, files: &[&SourceFile]) -> Option<Span> {
    let governing = files.iter().find(|it| is_governing(&it.path));
    if !target.whole_repository && governing.is_none() {
        return None;
    }
    let readme = files.iter().find(|it| presence::is_prose(&it.path, "readme"));
    let first = readme.or(governing).copied().or(target.files.first());
    first.map(|it| Span::start_of(it.id))
}

fn repository(target: &Target, place: Span, stated: &protection::Stated, problems: &mut Vec<Problem>) -> Evidence {
    let mut facts = Facts::default();
    facts.put_some("code_owners", code_owners::fact(target));
    for (fact, folders, stems) in presence::FILES {
        facts.put_some(fact, presence::file(target, folders, stems).map(|it| shown(target, it, it.as_str(), place)));
    }
    updating(target, place, problems, &mut facts);
    let hooks = updates::hooks(target, problems);
    facts.put_some("secret_scanning", updates::secret_scanning(target, hooks.as_ref()));
    facts.put_some("hooks", hooks);
    facts.put_some("main_branch_protected", protection::is_protected(stated));
    facts.put("pipelines", runs::pipelines(target, place));
    let occasions = runs::occasions(target, place);
    facts.put("runs", occasions.any.as_fact(place));
    facts.put("runs_on_changes", occasions.changes.as_fact(place));
    facts.put("runs_on_schedule", occasions.schedule.as_fact(place));
    for (fact, is) in CONTENT {
        let held = target.paths.iter().any(|it| !is_aside(it) && is(it));
        facts.put(fact, Node::new(held, place));
    }
    let facts = facts.into_node(place).named(place);
    Evidence {
        id: "repository:.#repository".to_owned(),
        kind: EvidenceKind::Repository,
        name: "this repository".to_owned(),
        format: NAME,
        provider: None,
        native_type: None,
        address: None,
        span: place,
        name_span: place,
        called_from: Vec::new(),
        facts: if target.whole_repository { facts } else { with_missing_unresolved(&facts, place) },
    }
}

/// Facts about updates: the tool, the ecosystems of the tree, and those that the tool is not told of.
fn updating(target: &Target, place: Span, problems: &mut Vec<Problem>, facts: &mut Facts) {
    let found = ecosystems::found(target);
    let updates = updates::fact(target, problems);
    let at = updates.as_ref().map_or(place, |it| it.span);
    let uncovered = found.keys().filter(|it| !is_updated(it, updates.as_ref()));
    let uncovered: Vec<Node> = uncovered.map(|it| Node::new(*it, at)).collect();
    let uncovered = if updates.is_none() && !target.whole_repository {
        unresolved(Cause::OutOfScope("the rest of the repository".to_owned()), Shape::List, place)
    } else {
        Node::list(uncovered, at).named(at)
    };
    facts.put("uncovered_ecosystems", uncovered);
    let ecosystems = found.iter().map(|(name, manifest)| shown(target, manifest, name, place));
    facts.put("ecosystems", Node::list(ecosystems.collect(), place));
    facts.put_some("dependency_updates", updates);
}

/// A text, shown at the start of the file that answers for it.
fn shown(target: &Target, path: &Utf8Path, text: &str, otherwise: Span) -> Node {
    Node::new(text, target.file(path).map_or(otherwise, |it| Span::start_of(it.id)))
}

fn is_updated(ecosystem: &str, updates: Option<&Node>) -> bool {
    let Some(updates) = updates else { return false };
    let named = updates.get("ecosystems").map(Node::items).unwrap_or_default();
    let finds_all = named.is_empty() && updates.get("tool").and_then(Node::as_str) == Some("renovate");
    finds_all || named.iter().filter_map(Node::as_str).any(|it| ecosystems::is_named(ecosystem, it))
}

/// A part of a repository does not show what the rest holds.
fn with_missing_unresolved(facts: &Node, place: Span) -> Node {
    let mut all = facts.entries().to_vec();
    for name in MISSABLE {
        if facts.get(name).is_none() {
            let cause = Cause::OutOfScope("the rest of the repository".to_owned());
            all.push(Entry::new(*name, unresolved(cause, Shape::Any, place)));
        }
    }
    Node::map(all, place).named(place)
}
