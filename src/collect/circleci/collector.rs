//! The row of the collectors' table: which files are CircleCI configurations.

use camino::Utf8Path;
use rayon::prelude::*;

use crate::collect::collected::Collected;
use crate::collect::collector::{Claim, Collector};
use crate::collect::pipeline::facts::Facts;
use crate::collect::pipeline::rows::{Pipeline, PipelineRuns};
use crate::collect::pipeline::settings;
use crate::collect::target::{SourceFile, Target};
use crate::model::{Node, Span};
use crate::syntax::yaml;

use super::{orbs, workflows};

pub(in crate::collect) const COLLECTOR: Collector =
    Collector { name: NAME, reads: "CircleCI configurations", claims, recognises, collect };

/// The format's name.
const NAME: &str = "circleci";

fn claims(path: &Utf8Path) -> Claim {
    let name = path.file_name().unwrap_or_default();
    let is_yaml = name.ends_with(".yml") || name.ends_with(".yaml");
    let folder = path.parent().and_then(Utf8Path::file_name);
    match (is_yaml, folder) {
        (true, Some(".circleci")) if name.starts_with("config.") => Claim::Yes,
        (true, _) if path.components().any(|it| it.as_str() == ".circleci") => Claim::IfContent,
        // Scanned by itself, a configuration does not show the folder it lies in.
        (true, None | Some("")) if name.starts_with("config.") || name.contains("circleci") => Claim::IfContent,
        _ => Claim::No,
    }
}

fn recognises(text: &str) -> bool {
    let has = |start: &str| text.lines().any(|it| it.starts_with(start));
    has("version:") && (has("jobs:") || has("workflows:") || has("orbs:"))
}

fn collect(_target: &Target, files: &[&SourceFile]) -> Collected {
    let parsed: Vec<_> = files.par_iter().map(|file| yaml::parse(file.id, &file.text)).collect();
    let mut collected = Collected::default();
    for (file, parsed) in files.iter().zip(parsed) {
        let document = parsed.documents.first().filter(|it| !it.entries().is_empty());
        match document {
            Some(document) => {
                collected.read(file, parsed.problems);
                collected.evidence.extend(pipeline(file, document).into_evidence());
            }
            None if parsed.problems.is_empty() => collected.skipped(file, "no configuration"),
            None => collected.failed(file, parsed.problems),
        }
    }
    collected
}

/// What the configuration of a repository runs, by occasion.
pub(in crate::collect) fn pipeline_runs(target: &Target) -> Vec<PipelineRuns> {
    let files = target.files.iter().filter(|it| it.path == ".circleci/config.yml");
    let parsed = files.map(|it| (it, yaml::parse(it.id, &it.text)));
    parsed.filter_map(|(file, it)| Some(pipeline(file, it.documents.first()?).by_occasion())).collect()
}

fn pipeline(file: &SourceFile, document: &Node) -> Pipeline {
    let jobs = workflows::jobs(file, document);
    let first = document.entries().first().and_then(|it| it.node.name_span);
    let name_span = first.unwrap_or(Span::start_of(file.id));
    let mut facts = Facts::default();
    let includes = orbs::includes(document);
    facts.put_some("includes", includes.first().map(|it| it.span).map(|at| Node::list(includes, at)));
    facts.put("settings", Node::list(settings(document), name_span));
    Pipeline {
        format: NAME,
        path: file.path.clone(),
        name: "CircleCI".to_owned(),
        name_span,
        span: document.span,
        facts,
        runs: orbs::dynamic(document),
        jobs,
    }
}

/// Named texts anywhere: environments, and what logs in to registries. Those of containers beside the job live as long
/// as it does, and so do passwords to them.
fn settings(document: &Node) -> Vec<Node> {
    let mut found = Vec::new();
    let mut met = std::collections::BTreeSet::new();
    document.walk(&mut |path, node| {
        let Some(last) = path.last() else { return };
        let beside = path.iter().rev().nth(2).is_some_and(|it| it == "docker")
            && path.iter().rev().nth(1).is_some_and(|it| it != "0");
        if matches!(last.as_str(), "environment" | "auth" | "aws_auth") && !beside && met.insert(node.span) {
            found.extend(settings::of([node]));
        }
    });
    found
}
