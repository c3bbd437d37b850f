//! Modules as evidence: what a root module calls and by which version, where it keeps its state, and what its providers,
//! variables and locals are given.

use camino::Utf8Path;

use crate::model::{Entry, Evidence, EvidenceKind, Node, Span, Value};
use crate::syntax::hcl::tree::Block;

use super::evaluate::scope::{Instance, Scope};
use super::folder::Folder;
use super::reading::read;
use super::state;

/// Folders that show how a module is used or tested: nobody keeps the state of what they make.
const NOT_DEPLOYED: &[&str] = &["example", "examples", "test", "tests", "testdata", "fixtures", "e2e"];

/// The root module, its calls and those of the modules that it calls, and its providers.
pub(crate) fn of_root(instance: &Instance<'_>) -> Vec<Evidence> {
    let folder = instance.folder;
    let scope = Scope::of(instance);
    let mut found: Vec<Evidence> = Vec::new();
    if deploys(folder) {
        found.push(root(instance, &scope));
    }
    for (at, provider) in folder.providers.iter().enumerate() {
        let name = provider.label(0).map_or("", |it| it);
        let body = scope.body(&provider.body, &[], provider.span);
        let alias = body.get("alias").and_then(Node::as_str).map(|it| format!(".{it}")).unwrap_or_default();
        // What is not known here is no literal.
        let literal = |it: &&Entry| !matches!(it.node.value, Value::List(_) | Value::Map(_) | Value::Unresolved(_));
        let settings = body.entries().iter().filter(literal).cloned().collect();
        let address = format!("provider.{name}{alias}");
        let number = if alias.is_empty() && at > 0 { format!("~{at}") } else { String::new() };
        let facts = vec![Entry::new("settings", Node::map(settings, provider.span).named(provider.name_span()))];
        found.push(evidence(folder, format!("{address}{number}"), name, "provider", provider, facts));
    }
    found
}

/// Where a provider's block says which tags all its resources have.
const DEFAULT_TAGS: &[(&str, &str)] = &[("aws", "default_tags.0.tags"), ("google", "default_labels")];

/// Tags that the root module's providers put on all they make, by the beginning of the types of their resources. What
/// is made by a provider with an alias is taken to be tagged as all others are.
pub(crate) fn default_tags(instance: &Instance<'_>) -> Vec<(String, Node)> {
    let scope = Scope::of(instance);
    let plain = instance.folder.providers.iter().filter(|it| it.body.attribute("alias").is_none());
    let tags = plain.filter_map(|provider| {
        let name = provider.label(0)?;
        let (_, path) = DEFAULT_TAGS.iter().find(|(it, _)| *it == &**name)?;
        Some((format!("{name}_"), read(&scope.body(&provider.body, &[], provider.span), path)?))
    });
    tags.collect()
}

/// What one folder says by itself, whoever calls it: calls, and literal texts in variables and locals.
pub(crate) fn of_folder(folder: &Folder) -> Vec<Evidence> {
    let mut found: Vec<Evidence> = folder.calls.iter().map(|it| call(folder, it)).collect();
    for (name, variable) in &folder.variables {
        let Some(default) = variable.body.attribute("default") else { continue };
        let Some(text) = default.value.literal().filter(|it| !it.is_empty()) else { continue };
        let node = Node::new(text, default.value.span).named(default.name_span);
        let settings = Node::map(vec![Entry::new(name.clone(), node)], variable.span).named(variable.name_span());
        let facts = vec![Entry::new("settings", settings)];
        found.push(evidence(folder, format!("var.{name}"), name, "variable", variable, facts));
    }
    found
}

fn deploys(folder: &Folder) -> bool {
    let shown = folder.path.components().any(|it| NOT_DEPLOYED.contains(&it.as_str()));
    let settled = folder.settings.iter().any(|it| it.body.block("backend").or(it.body.block("cloud")).is_some());
    !shown && (settled || !folder.providers.is_empty())
}

fn root(instance: &Instance<'_>, scope: &Scope<'_, '_>) -> Evidence {
    let folder = instance.folder;
    let head = folder.settings.first().or(folder.providers.first());
    let (span, name_span) = head.map_or((folder.place, folder.place), |it| (it.span, it.name_span()));
    let mut facts = state::facts(folder, scope, name_span);
    let lock = folder.path.join(".terraform.lock.hcl");
    facts.push(Entry::new("lock_file", Node::new(instance.project.target.has(&lock), name_span)));
    facts.push(Entry::new("form", Node::new("root", name_span)));
    let name = folder.path.file_name().unwrap_or("the root module").to_owned();
    Evidence {
        id: id(&folder.path, "terraform"),
        kind: EvidenceKind::Module,
        name,
        format: "terraform",
        provider: None,
        native_type: Some("terraform".to_owned()),
        address: None,
        span,
        name_span,
        called_from: Vec::new(),
        facts: Node::map(facts, span).named(name_span),
    }
}

