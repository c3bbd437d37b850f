//! The row of the collectors' table, and the one piece of evidence it makes.

use camino::Utf8Path;

use crate::collect::aside::is_aside;
use crate::collect::collected::Collected;
use crate::collect::collector::{Claim, Collector};
use crate::collect::pipeline::facts::{Facts, unresolved};
use crate::collect::target::{SourceFile, Target};
use crate::model::{Cause, Entry, Evidence, EvidenceKind, Node, Problem, Shape, Span};

use super::ecosystems::{self, Present};
use super::{binaries, owners, presence, protection, runs, secrets, updates};

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
        _ if secrets::is_read(path) => Claim::Yes,
        Some("json") => Claim::IfContent,
        _ => Claim::No,
    }
}

/// Files that hold rules, and not only prose: where one lies, a repository begins.
fn is_governing(path: &Utf8Path) -> bool {
    let named = [owners::PLACES, updates::DEPENDABOT, updates::RENOVATE, &[updates::HOOKS]];
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
    let others = || target.files.iter().find(|it| !secrets::is_read(&it.path));
    let first = readme.or(governing).copied().or_else(others).or(target.files.first());
    first.map(|it| Span::start_of(it.id))
}

fn repository(target: &Target, place: Span, stated: &protection::Stated, problems: &mut Vec<Problem>) -> Evidence {
    let mut facts = Facts::default();
    facts.put_some("code_owners", owners::fact(target, problems));
    for (fact, folders, stems) in presence::FILES {
        facts.put_some(fact, presence::file(target, folders, stems).map(|it| shown(target, it, it.as_str(), place)));
    }
    updating(target, place, problems, &mut facts);
    let hooks = updates::hooks(target, problems);
    facts.put_some("secret_scanning", updates::secret_scanning(target, hooks.as_ref()));
    facts.put_some("hooks", hooks);
    secrets::put(target, place, &mut facts);
    binaries::put(target, place, &mut facts);
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

/// Facts about updates: the tools, the ecosystems of the tree, and what no tool looks at.
fn updating(target: &Target, place: Span, problems: &mut Vec<Problem>, facts: &mut Facts) {
    let found = ecosystems::found(target);
    let watches = updates::watches(target, problems);
    let at = watches.first().map_or(place, |it| it.span);
    let is_hidden = watches.is_empty() && !target.whole_repository;
    let list = |items: Vec<Node>| match is_hidden {
        true => unresolved(Cause::OutOfScope("the rest of the repository".to_owned()), Shape::List, place),
        false => Node::list(items, at).named(at),
    };
    let (known, unknown): (Vec<_>, Vec<_>) =
        found.iter().partition(|(ecosystem, _)| watches.iter().any(|it| it.knows(ecosystem)));
    facts.put("uncovered_ecosystems", list(unknown.into_iter().map(|(it, _)| Node::new(*it, at)).collect()));
    let uncovered = known.into_iter().flat_map(|(ecosystem, all)| {
        let watches = &watches;
        let is_missed =
            move |it: &&Present<'_>| it.is_shipped && !watches.iter().any(|watch| watch.covers(target, ecosystem, it));
        all.iter().filter(is_missed).map(move |it| missed(target, ecosystem, it, place))
    });
    facts.put("uncovered_manifests", list(uncovered.collect()));
    let first = found.iter().filter_map(|(name, all)| Some(shown(target, all.first()?.manifest, name, place)));
    facts.put("ecosystems", Node::list(first.collect(), place));
    facts.put_some("dependency_updates", watches.first().map(updates::Watch::fact));
}

/// A manifest that no update tool looks at, though one knows its ecosystem.
fn missed(target: &Target, ecosystem: &str, present: &Present<'_>, place: Span) -> Node {
    let text = |text: &str| shown(target, present.manifest, text, place);
    let mut facts = Facts::default();
    facts.put("ecosystem", text(ecosystem));
    facts.put("path", text(present.manifest.as_str()));
    facts.put("folder", text(&format!("/{}", present.folder)));
    let at = text("").span;
    facts.into_node(at).named(at)
}

/// A text, shown at the start of the file that answers for it.
fn shown(target: &Target, path: &Utf8Path, text: &str, otherwise: Span) -> Node {
    Node::new(text, target.file(path).map_or(otherwise, |it| Span::start_of(it.id)))
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
