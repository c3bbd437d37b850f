//! Which files are Dockerfiles, and the image each declares.

use camino::Utf8Path;
use rayon::prelude::*;

use crate::collect::collected::Collected;
use crate::collect::collector::{Claim, Collector};
use crate::collect::target::{SourceFile, Target};
use crate::model::{Entry, Evidence, EvidenceKind, Node, Problem, Span};
use crate::syntax::dockerfile;

use super::stages::Build;
use super::{commands, context, packages};

pub(crate) const COLLECTOR: Collector =
    Collector { name: "dockerfile", reads: "Dockerfiles and Containerfiles", claims, recognises, collect };

/// Ends of names of files that are about Dockerfiles, and are none: `Dockerfile.md`, `dockerfile.go`.
const ABOUT: &[&str] = &[
    "md", "rst", "adoc", "html", "go", "rs", "py", "js", "ts", "rb", "java", "json", "yml", "yaml", "toml", "svg",
    "png", "snap", "lock",
];

fn claims(path: &Utf8Path) -> Claim {
    let name = path.file_name().unwrap_or_default().to_ascii_lowercase();
    let known = |it: &str| matches!(it, "dockerfile" | "containerfile");
    if name.ends_with(context::IGNORES) {
        return Claim::Yes;
    }
    if name.ends_with(".containerignore") {
        return Claim::No;
    }
    if known(&name) {
        return Claim::Yes;
    }
    let first = name.split_once('.').is_some_and(|(first, _)| known(first));
    let last = name.rsplit_once('.').is_some_and(|(_, last)| known(last));
    let is_about = path.extension().is_some_and(|it| ABOUT.contains(&it));
    if (first || last) && !is_about { Claim::IfContent } else { Claim::No }
}

fn recognises(text: &str) -> bool {
    let starts = |line: &str| {
        let line = line.trim_start();
        line.get(..5).is_some_and(|it| it.eq_ignore_ascii_case("from ") || it.eq_ignore_ascii_case("from\t"))
    };
    text.lines().any(starts)
}

fn collect(target: &Target, files: &[&SourceFile]) -> Collected {
    let read: Vec<_> = files.par_iter().map(|file| image(target, file)).collect();
    let mut collected = Collected::default();
    for (file, (evidence, problems, skipped)) in files.iter().zip(read) {
        if file.path.as_str().ends_with(context::IGNORES) {
            collected.read_for(file, "says what builds leave out of their context");
            continue;
        }
        match (evidence, skipped) {
            (_, Some(reason)) => collected.skipped(file, reason),
            (Some(evidence), None) => {
                collected.evidence.push(evidence);
                collected.read(file, problems);
            }
            (None, None) => collected.failed(file, problems),
        }
    }
    collected
}

fn image(target: &Target, file: &SourceFile) -> (Option<Evidence>, Vec<Problem>, Option<&'static str>) {
    let parsed = dockerfile::parse(file.id, &file.text);
    if !parsed.problems.is_empty() && (file.text.contains("{{") || file.text.contains("{%")) {
        return (None, Vec::new(), Some("a template of a Dockerfile: it is not rendered"));
    }
    let whole = Span::new(file.id, 0..file.text.len());
    let mut problems = parsed.problems.clone();
    let Some(build) = Build::of(&parsed) else {
        problems.push(Problem::at(Span::start_of(file.id), "no FROM instruction: this builds nothing"));
        return (None, problems, None);
    };
    let commands = commands::of(&build);
    let mut facts = build.facts(&file.text);
    let packages = packages::installed(&commands);
    facts.push(Entry::new("packages", Node::list(packages, whole)));
    facts.push(Entry::new("commands", Node::list(commands.iter().map(commands::node).collect(), whole)));
    facts.extend(context::facts(target, file, &build));
    // What the final stage lacks is shown where it begins.
    let name_span = build.final_head();
    let evidence = Evidence {
        id: format!("dockerfile:{}#image", file.path),
        kind: EvidenceKind::Image,
        name: file.path.to_string(),
        format: COLLECTOR.name,
        provider: None,
        native_type: Some("Dockerfile".to_owned()),
        address: None,
        span: whole,
        name_span,
        called_from: Vec::new(),
        facts: Node::map(facts, whole).named(name_span),
    };
    (Some(evidence), problems, None)
}

/// The user and the health check that a build leaves in a stage, or in the final one.
pub(crate) fn left_in_stage(file: &SourceFile, stage: Option<&str>) -> Option<(Option<Node>, Option<Node>)> {
    let parsed = dockerfile::parse(file.id, &file.text);
    Build::of(&parsed)?.left_in(stage)
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
