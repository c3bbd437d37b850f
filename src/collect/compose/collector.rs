//! Which files are Compose files, and the services in them.

use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;

use crate::collect::below::joined;
use crate::collect::collected::Collected;
use crate::collect::collector::{Claim, Collector};
use crate::collect::dockerfile;
use crate::collect::target::{SourceFile, Target};
use crate::model::{Evidence, EvidenceKind, Node, Problem, Span};
use crate::syntax::yaml;

use super::configs;
use super::environment;
use super::merging::{self, Merging};
use super::oldest;
use super::service::{self, Around, Built};
use super::variables;

pub(crate) const COLLECTOR: Collector =
    Collector { name: "compose", reads: "Docker Compose files", claims, recognises, collect };

const STEMS: &[&str] = &["compose", "docker-compose", "podman-compose"];

fn claims(path: &Utf8Path) -> Claim {
    let name = path.file_name().unwrap_or_default();
    if name == ".env" {
        return Claim::Yes;
    }
    let Some(stem) = name.strip_suffix(".yml").or_else(|| name.strip_suffix(".yaml")) else { return Claim::No };
    if STEMS.contains(&stem) || is_variant(stem) {
        return Claim::Yes;
    }
    // Any file whose content says so.
    Claim::IfContent
}

/// `compose.prod`, `docker-compose-dev`, `docker-compose.override`: what lies on top of a main file need not say what runs.
fn is_variant(stem: &str) -> bool {
    let rest = |it: &&str| stem.strip_prefix(*it).filter(|rest| !rest.is_empty());
    STEMS.iter().any(|it| {
        rest(it).is_some_and(|rest| rest.starts_with('.') || *it != "compose" && rest.starts_with(['-', '_']))
    })
}

/// `services:` at the start of a line, and an image or a build below it. Pipelines and bundles that have services too
/// say what they are on lines of their own.
fn recognises(text: &str) -> bool {
    let mut services = false;
    let mut runs = false;
    for line in text.lines() {
        services |= line
            .trim_end()
            .strip_prefix("services:")
            .is_some_and(|it| it.trim_start().is_empty() || it.trim_start().starts_with('#'));
        let word = line.trim_start();
        runs |= word.len() < line.len() && (word.starts_with("image:") || word.starts_with("build:"));
        let other = [
            "apiVersion:",
            "on:",
            "jobs:",
            "stages:",
            "AWSTemplateFormatVersion",
            "Resources:",
            "pipelines:",
            "script:",
        ];
        if other.iter().any(|it| line.starts_with(it)) {
            return false;
        }
    }
    services && runs
}

fn collect(target: &Target, files: &[&SourceFile]) -> Collected {
    let is_env = |it: &&SourceFile| it.path.file_name() == Some(".env");
    let folders: Vec<_> = files.iter().copied().filter(|it| !is_env(it)).map(|it| it.path.parent()).collect();
    let read: Vec<_> =
        files.par_iter().map(|file| if is_env(file) { None } else { Some(services(target, files, file)) }).collect();
    let mut collected = Collected::default();
    for (file, read) in files.iter().zip(read) {
        match read {
            None if folders.contains(&file.path.parent()) => collected.read(file, Vec::new()),
            None => collected.skipped(file, "no Compose file beside it"),
            Some(Read::Services(evidence, problems)) => {
                collected.evidence.extend(evidence);
                collected.read(file, problems);
            }
            Some(Read::Override(base, problems)) => {
                collected.read_for(file, format!("judged as a part of {base}"));
                collected.read(file, problems);
            }
            Some(Read::Failed(problems)) => collected.failed(file, problems),
            Some(Read::Skipped(reason)) => collected.skipped(file, reason),
        }
    }
    collected
}

enum Read {
    Services(Vec<Evidence>, Vec<Problem>),
    /// It lies on top of another file, and is judged with it.
    Override(Utf8PathBuf, Vec<Problem>),
    Failed(Vec<Problem>),
    Skipped(&'static str),
}

/// The file that Compose puts on top of one of its own accord: `compose.override.yaml` on `compose.yaml`.
fn override_of<'a>(target: &'a Target, path: &Utf8Path) -> Option<&'a SourceFile> {
    let stem = path.file_stem().filter(|it| STEMS.contains(it))?;
    let names = ["yaml", "yml"].map(|it| path.with_file_name(format!("{stem}.override.{it}")));
    names.iter().find_map(|it| target.file(it))
}

/// The main file in the folder of one that only some commands lay over it: `compose.yaml` beside `compose.prod.yaml`.
fn beside<'a>(files: &[&'a SourceFile], path: &Utf8Path) -> Option<&'a SourceFile> {
    let stem = path.file_stem()?;
    let is_variant = STEMS.iter().any(|it| stem.strip_prefix(it).is_some_and(|rest| rest.starts_with(['.', '-', '_'])));
    let names = STEMS.iter().flat_map(|it| ["yaml", "yml"].map(|end| path.with_file_name(format!("{it}.{end}"))));
    let mut names = names.filter(|_| is_variant);
    names.find_map(|name| files.iter().copied().find(|it| it.path == name))
}

