//! The row of the collectors' table: which files are Azure pipelines or templates of one.

use std::collections::BTreeSet;

use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;

use crate::collect::collected::Collected;
use crate::collect::collector::{Claim, Collector};
use crate::collect::pipeline::rows::PipelineRuns;
use crate::collect::target::{SourceFile, Target};
use crate::model::Node;
use crate::syntax::{Parsed, yaml};

use super::stages::{self, NAME, Read};
use super::templates::Library;

pub(in crate::collect) const COLLECTOR: Collector =
    Collector { name: NAME, reads: "Azure Pipelines and their templates", claims, recognises, collect };

/// Folders that other systems keep their files in.
const OF_OTHERS: &[&str] = &[".github", ".circleci", ".gitlab", "node_modules"];

fn claims(path: &Utf8Path) -> Claim {
    let Some(name) = path.file_name().filter(|it| it.ends_with(".yml") || it.ends_with(".yaml")) else {
        return Claim::No;
    };
    if is_main(name) {
        return Claim::Yes;
    }
    let of_others = name.contains("gitlab-ci") || path.components().any(|it| OF_OTHERS.contains(&it.as_str()));
    if of_others { Claim::No } else { Claim::IfContent }
}

/// Names that say what the file is.
fn is_main(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |it| it.0);
    matches!(stem.trim_start_matches('.'), "azure-pipelines" | "azure-pipeline")
}

/// Keys at the top that a pipeline or a template has, and things that only they hold.
fn recognises(text: &str) -> bool {
    const TOP: &[&str] = &[
        "trigger:",
        "pr:",
        "pool:",
        "stages:",
        "jobs:",
        "steps:",
        "resources:",
        "parameters:",
        "extends:",
        "variables:",
    ];
    const WITHIN: &[&str] = &[
        "- task:",
        "vmImage:",
        "- script:",
        "- bash:",
        "- pwsh:",
        "- powershell:",
        "- deployment:",
        "- stage:",
        "- job:",
        "- template:",
    ];
    const FOREIGN: &[&str] = &[
        "on:",
        "apiVersion:",
        "pipelines:",
        "orbs:",
        "runs-on:",
        "language:",
        "include:",
        "version:",
        "AWSTemplateFormatVersion:",
    ];
    let has = |names: &[&str]| {
        text.lines().any(|line| names.iter().any(|it| line.trim_start_matches('\u{feff}').starts_with(it)))
    };
    let certain = WITHIN.iter().any(|it| text.contains(it));
    certain && has(TOP) && !has(FOREIGN) && !text.contains("runs-on:")
}

fn collect(_target: &Target, files: &[&SourceFile]) -> Collected {
    let parsed: Vec<Parsed> = files.par_iter().map(|file| yaml::parse(file.id, &file.text)).collect();
    let (reads, taken) = read_all(files, &parsed);
    let mut pipelines: Vec<Option<Read>> = files.iter().map(|_| None).collect();
    for (at, read) in reads {
        if let Some(slot) = pipelines.get_mut(at) {
            *slot = Some(read);
        }
    }
    let mut collected = Collected::default();
    for ((file, parsed), read) in files.iter().zip(parsed).zip(pipelines) {
        let mut problems = parsed.problems;
        match read {
            Some(read) => {
                problems.extend(read.problems);
                collected.read(file, problems);
                collected.evidence.extend(read.pipeline.into_evidence());
            }
            None if taken.contains(&file.path) => collected.read(file, problems),
            None if problems.is_empty() => collected.skipped(file, "neither a pipeline nor a template with steps"),
            None => collected.failed(file, problems),
        }
    }
    collected
}

/// What each pipeline of a repository runs, by occasion.
pub(in crate::collect) fn pipeline_runs(target: &Target) -> Vec<PipelineRuns> {
    let is_mine = |it: &&SourceFile| match claims(&it.path) {
        Claim::Yes => true,
        Claim::IfContent => recognises(&it.text),
        Claim::No | Claim::Glance => false,
    };
    let files: Vec<&SourceFile> = target.files.iter().filter(is_mine).collect();
    let parsed: Vec<Parsed> = files.iter().map(|file| yaml::parse(file.id, &file.text)).collect();
    let (reads, _) = read_all(&files, &parsed);
    reads.iter().map(|(_, it)| it.pipeline.by_occasion()).collect()
}

/// Each pipeline with the place of its file, and the paths of the templates that some pipeline takes in. A template
/// that none here takes in belongs to another repository's pipelines, and is judged by itself.
fn read_all(files: &[&SourceFile], parsed: &[Parsed]) -> (Vec<(usize, Read)>, BTreeSet<Utf8PathBuf>) {
    let documents = || files.iter().zip(parsed).filter_map(|(file, it)| Some((*file, document(it)?)));
    let library = Library::new(documents());
    let reads: Vec<(usize, Read)> = files
        .par_iter()
        .zip(parsed)
        .enumerate()
        .filter_map(|(at, (file, it))| Some((at, stages::read(&library, file, document(it)?))))
        .collect();
    let taken: BTreeSet<Utf8PathBuf> = reads.iter().flat_map(|(_, it)| it.files.iter().cloned()).collect();
    let stands = |(_, it): &(usize, Read)| !it.pipeline.jobs.is_empty() && !taken.contains(&it.pipeline.path);
    (reads.into_iter().filter(stands).collect(), taken)
}

fn document(parsed: &Parsed) -> Option<&Node> {
    parsed.documents.first().filter(|it| !it.entries().is_empty())
}
