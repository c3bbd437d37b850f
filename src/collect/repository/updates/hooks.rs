//! Hooks that run before a commit, and scanners for secrets.

use super::watch::document;
use crate::collect::target::Target;
use crate::model::{Node, Problem, Span};

pub(in crate::collect::repository) const HOOKS: &str = ".pre-commit-config.yaml";

/// Files that set a scanner for secrets up.
pub(in crate::collect::repository) const SECRET_SCANNERS: &[(&str, &str)] = &[
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

/// The ids of the hooks that run before a commit.
pub(in crate::collect::repository) fn hooks(target: &Target, problems: &mut Vec<Problem>) -> Option<Node> {
    let file = target.file(HOOKS.as_ref())?;
    let document = document(file, problems)?;
    let repositories = document.get("repos").map(Node::items).unwrap_or_default();
    let hooks = repositories.iter().flat_map(|it| it.get("hooks").map(Node::items).unwrap_or_default());
    let ids: Vec<Node> = hooks.filter_map(|it| it.get("id").cloned()).collect();
    let start = Span::start_of(file.id);
    Some(Node::list(ids, start).named(start))
}

/// What scans for secrets, by a hook or by its own file.
pub(in crate::collect::repository) fn secret_scanning(target: &Target, hooks: Option<&Node>) -> Option<Node> {
    let mut hooks = hooks.map(Node::items).unwrap_or_default().iter();
    if let Some(hook) = hooks.find(|it| it.as_str().is_some_and(|id| SECRET_HOOKS.contains(&id))) {
        return Some(hook.clone());
    }
    SECRET_SCANNERS.iter().find_map(|(path, name)| {
        let file = target.file((*path).as_ref())?;
        Some(Node::new(*name, Span::start_of(file.id)))
    })
}
