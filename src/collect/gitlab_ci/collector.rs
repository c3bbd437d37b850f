//! The row of the collectors' table: which files are GitLab pipelines or parts of one.

use std::collections::BTreeSet;

use camino::Utf8Path;
use rayon::prelude::*;

use crate::collect::collected::Collected;
use crate::collect::collector::{Claim, Collector};
use crate::collect::pipeline::rows::PipelineRuns;
use crate::collect::platform;
use crate::collect::target::{SourceFile, Target};
use crate::model::Node;
use crate::syntax::{Parsed, yaml};

use super::includes::Known;
use super::pipeline::{self, NAME, Read};

pub(in crate::collect) const COLLECTOR: Collector =
    Collector { name: NAME, reads: "GitLab CI pipelines", claims, recognises, collect };

/// Folders that other systems keep their files in.
const OF_OTHERS: &[&str] = &[".github", ".circleci", ".azure-pipelines", ".buildkite", "node_modules"];

fn claims(path: &Utf8Path) -> Claim {
    let Some(name) = path.file_name().filter(|it| it.ends_with(".yml") || it.ends_with(".yaml")) else {
        return Claim::No;
    };
    if is_main(name) {
        return Claim::Yes;
    }
    let of_others = matches!(name, ".travis.yml" | "action.yml" | "action.yaml" | "bitbucket-pipelines.yml")
        || path.components().any(|it| OF_OTHERS.contains(&it.as_str()));
    if of_others { Claim::No } else { Claim::IfContent }
}

/// Names that say what the file is.
fn is_main(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |it| it.0);
    stem == "gitlab-ci" || stem.ends_with(".gitlab-ci")
}

/// Keys at the top that belong to other formats.
const FOREIGN: &[&str] = &[
    "jobs:",
    "steps:",
    "pipelines:",
    "apiVersion:",
    "pool:",
    "trigger:",
    "kind:",
    "on:",
    "language:",
    "Resources:",
    "orbs:",
    "tasks:",
    "version:",
    "repos:",
];

/// Parts of a pipeline have no name of their own. Jobs with a script tell them, and templates, which begin with a dot.
fn recognises(text: &str) -> bool {
    if ["stages:", "include:", "script:", "variables:", "workflow:"].iter().all(|it| !text.contains(it)) {
        return false;
    }
    let mut has_script = false;
    let mut has_template = false;
    let mut has_include = false;
    for line in text.lines() {
        let line = line.trim_start_matches('\u{feff}');
        if line.starts_with(|it: char| it.is_alphabetic() || it == '"') {
            if FOREIGN.iter().any(|it| line.starts_with(it)) {
                return false;
            }
            has_include |= line.starts_with("include:");
        } else if line.starts_with('.') {
            has_template |= line.trim_end().ends_with(':') || line.contains(": &");
        } else if line.starts_with(' ') {
            has_script |= line.trim_start().starts_with("script:");
            has_include |= ["- local:", "- project:", "- component:", "- template:"]
                .iter()
                .any(|it| line.trim_start().starts_with(it));
        }
    }
    has_script || has_template || has_include && text.contains("include:") && text.contains("local:")
}

fn collect(target: &Target, files: &[&SourceFile]) -> Collected {
    let parsed: Vec<Parsed> = files.par_iter().map(|file| yaml::parse(file.id, &file.text)).collect();
    let (reads, taken) = read_all(files, &parsed, &platform::approvals(target));
    let mut collected = Collected::default();
    let mut pipelines: Vec<Option<Read>> = files.iter().map(|_| None).collect();
    for (at, read) in reads {
        if let Some(slot) = pipelines.get_mut(at) {
            *slot = Some(read);
        }
    }
    for ((file, parsed), read) in files.iter().zip(parsed).zip(pipelines) {
        let mut problems = parsed.problems;
        let Some(read) = read else {
            match taken.contains(&file.path) {
                true => collected.read(file, problems),
                false if file.text.contains("{%") => collected.skipped(file, "a template: it is not rendered"),
                false if !problems.is_empty() => collected.failed(file, problems),
                false => collected.skipped(file, "neither a pipeline nor included by one"),
            }
            continue;
        };
        problems.extend(read.problems);
        if read.pipeline.jobs.is_empty() && !problems.is_empty() && configuration(&parsed.documents).is_none() {
            collected.failed(file, problems);
            continue;
        }
        collected.read(file, problems);
        collected.evidence.extend(read.pipeline.into_evidence());
    }
    collected
}

