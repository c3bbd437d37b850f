//! The row of the collectors' table: which files are Bitbucket pipelines.

use camino::Utf8Path;
use rayon::prelude::*;

use crate::collect::collected::Collected;
use crate::collect::collector::{Claim, Collector};
use crate::collect::pipeline::checks::Runs;
use crate::collect::pipeline::facts::Facts;
use crate::collect::pipeline::rows::{Pipeline, PipelineRuns};
use crate::collect::pipeline::settings;
use crate::collect::target::{SourceFile, Target};
use crate::model::{Node, Span};
use crate::syntax::yaml;

use super::sections;

pub(in crate::collect) const COLLECTOR: Collector =
    Collector { name: NAME, reads: "Bitbucket Pipelines", claims, recognises, collect };

/// The format's name.
const NAME: &str = "bitbucket";

fn claims(path: &Utf8Path) -> Claim {
    match path.file_name() {
        Some("bitbucket-pipelines.yml" | "bitbucket-pipelines.yaml") => Claim::Yes,
        Some(name) if name.ends_with(".yml") && name.contains("bitbucket") => Claim::IfContent,
        _ => Claim::No,
    }
}

fn recognises(text: &str) -> bool {
    text.lines().any(|it| it.starts_with("pipelines:")) && text.contains("step:")
}

fn collect(_target: &Target, files: &[&SourceFile]) -> Collected {
    let parsed: Vec<_> = files.par_iter().map(|file| yaml::parse(file.id, &file.text)).collect();
    let mut collected = Collected::default();
    for (file, parsed) in files.iter().zip(parsed) {
        let document = parsed.documents.first().filter(|it| it.get("pipelines").is_some());
        match document {
            Some(document) => {
                collected.read(file, parsed.problems);
                collected.evidence.extend(pipeline(file, document).into_evidence());
            }
            None if parsed.problems.is_empty() => collected.skipped(file, "no pipelines"),
            None => collected.failed(file, parsed.problems),
        }
    }
    collected
}

/// What the pipelines of a repository run, by occasion.
pub(in crate::collect) fn pipeline_runs(target: &Target) -> Vec<PipelineRuns> {
    let files = target.files.iter().filter(|it| it.path == "bitbucket-pipelines.yml");
    let parsed = files.map(|it| (it, yaml::parse(it.id, &it.text)));
    parsed.filter_map(|(file, it)| Some(pipeline(file, it.documents.first()?).by_occasion())).collect()
}

fn pipeline(file: &SourceFile, document: &Node) -> Pipeline {
    let named = document.get("pipelines").and_then(|it| it.name_span);
    let name_span = named.unwrap_or(Span::start_of(file.id));
    let mut facts = Facts::default();
    facts.put("settings", Node::list(settings(document), name_span));
    Pipeline {
        format: NAME,
        path: file.path.clone(),
        name: "Bitbucket Pipelines".to_owned(),
        name_span,
        span: document.span,
        facts,
        runs: Runs::default(),
        jobs: sections::jobs(file, document),
    }
}

/// Variables of pipes, and what logs in to registries. Services live as long as their step, and so do passwords to them.
fn settings(document: &Node) -> Vec<Node> {
    let mut found = Vec::new();
    let mut met = std::collections::BTreeSet::new();
    document.walk(&mut |path, node| {
        let of_service = path.iter().any(|it| it == "services");
        let Some(last) = path.last().filter(|_| !of_service) else { return };
        if matches!(last.as_str(), "variables" | "image" | "aws") && met.insert(node.span) {
            let all = settings::of([node]);
            let is_other = |it: &Node| it.get("name").and_then(Node::as_str).is_some_and(|it| it != "name");
            found.extend(all.into_iter().filter(|it| last != "image" || is_other(it)));
        }
    });
    found
}
