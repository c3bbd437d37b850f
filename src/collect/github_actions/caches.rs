//! Steps that restore what other runs left in a cache.

use crate::model::Node;

use super::expressions;
use super::uses::Reference;

/// Actions that restore one whatever they are told, but for an input that only looks.
const CACHES: &[&str] = &["actions/cache", "actions/cache/restore", "swatinem/rust-cache"];

/// Inputs that ask for one.
const ASKING: &[&str] = &["cache", "cache-from", "bundler-cache", "enable-cache"];

/// Actions that restore one unless an input says otherwise: the input, and what it says then.
const UNASKED: &[(&str, &str, &str)] = &[
    ("actions/setup-go", "cache", "false"),
    ("actions-rust-lang/setup-rust-toolchain", "cache", "false"),
    ("astral-sh/setup-uv", "enable-cache", "false"),
    ("golangci/golangci-lint-action", "skip-cache", "true"),
    ("gradle/actions/setup-gradle", "cache-disabled", "true"),
    ("gradle/gradle-build-action", "cache-disabled", "true"),
    ("jdx/mise-action", "cache", "false"),
    ("moonrepo/setup-rust", "cache", "false"),
    ("ramsey/composer-install", "ignore-cache", "yes"),
];

/// Conditions that keep a step out of runs for a release.
const KEPT_OUT: &[&str] = &[
    "github.event_name == 'pull_request'",
    "github.event_name != 'release'",
    "github.event_name != 'push'",
    "github.ref_type != 'tag'",
    "!startsWith(github.ref, 'refs/tags/",
];

/// The first step that restores a cache, shown at what asks for it; unresolved where an expression decides.
pub(super) fn fact(job: &Node) -> Option<Node> {
    let found: Vec<Node> = job.get("steps")?.items().iter().filter_map(of_step).collect();
    let sure = found.iter().find(|it| it.as_bool() == Some(true));
    sure.or_else(|| found.iter().find(|it| it.as_unresolved().is_some())).cloned()
}

fn of_step(step: &Node) -> Option<Node> {
    let called = step.get("uses")?;
    let reference = Reference::read(called.as_str()?);
    let path = reference.full_path().to_ascii_lowercase();
    let condition = step.get("if").and_then(Node::scalar_text).unwrap_or_default();
    if KEPT_OUT.iter().any(|it| condition.contains(it)) {
        return None;
    }
    let input = |name: &str| step.get("with").and_then(|it| it.get(name)).filter(|it| !it.is_null());
    if CACHES.contains(&path.as_str()) {
        let only_looks = input("lookup-only").is_some_and(|it| it.scalar_text().as_deref() == Some("true"));
        return (!only_looks).then(|| Node::new(true, called.span));
    }
    if let Some((_, name, off)) = UNASKED.iter().find(|(action, ..)| *action == path) {
        return match input(name) {
            Some(it) if it.as_str().is_some_and(|it| it.contains("${{")) => Some(expressions::settled(it)),
            Some(it) if it.scalar_text().as_deref() == Some(*off) => None,
            Some(it) => Some(Node::new(true, it.span)),
            // The first three versions of the one for Go had none.
            None if path == "actions/setup-go" && matches!(reference.version, Some("v1" | "v2" | "v3")) => None,
            None => Some(Node::new(true, called.span)),
        };
    }
    let asked = ASKING.iter().find_map(|it| input(it))?;
    match asked.scalar_text().as_deref() {
        None | Some("false" | "") => None,
        Some(text) if text.contains("${{") => Some(expressions::settled(asked)),
        Some(_) => Some(Node::new(true, asked.span)),
    }
}