/// The file that an override lies on, where it is here.
fn overrides<'a>(files: &[&'a SourceFile], path: &Utf8Path) -> Option<&'a SourceFile> {
    let stem = path.file_stem()?.strip_suffix(".override").filter(|it| STEMS.contains(it))?;
    let names = ["yaml", "yml"].map(|it| path.with_file_name(format!("{stem}.{it}")));
    names.iter().find_map(|name| files.iter().copied().find(|it| it.path == *name))
}

fn services(target: &Target, files: &[&SourceFile], file: &SourceFile) -> Read {
    let folder = file.path.parent().unwrap_or(Utf8Path::new(""));
    let parsed = yaml::parse(file.id, &file.text);
    let mut problems = parsed.problems;
    if let Some(base) = overrides(files, &file.path) {
        return Read::Override(base.path.clone(), problems);
    }
    let variables = target.file(&folder.join(".env")).map(|it| variables::dotenv(it.id, &it.text)).unwrap_or_default();
    let includes: Vec<_> = parsed.documents.iter().filter_map(|it| it.get("include")).collect();
    problems.extend(includes.iter().flat_map(|it| merging::unread(it, folder, files)));
    let stated = parsed.documents.iter().find_map(|it| it.get("services"));
    let Some(table) = stated.or_else(|| oldest::services(&file.path, &parsed.documents)) else {
        return match (problems.is_empty(), file.text.contains("{{")) {
            _ if !includes.is_empty() => Read::Services(Vec::new(), problems),
            (true, _) => Read::Skipped("no services in it"),
            (false, true) => Read::Skipped("a template of a Compose file: it is not rendered"),
            (false, false) => Read::Failed(problems),
        };
    };
    let above = override_of(target, &file.path).map(|it| yaml::parse(it.id, &it.text));
    let table = match above.iter().flat_map(|it| &it.documents).find_map(|it| it.get("services")) {
        Some(above) => &merging::overridden(table, above),
        None => table,
    };
    let below = beside(files, &file.path).map(|it| yaml::parse(it.id, &it.text));
    let below = below.iter().flat_map(|it| &it.documents).find_map(|it| it.get("services"));
    let volumes = parsed.documents.iter().find_map(|it| it.get("volumes")).map(|it| variables::filled(it, &variables));
    let mut evidence = configs::stated(COLLECTOR.name, &file.path, &parsed.documents);
    let mut partial = 0;
    let mut runs_something = false;
    let mut merging = Merging { files, problems };
    for entry in table.entries() {
        let name_span = entry.node.name_span.unwrap_or(entry.node.span);
        let whole = merging.extended(&entry.node, table, folder, 0);
        // What a variant does not say, the main file says.
        let whole = match below.and_then(|table| Some((table, table.get(&entry.name)?))) {
            Some((table, under)) => merging::on_top(&whole, &merging.extended(under, table, folder, 0)),
            None => whole,
        };
        let merged = merging::untagged(&whole);
        let runs = ["image", "build"].iter().any(|it| merged.get(it).is_some_and(|it| !it.is_null()));
        if !runs {
            partial += 1;
            // What says nothing of its own run is an addition to a service of another file.
            if merged.get("extends").is_none() && files.len() > 1 {
                continue;
            }
        }
        let node = variables::filled(&merged, &variables);
        runs_something = true;
        evidence.push(workload(target, file, folder, &entry.name, &node, name_span, volumes.as_ref()));
    }
    let problems = merging.problems;
    if !runs_something && partial > 0 && problems.is_empty() {
        return Read::Skipped("it only adds to services of another file, and nothing tells of which");
    }
    Read::Services(evidence, problems)
}

fn workload(
    target: &Target,
    file: &SourceFile,
    folder: &Utf8Path,
    name: &str,
    service: &Node,
    name_span: Span,
    volumes: Option<&Node>,
) -> Evidence {
    let variables = environment::of_files(target, folder, service, name_span);
    let around = Around { text: &file.text, built: built(target, folder, service), volumes, variables };
    let facts = service::facts(service, name_span, around);
    Evidence {
        id: format!("compose:{}#{name}", file.path),
        kind: EvidenceKind::Workload,
        name: name.to_owned(),
        format: COLLECTOR.name,
        provider: None,
        native_type: Some("service".to_owned()),
        address: Some(name.to_owned()),
        span: name_span.to(service.span),
        name_span,
        called_from: Vec::new(),
        facts: Node::map(facts, service.span).named(name_span),
    }
}

/// What the Dockerfile that the service is built from leaves in the image.
fn built(target: &Target, folder: &Utf8Path, service: &Node) -> Built {
    let Some(build) = service.get("build") else { return Built::default() };
    let text = |key: &str| build.get(key).and_then(Node::as_str);
    let context = build.as_str().or_else(|| text("context")).unwrap_or(".");
    let Some(path) = joined(folder, context).and_then(|it| joined(&it, text("dockerfile").unwrap_or("Dockerfile")))
    else {
        return Built::default();
    };
    let left = target.file(&path).and_then(|it| dockerfile::left_in_stage(it, text("target")));
    left.map(|(user, healthcheck)| Built { user, healthcheck }).unwrap_or_default()
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
