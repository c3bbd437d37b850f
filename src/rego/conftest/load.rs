//! A folder of Conftest policies: its modules, its data, and a policy of ours for each of its rules.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use globset::{GlobBuilder, GlobSetBuilder};
use serde_json::{Map, Value};

use super::functions::Known;
use super::judge;
use super::mapping::{self, Mapped, Mapping};
use crate::model::{EvidenceKind, Framework, Policy, PolicyId, Problem, Severity, Source, Sources, Span, TestKind};
use crate::rego::engine;
use crate::rego::module::{Foreign, Module};
use crate::rego::structure::Structure;
use crate::syntax::by_name;

/// The side file that makes a folder one of Conftest policies.
pub const FILE_NAME: &str = "criteria.toml";

/// A file of the folder: its path below it, the path to show, its text.
#[derive(Clone, Debug)]
pub struct FolderFile {
    pub below: String,
    pub shown: String,
    pub text: Arc<str>,
}

/// The policies of a folder. The texts become sources.
pub fn load(
    files: &[FolderFile],
    namespaces: &[String],
    frameworks: &[Framework],
    sources: &mut Sources,
) -> (Vec<(Policy, Module)>, Vec<Problem>) {
    let mut add = |it: &FolderFile| sources.add(Source::new(it.shown.clone(), Arc::clone(&it.text)));
    let Some(side) = files.iter().find(|it| it.below == FILE_NAME) else { return (Vec::new(), Vec::new()) };
    let side_source = add(side);
    let mapping = match mapping::read(side_source, &side.text, frameworks) {
        Ok(mapping) => mapping,
        Err(problems) => return (Vec::new(), problems),
    };
    let mut problems = Vec::new();
    let mut modules = Vec::new();
    let mut checked = engine::engine();
    for file in files.iter().filter(|it| it.below.ends_with(".rego") && !it.below.ends_with("_test.rego")) {
        let source = add(file);
        match Module::read(source, &file.shown, Arc::clone(&file.text)) {
            Some(module) => {
                problems.extend(judge::add(&mut checked, &module).err());
                modules.push(module);
            }
            None => problems.push(Problem::at(Span::start_of(source), "the file names no package")),
        }
    }
    let data = data(files, &mapping, &mut add, &mut problems);
    let mut builder = GlobSetBuilder::new();
    for glob in &mapping.files {
        match GlobBuilder::new(glob).literal_separator(true).build() {
            Ok(glob) => drop(builder.add(glob)),
            Err(error) => problems.push(Problem::at(Span::start_of(side_source), error.to_string())),
        }
    }
    let globs = builder.build().ok().filter(|_| !mapping.files.is_empty());
    let asked: Vec<&str> = match (namespaces, mapping.namespaces.as_slice()) {
        ([], []) => vec!["main"],
        ([], stated) => stated.iter().map(String::as_str).collect(),
        (given, _) => given.iter().map(String::as_str).collect(),
    };
    let rules = rules(&modules, &asked);
    if rules.is_empty() && problems.is_empty() {
        let message = format!("no rule `deny`, `violation` or `warn` in the package {}", asked.join(", "));
        problems.push(Problem::at(Span::start_of(side_source), message));
    }
    let mut policies = Vec::new();
    for ((namespace, rule), module) in rules {
        let Some(mapped) = mapping.of(&namespace, &rule) else {
            let message = format!("the side file {FILE_NAME} maps `{namespace}.{rule}` to no criterion");
            let help = format!("add `[rules.{rule}]`, or `[rules.\"*\"]` for all others, with `criteria`");
            problems.push(Problem::at(module.package_span, message).with_help(help));
            continue;
        };
        let in_namespace = modules.iter().filter(|it| it.package == namespace);
        let has_exceptions =
            in_namespace.into_iter().any(|it| Structure::of(&it.text).rules().iter().any(|it| it.name == "exception"));
        let foreign = Foreign {
            namespace: namespace.clone(),
            rule: rule.clone(),
            modules: modules.clone(),
            data: data.clone(),
            files: globs.clone(),
            combine: mapping.combine,
            has_exceptions,
            known: Known::default(),
        };
        let policy = policy(&namespace, &rule, mapped);
        policies.push((policy, Module { foreign: Some(Arc::new(foreign)), ..module }));
    }
    (policies, problems)
}

