//! The OpenAPI row: which files are descriptions of an API, and an account of each.

use std::collections::{HashMap, HashSet};

use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;

use crate::collect::collected::Collected;
use crate::collect::collector::{Claim, Collector};
use crate::collect::target::{SourceFile, Target};
use crate::model::{Evidence, Node, Problem, Span};
use crate::syntax::{Parsed, json, yaml};

use super::description::Description;
use super::endpoint::{self, endpoint};
use super::{limits, operation, scheme, server};

pub(crate) const COLLECTOR: Collector =
    Collector { name: endpoint::FORMAT, reads: "OpenAPI and Swagger descriptions", claims, recognises, collect };

/// Evidence, problems, and other files that a description refers to.
type Found = (Vec<Evidence>, Vec<Problem>, HashSet<Utf8PathBuf>);

fn claims(path: &Utf8Path) -> Claim {
    match path.extension() {
        Some("yaml" | "yml" | "json") => Claim::IfContent,
        _ => Claim::No,
    }
}

/// A description names the version of its language at the left edge; parts of one hold operations with responses.
fn recognises(text: &str) -> bool {
    is_description(text) || is_part(text)
}

fn is_description(text: &str) -> bool {
    let key = |it: &str| {
        let it = it.trim_start_matches('\u{feff}').trim_start_matches(['{', ' ', '\t']);
        let it = it.trim_start_matches(['"', '\'']);
        let named = it.strip_prefix("openapi").or_else(|| it.strip_prefix("swagger"));
        named.is_some_and(|it| it.trim_start_matches(['"', '\'', ' ']).starts_with(':'))
    };
    let is_json = text.trim_start_matches('\u{feff}').trim_start().starts_with('{');
    let shallow = |it: &str| is_json || !it.starts_with([' ', '\t']);
    let whole_line = is_json && (text.contains("\"openapi\":") || text.contains("\"swagger\":"));
    let stated = ["paths", "webhooks", "components"].iter().any(|it| text.contains(it));
    stated && (whole_line || text.lines().any(|it| shallow(it) && key(it)))
}

fn is_part(text: &str) -> bool {
    const METHODS: &[&str] = &["get", "post", "put", "patch", "delete"];
    let has = |it: &str| {
        text.contains(&format!("\n{it}:")) || text.starts_with(&format!("{it}:")) || {
            text.trim_start().starts_with('{') && text.contains(&format!("\"{it}\""))
        }
    };
    text.contains("responses") && !text.contains("AWSTemplateFormatVersion") && METHODS.iter().any(|it| has(it))
}

fn parsed(file: &SourceFile) -> Parsed {
    let is_json = file.text.trim_start_matches('\u{feff}').trim_start().starts_with('{');
    if is_json { json::parse(file.id, &file.text) } else { yaml::parse(file.id, &file.text) }
}

fn collect(_: &Target, files: &[&SourceFile]) -> Collected {
    let read: Vec<Parsed> = files.par_iter().map(|file| parsed(file)).collect();
    let documents: HashMap<Utf8PathBuf, Node> = files
        .iter()
        .zip(&read)
        .filter_map(|(file, parsed)| Some((file.path.clone(), parsed.documents.first()?.clone())))
        .collect();
    let whole = |node: &Node| {
        (node.get("openapi").is_some() || node.get("swagger").is_some())
            && ["paths", "webhooks", "components"].iter().any(|it| node.get(it).is_some())
    };
    let mut used: HashSet<Utf8PathBuf> = HashSet::new();
    let found: Vec<Option<Found>> = files
        .par_iter()
        .map(|file| {
            let root = documents.get(&file.path).filter(|it| whole(it))?;
            Some(evidence(&Description { root, path: &file.path, documents: &documents }))
        })
        .collect();
    used.extend(found.iter().flatten().flat_map(|(_, _, used)| used.iter().cloned()));
    let mut collected = Collected::default();
    for ((file, parsed), found) in files.iter().zip(read).zip(found) {
        match found {
            Some((evidence, problems, _)) => {
                collected.evidence.extend(evidence);
                collected.read(file, parsed.problems.into_iter().chain(problems).collect());
            }
            None if used.contains(&file.path) => collected.read(file, parsed.problems),
            None if parsed.documents.is_empty() && !parsed.problems.is_empty() => {
                collected.failed(file, parsed.problems);
            }
            None if is_description(&file.text) => collected.skipped(file, "no OpenAPI description: it has no paths"),
            None => collected.skipped(file, "no OpenAPI description that was scanned refers to it"),
        }
    }
    collected
}

fn evidence(description: &Description<'_>) -> Found {
    let mut evidence = vec![api(description)];
    evidence.extend(server::of_root(description));
    evidence.extend(scheme::all(description));
    let operations = operation::all(description);
    evidence.extend(operations.evidence);
    (evidence, operations.problems, operations.used)
}

/// The description as a whole.
fn api(description: &Description<'_>) -> Evidence {
    let root = description.root;
    let place = root.get("info").and_then(|it| it.name_span).unwrap_or_else(|| first(root));
    let mut facts = crate::collect::pipeline::facts::Facts::default();
    facts.put("role", Node::default_of("api", place));
    facts.put("unbounded_lists", limits::unbounded_lists(root));
    facts.put_some("default_authorization", operation::authorization_by_default(description, place));
    let title = root.dotted("info.title").and_then(Node::as_str).unwrap_or(description.path.as_str());
    endpoint(description, "api", title.to_owned(), root.span, place, facts.into_node(root.span))
}

/// The key that names the language's version.
fn first(root: &Node) -> Span {
    let key = root.get("openapi").or_else(|| root.get("swagger"));
    key.and_then(|it| it.name_span).unwrap_or(root.span)
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
