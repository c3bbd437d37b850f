//! The CloudFormation row: which files are templates, and an account of each.

use std::collections::HashSet;

use camino::Utf8Path;
use rayon::prelude::*;

use crate::collect::collected::{Answer, Collected, Fit, Reading};
use crate::collect::collector::{Claim, Collector};
use crate::collect::target::{SourceFile, Target};
use crate::model::{Evidence, FileStatus, Problem, Span};
use crate::syntax::{json, yaml};

use super::evaluate::Evaluator;
use super::evidence;
use super::given::{self, Setting, Settings};
use super::loops;
use super::template::{Nothing, Template};

pub(crate) const COLLECTOR: Collector =
    Collector { name: "cloudformation", reads: "AWS CloudFormation and SAM templates", claims, recognises, collect };

/// How one file was read.
enum Read {
    Template { evidence: Vec<Evidence>, problems: Vec<Problem>, secrets: Vec<Span>, parameters: Vec<String> },
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

fn collect(target: &Target, files: &[&SourceFile]) -> Collected {
    let (settings, given) = given::settings(&target.given);
    let read: Vec<Read> = files.par_iter().map(|file| read(file, &settings)).collect();
    let mut collected = Collected::default();
    let mut declared: HashSet<String> = HashSet::new();
    for (file, read) in files.iter().zip(read) {
        match read {
            Read::Template { evidence, problems, secrets, parameters } => {
                declared.extend(parameters);
                collected.secrets.extend(secrets);
                collected.evidence.extend(evidence);
                collected.read(file, problems);
            }
            Read::Failed(problems) => collected.failed(file, problems),
            Read::Skipped(reason) => collected.skipped(file, reason),
        }
    }
    for (source, problems) in given {
        let status = if problems.is_empty() { FileStatus::Collected } else { FileStatus::Partly };
        collected.readings.push(Reading { source, status, reason: None, problems });
    }
    let answer = |(name, it): (&String, &Setting)| {
        let fit = if declared.contains(name) { Fit::Taken } else { Fit::Undeclared };
        Answer { source: it.source, name: name.clone(), fit }
    };
    collected.answers = settings.iter().map(answer).collect();
    collected.answers.sort_by(|a, b| a.name.cmp(&b.name));
    collected
}

fn read(file: &SourceFile, settings: &Settings) -> Read {
    let is_json = file.text.trim_start_matches('\u{feff}').trim_start().starts_with('{');
    let parsed = if is_json { json::parse(file.id, &file.text) } else { yaml::parse(file.id, &file.text) };
    let mut problems = parsed.problems;
    let Some(document) = parsed.documents.first() else {
        return if problems.is_empty() { Read::Skipped("an empty document") } else { Read::Failed(problems) };
    };
    let values = Template::values(document, settings);
    let evaluator = Evaluator::new(&values);
    let (document, found) = loops::written_out(document, &evaluator);
    problems.extend(found);
    match Template::read(&document, settings) {
        Ok(template) => {
            let (evidence, found) = evidence::of(&template, &file.path);
            problems.extend(found);
            let secrets = template.secrets().collect();
            let parameters = template.parameters.keys().map(|it| (*it).to_owned()).collect();
            Read::Template { evidence, problems, secrets, parameters }
        }
        Err(Nothing::Unnamed(place)) => {
            problems.push(Problem::at(place, "`Resources` is no map of names to resources"));
            Read::Failed(problems)
        }
        Err(_) if !problems.is_empty() => Read::Failed(problems),
        Err(Nothing::NoResources) => Read::Skipped("no CloudFormation template: it has no `Resources`"),
        Err(Nothing::NoTypes) => Read::Skipped("no CloudFormation template: none of its `Resources` has a type"),
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