/// What each pipeline of a repository runs, by occasion.
pub(in crate::collect) fn pipeline_runs(target: &Target, at_root: bool) -> Vec<PipelineRuns> {
    let is_mine = |it: &&SourceFile| match claims(&it.path) {
        Claim::Yes => true,
        Claim::IfContent => recognises(&it.text),
        Claim::No | Claim::Glance => false,
    };
    let files: Vec<&SourceFile> = target.files.iter().filter(is_mine).collect();
    let parsed: Vec<Parsed> = files.iter().map(|file| yaml::parse(file.id, &file.text)).collect();
    let (reads, _) = read_all(&files, &parsed, &[]);
    let of_repository = |it: &Read| !at_root || it.pipeline.path.parent().is_some_and(|it| it == "");
    reads.iter().filter(|(_, it)| of_repository(it)).map(|(_, it)| it.pipeline.by_occasion()).collect()
}

/// Each pipeline with the place of its file, and the paths of all files that some pipeline took in.
fn read_all(
    files: &[&SourceFile],
    parsed: &[Parsed],
    approvals: &[(String, Node)],
) -> (Vec<(usize, Read)>, BTreeSet<camino::Utf8PathBuf>) {
    let known: Vec<Known<'_>> = files
        .iter()
        .zip(parsed)
        .filter_map(|(file, it)| Some(Known { file, document: configuration(&it.documents)? }))
        .collect();
    let texts = files.iter().map(|it| (it.id, *it)).collect();
    let read = |at: usize| {
        let (file, parsed) = (files.get(at)?, parsed.get(at)?);
        Some((at, pipeline::read(&known, &texts, approvals, file, configuration(&parsed.documents)?)))
    };
    let is_main = |at: &usize| files.get(*at).and_then(|it| it.path.file_name()).is_some_and(is_main);
    let (main, other): (Vec<usize>, Vec<usize>) = (0..files.len()).partition(is_main);
    let mut reads: Vec<(usize, Read)> = main.into_par_iter().filter_map(read).collect();
    let mut taken: BTreeSet<camino::Utf8PathBuf> = reads.iter().flat_map(|(_, it)| it.files.clone()).collect();
    // A part that nothing here includes is one of another repository's pipelines, and is judged by itself.
    let alone = other.into_iter().filter(|at| files.get(*at).is_some_and(|it| !taken.contains(&it.path)));
    let alone: Vec<(usize, Read)> = alone.collect::<Vec<_>>().into_par_iter().filter_map(read).collect();
    for (_, it) in &alone {
        taken.extend(it.files.clone());
    }
    let stands = |(_, it): &(usize, Read)| !taken.contains(&it.pipeline.path) && !it.pipeline.jobs.is_empty();
    let alone: Vec<(usize, Read)> = alone.into_iter().filter(stands).collect();
    reads.extend(alone);
    reads.retain(|(_, it)| {
        !(taken.contains(&it.pipeline.path) && it.pipeline.path.file_name() != Some(".gitlab-ci.yml"))
    });
    reads.sort_by_key(|it| it.0);
    (reads, taken)
}

/// The document that holds the configuration: a header with inputs may stand before it.
fn configuration(documents: &[Node]) -> Option<&Node> {
    let is_header = |it: &&Node| it.get("spec").is_some();
    documents.iter().find(|it| !is_header(it) && !it.entries().is_empty())
}