fn id(folder: &Utf8Path, address: &str) -> String {
    let folder = if folder.as_str().is_empty() { "." } else { folder.as_str() };
    format!("terraform:{folder}#{address}")
}

fn evidence(
    folder: &Folder,
    address: String,
    name: &str,
    form: &str,
    block: &Block,
    mut facts: Vec<Entry>,
) -> Evidence {
    let name_span = block.name_span();
    facts.push(Entry::new("form", Node::new(form, name_span)));
    Evidence {
        id: id(&folder.path, &address),
        kind: EvidenceKind::Module,
        name: name.to_owned(),
        format: "terraform",
        provider: None,
        native_type: Some(block.kind.to_string()),
        address: Some(address),
        span: block.span,
        name_span,
        called_from: Vec::new(),
        facts: Node::map(facts, block.span).named(name_span),
    }
}

/// A module call: its source, and how firmly its version is fixed.
fn call(folder: &Folder, block: &Block) -> Evidence {
    let name = block.label(0).map_or("", |it| it);
    let mut facts = Vec::new();
    let literal = |argument: &str| {
        let attribute = block.body.attribute(argument)?;
        let text = attribute.value.literal()?;
        Some(Node::new(text, attribute.value.span).named(attribute.name_span))
    };
    let (source, version) = (literal("source"), literal("version"));
    if let Some(source) = &source {
        let text = source.as_str().unwrap_or_default();
        let stated = version.as_ref().and_then(Node::as_str);
        let place = version.as_ref().filter(|_| !is_fetched(text)).unwrap_or(source);
        let span: Span = place.span;
        facts.push(Entry::new("pin", Node { name_span: place.name_span, ..Node::new(pin(text, stated), span) }));
    }
    facts.extend(source.map(|it| Entry::new("source", it)));
    facts.extend(version.map(|it| Entry::new("version", it)));
    evidence(folder, format!("module.{name}"), name, "call", block, facts)
}

/// Whether a source is a repository or archive of its own, and not the name of a module in a registry.
fn is_fetched(source: &str) -> bool {
    let hosts = ["github.com/", "bitbucket.org/", "git@"];
    source.contains("://") || source.contains("::") || hosts.iter().any(|it| source.starts_with(it))
}

/// How a call says which version of its module it means.
fn pin(source: &str, version: Option<&str>) -> &'static str {
    if super::project::is_local(source) || source.starts_with('/') {
        return "local";
    }
    if is_fetched(source) {
        let query = source.split_once('?').map_or("", |it| it.1);
        let reference = query.split('&').find_map(|it| it.strip_prefix("ref="));
        return match reference {
            Some(it) if it.len() >= 7 && it.bytes().all(|it| it.is_ascii_hexdigit()) => "commit",
            Some(it) if it.trim_start_matches(|it: char| !it.is_ascii_digit()).contains('.') => "tag",
            Some(_) => "branch",
            None => "none",
        };
    }
    let Some(version) = version.map(str::trim) else { return "none" };
    let parts: Vec<&str> = version.split(',').map(str::trim).collect();
    if parts.iter().any(|it| it.trim_start_matches('=').trim().starts_with(|first: char| first.is_ascii_digit())) {
        return "version";
    }
    if parts.iter().any(|it| it.starts_with("~>") || it.starts_with('<')) { "range" } else { "open" }
}

#[cfg(test)]
mod tests {
    use super::pin;

    #[test]
    fn a_pin_is_read_from_source_and_version() {
        for (source, version, expected) in [
            ("./modules/a", None, "local"),
            ("terraform-aws-modules/vpc/aws", None, "none"),
            ("terraform-aws-modules/vpc/aws", Some("5.1.0"), "version"),
            ("terraform-aws-modules/vpc/aws", Some("= 5.1.0"), "version"),
            ("terraform-aws-modules/vpc/aws", Some("~> 5.1"), "range"),
            ("terraform-aws-modules/vpc/aws", Some(">= 5.1"), "open"),
            ("git::https://example.com/vpc.git", None, "none"),
            ("git::https://example.com/vpc.git?ref=v1.2.0", None, "tag"),
            ("git::https://example.com/vpc.git?ref=main", None, "branch"),
            ("github.com/o/r?ref=51d462976d84fdea54b47d80dcabbf680badcdb8", None, "commit"),
        ] {
            assert_eq!(pin(source, version), expected, "{source} {version:?}");
        }
    }
}
