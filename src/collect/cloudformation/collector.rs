//! The CloudFormation row: which files are templates, and an account of each.

use camino::Utf8Path;
use rayon::prelude::*;

use crate::collect::collected::Collected;
use crate::collect::collector::{Claim, Collector};
use crate::collect::target::{SourceFile, Target};
use crate::model::{Evidence, Problem, Span};
use crate::syntax::{json, yaml};

use super::evidence;
use super::template::{Nothing, Template};

pub(crate) const COLLECTOR: Collector =
    Collector { name: "cloudformation", reads: "AWS CloudFormation and SAM templates", claims, recognises, collect };

/// How one file was read.
enum Read {
    Template(Vec<Evidence>, Vec<Problem>, Vec<Span>),
    Failed(Vec<Problem>),
    Skipped(&'static str),
}

fn claims(path: &Utf8Path) -> Claim {
    match path.extension() {
        Some("yaml" | "yml" | "json" | "template") => Claim::IfContent,
        _ => Claim::No,
    }
}

/// What every template has: its version's key, or resources with a type of AWS.
fn recognises(text: &str) -> bool {
    text.contains("AWSTemplateFormatVersion")
        || (text.contains("Resources") && text.contains("Type") && text.contains("AWS::"))
}

fn collect(_: &Target, files: &[&SourceFile]) -> Collected {
    let read: Vec<Read> = files.par_iter().map(|file| read(file)).collect();
    let mut collected = Collected::default();
    for (file, read) in files.iter().zip(read) {
        match read {
            Read::Template(evidence, problems, secrets) => {
                collected.secrets.extend(secrets);
                collected.evidence.extend(evidence);
                collected.read(file, problems);
            }
            Read::Failed(problems) => collected.failed(file, problems),
            Read::Skipped(reason) => collected.skipped(file, reason),
        }
    }
    collected
}

fn read(file: &SourceFile) -> Read {
    let is_json = file.text.trim_start_matches('\u{feff}').trim_start().starts_with('{');
    let parsed = if is_json { json::parse(file.id, &file.text) } else { yaml::parse(file.id, &file.text) };
    let mut problems = parsed.problems;
    let Some(document) = parsed.documents.first() else {
        return if problems.is_empty() { Read::Skipped("an empty document") } else { Read::Failed(problems) };
    };
    match Template::read(document) {
        Ok(template) => {
            let (evidence, found) = evidence::of(&template, &file.path);
            problems.extend(found);
            Read::Template(evidence, problems, template.secrets().collect())
        }
        Err(_) if !problems.is_empty() => Read::Failed(problems),
        Err(Nothing::NoResources) => Read::Skipped("no CloudFormation template: it has no `Resources`"),
        Err(Nothing::NoTypes) => Read::Skipped("no CloudFormation template: none of its `Resources` has a type"),
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