/// The rules of the namespaces that Conftest asks, each with a module that defines it.
fn rules(modules: &[Module], namespaces: &[&str]) -> BTreeMap<(String, String), Module> {
    let mut found = BTreeMap::new();
    let is_asked = |it: &&Module| namespaces.iter().any(|name| *name == "*" || it.package == *name);
    for module in modules.iter().filter(is_asked) {
        let names: BTreeSet<String> = Structure::of(&module.text).rules().into_iter().map(|it| it.name).collect();
        for name in names.into_iter().filter(|it| is_judging(it)) {
            found.entry((module.package.clone(), name)).or_insert_with(|| module.clone());
        }
    }
    found
}

/// `deny`, `violation` or `warn`, alone or with words behind `_`.
fn is_judging(name: &str) -> bool {
    let (first, rest) = name.split_once('_').unwrap_or((name, "x"));
    matches!(first, "deny" | "violation" | "warn")
        && rest.split('_').all(|it| !it.is_empty() && it.chars().all(|it| it.is_ascii_alphanumeric()))
}

fn policy(namespace: &str, rule: &str, mapped: &Mapped) -> Policy {
    let words = format!("conftest-{namespace}-{rule}").to_lowercase().replace(['_', '.'], "-");
    let otherwise = if rule.starts_with("warn") { Severity::Low } else { Severity::High };
    let remediation = mapped.remediation.clone().unwrap_or_else(|| "mend what the message says".to_owned());
    Policy {
        id: PolicyId(format!("file-{words}")),
        title: mapped.title.clone().unwrap_or_else(|| format!("Conftest finds nothing for {namespace}.{rule}")),
        description: mapped.description.clone().unwrap_or_else(|| "The policy itself says why.".to_owned()),
        related_resources: Vec::new(),
        kind: EvidenceKind::File,
        package: namespace.to_owned(),
        severity: mapped.severity.unwrap_or(otherwise),
        criteria: mapped.links.clone(),
        tests: TestKind::Design,
        reads: vec!["content".to_owned()],
        remediation: BTreeMap::from([("file".to_owned(), remediation)]),
        aliases: BTreeMap::new(),
        since: env!("CARGO_PKG_VERSION").to_owned(),
    }
}

/// The data files as one document: folders below a named one are keys, as OPA loads them.
fn data(
    files: &[FolderFile],
    mapping: &Mapping,
    add: &mut impl FnMut(&FolderFile) -> crate::model::SourceId,
    problems: &mut Vec<Problem>,
) -> Value {
    let mut all = Map::new();
    for root in &mapping.data {
        let root = root.trim_start_matches("./").trim_end_matches('/');
        for file in files {
            let below = file.below.strip_prefix(root).map(|it| it.trim_start_matches('/'));
            let Some(below) = below.filter(|it| it.is_empty() || file.below.starts_with(&format!("{root}/"))) else {
                continue;
            };
            let Some(parsed) = by_name::parse(crate::model::SourceId(0), file.below.as_str().into(), &file.text) else {
                continue;
            };
            if !parsed.problems.is_empty() {
                let source = add(file);
                problems.push(Problem::at(Span::start_of(source), "the data cannot be read"));
            }
            let Some(Value::Object(entries)) = parsed.documents.first().map(crate::rego::plain::value) else {
                continue;
            };
            let folders: Vec<&str> = below.rsplit_once('/').map(|it| it.0.split('/').collect()).unwrap_or_default();
            put(&mut all, &folders, entries);
        }
    }
    Value::Object(all)
}

fn put(into: &mut Map<String, Value>, folders: &[&str], entries: Map<String, Value>) {
    let Some((first, rest)) = folders.split_first() else {
        into.extend(entries);
        return;
    };
    if let Value::Object(inner) = into.entry(*first).or_insert_with(|| Value::Object(Map::new())) {
        put(inner, rest, entries);
    }
}
