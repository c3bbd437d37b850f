//! Tools that propose dependency updates, hooks that run before a commit, and scanners for secrets.

use crate::collect::pipeline::facts::{Facts, one_or_many};
use crate::collect::target::{SourceFile, Target};
use crate::model::{Node, Problem, Span};
use crate::syntax::{json, yaml};

pub(super) const DEPENDABOT: &[&str] = &[".github/dependabot.yml", ".github/dependabot.yaml"];

pub(super) const RENOVATE: &[&str] = &[
    "renovate.json",
    "renovate.json5",
    ".renovaterc",
    ".renovaterc.json",
    ".renovaterc.json5",
    ".github/renovate.json",
    ".github/renovate.json5",
    ".gitlab/renovate.json",
    ".gitlab/renovate.json5",
];

pub(super) const HOOKS: &str = ".pre-commit-config.yaml";

/// Files that set a scanner for secrets up.
pub(super) const SECRET_SCANNERS: &[(&str, &str)] = &[
    (".gitleaks.toml", "gitleaks"),
    ("gitleaks.toml", "gitleaks"),
    (".secrets.baseline", "detect-secrets"),
    (".github/secret_scanning.yml", "GitHub secret scanning"),
    (".gitguardian.yaml", "ggshield"),
    (".gitguardian.yml", "ggshield"),
    (".trufflehog.yml", "trufflehog"),
    (".talismanrc", "talisman"),
];

/// Hooks that scan for secrets of all kinds.
const SECRET_HOOKS: &[&str] = &[
    "gitleaks",
    "gitleaks-docker",
    "gitleaks-system",
    "detect-secrets",
    "trufflehog",
    "ggshield",
    "talisman-commit",
    "talisman-push",
];

/// The update tool and the ecosystems it is told of. Renovate finds them itself unless told otherwise.
pub(super) fn fact(target: &Target, problems: &mut Vec<Problem>) -> Option<Node> {
    if let Some(file) = first(target, DEPENDABOT) {
        let document = document(file, problems);
        let updates = document.as_ref().and_then(|it| it.get("updates"));
        let ecosystems =
            updates.map(Node::items).unwrap_or_default().iter().filter_map(|it| it.get("package-ecosystem"));
        let span = updates.map_or(Span::start_of(file.id), |it| it.name_span.unwrap_or(it.span));
        return Some(tool("dependabot", Node::list(ecosystems.cloned().collect(), span), span));
    }
    let file = first(target, RENOVATE)?;
    let start = Span::start_of(file.id);
    let document = json::parse(file.id, &file.text).documents.into_iter().next();
    let managers =
        one_or_many(document.as_ref().and_then(|it| it.get("enabledManagers"))).into_iter().cloned().collect();
    Some(tool("renovate", Node::list(managers, start), start))
}

fn tool(name: &str, ecosystems: Node, span: Span) -> Node {
    let mut facts = Facts::default();
    facts.put("tool", Node::new(name, span));
    facts.put("ecosystems", ecosystems);
    facts.into_node(span).named(span)
}

fn first<'a>(target: &'a Target, paths: &[&str]) -> Option<&'a SourceFile> {
    paths.iter().find_map(|it| target.file((*it).as_ref()))
}

fn document(file: &SourceFile, problems: &mut Vec<Problem>) -> Option<Node> {
    let parsed = yaml::parse(file.id, &file.text);
    problems.extend(parsed.problems);
    parsed.documents.into_iter().next()
}

/// The ids of the hooks that run before a commit.
pub(super) fn hooks(target: &Target, problems: &mut Vec<Problem>) -> Option<Node> {
    let file = target.file(HOOKS.as_ref())?;
    let document = document(file, problems)?;
    let repositories = document.get("repos").map(Node::items).unwrap_or_default();
    let hooks = repositories.iter().flat_map(|it| it.get("hooks").map(Node::items).unwrap_or_default());
    let ids: Vec<Node> = hooks.filter_map(|it| it.get("id").cloned()).collect();
    let start = Span::start_of(file.id);
    Some(Node::list(ids, start).named(start))
}

/// What scans for secrets, by a hook or by its own file.
pub(super) fn secret_scanning(target: &Target, hooks: Option<&Node>) -> Option<Node> {
    let mut hooks = hooks.map(Node::items).unwrap_or_default().iter();
    if let Some(hook) = hooks.find(|it| it.as_str().is_some_and(|id| SECRET_HOOKS.contains(&id))) {
        return Some(hook.clone());
    }
    SECRET_SCANNERS.iter().find_map(|(path, name)| {
        let file = target.file((*path).as_ref())?;
        Some(Node::new(*name, Span::start_of(file.id)))
    })
}
