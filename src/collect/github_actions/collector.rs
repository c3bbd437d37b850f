//! The row of the collectors' table: which files are workflows or composite actions.

use camino::Utf8Path;
use rayon::prelude::*;

use crate::collect::collected::Collected;
use crate::collect::collector::{Claim, Collector};
use crate::collect::target::{SourceFile, Target};
use crate::model::Node;
use crate::syntax::{Parsed, yaml};

use super::action;
use super::context::{NAME, is_workflow_path, is_yaml};
use super::library::{Library, public};
use super::workflow;

pub const COLLECTOR: Collector =
    Collector { name: NAME, reads: "GitHub Actions workflows and composite actions", claims, recognises, collect };

fn claims(path: &Utf8Path) -> Claim {
    if is_workflow_path(path) {
        return Claim::Yes;
    }
    match path.file_name() {
        Some("action.yml" | "action.yaml") => Claim::IfContent,
        // Scanned by itself, a workflow does not show the folder it lies in.
        Some(name) if is_yaml(name) && path.components().count() == 1 => Claim::IfContent,
        _ => Claim::No,
    }
}

fn recognises(text: &str) -> bool {
    let has = |start: &str| text.lines().any(|it| it.trim_start_matches('\u{feff}').starts_with(start));
    let is_workflow = has("jobs:") && ["on:", "\"on\":", "'on':"].iter().any(|it| has(it));
    let is_action = has("runs:") && text.contains("using:");
    is_workflow || is_action
}

fn collect(target: &Target, files: &[&SourceFile]) -> Collected {
    let parsed: Vec<Parsed> = files.par_iter().map(|file| yaml::parse(file.id, &file.text)).collect();
    let documents = files.iter().zip(&parsed).filter_map(|(file, it)| Some((*file, it.documents.first()?)));
    let mut library = Library::new(documents);
    library.public = public(target);
    library.follow_inputs();
    let evidence: Vec<_> = files
        .par_iter()
        .zip(&parsed)
        .map(|(file, parsed)| parsed.documents.first().map(|it| evidence(file, it, &library)).unwrap_or_default())
        .collect();
    let mut collected = Collected::default();
    for ((file, parsed), evidence) in files.iter().zip(parsed).zip(evidence) {
        if evidence.is_empty() && !parsed.problems.is_empty() {
            collected.failed(file, parsed.problems);
        } else if evidence.is_empty() && !is_part(parsed.documents.first()) {
            collected.skipped(file, "neither a workflow with jobs nor a composite action");
        } else {
            collected.read(file, parsed.problems);
        }
        collected.evidence.extend(evidence);
    }
    collected
}

/// Actions in JavaScript or a container are read, and hold no steps.
fn is_part(document: Option<&Node>) -> bool {
    document.is_some_and(|it| it.dotted("runs.using").is_some())
}

fn evidence(file: &SourceFile, document: &Node, library: &Library<'_>) -> Vec<crate::model::Evidence> {
    if document.get("jobs").is_some() {
        workflow::evidence(file, document, library)
    } else {
        action::evidence(file, document, library)
    }
}
