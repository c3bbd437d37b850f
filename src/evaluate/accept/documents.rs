//! Written policies that say which criteria they serve: while they are kept, they speak for what only a document can show.

use std::collections::BTreeSet;

use super::attest::Attested;
use super::days::{Day, until};
use crate::model::{
    Criterion, Document, Evidence, EvidenceKind, Finding, Frameworks, Nature, Node, Notice, Outcome, Problem,
};

/// Lets each document that is in force speak for the organizational aspects of the criteria that it serves; says of the
/// others why they do not. A person's attestation goes before.
pub(super) fn speak(
    document: &Document,
    findings: &[Finding],
    frameworks: &Frameworks,
    today: &str,
    attested: &mut Attested,
) -> Vec<Notice> {
    let failing: BTreeSet<&str> = findings
        .iter()
        .filter(|it| it.outcome == Outcome::Fail && it.waiver.is_none())
        .map(|it| it.subject.id.as_str())
        .collect();
    let mut problems = Vec::new();
    for text in document.evidence.iter().filter(|it| it.kind == EvidenceKind::Document) {
        let served = text.facts.get("satisfies").map(Node::items).unwrap_or_default();
        if served.is_empty() {
            continue;
        }
        let path = text.facts.get("path").and_then(Node::as_str).unwrap_or(&text.name);
        let lacking = shortfall(text, failing.contains(text.id.as_str()), today);
        if let (Some(lacking), Some(first)) = (&lacking, served.first()) {
            let message = format!("{path} speaks for no criterion: {lacking}");
            problems.push(
                Problem::at(first.span, message).with_help("docs/documents.md says what keeps a document in force"),
            );
        }
        let owner = text.facts.get("owner").and_then(Node::as_str).unwrap_or_default();
        for it in served {
            let Some((criterion, aspect)) = it.as_str().map(parts) else { continue };
            match asked(frameworks, criterion, aspect) {
                Err(message) => problems.push(Problem::at(it.span, message)),
                // It serves a framework that nobody reports against in this run.
                Ok(None) => {}
                Ok(Some((criterion, aspect))) if lacking.is_none() => {
                    let aspects = criterion.aspects.iter().filter(|it| it.nature == Nature::Organizational);
                    for of in aspects.filter(|it| aspect.is_none_or(|asked| asked == it.id)) {
                        attested.also(&criterion.id, &of.id, format!("{path} ({owner})"));
                    }
                }
                Ok(Some(_)) => {}
            }
        }
    }
    problems.into_iter().map(|it| it.located(&document.sources)).collect()
}

/// `CC8.1`, or `CC8.1/approval` for one aspect.
fn parts(written: &str) -> (&str, Option<&str>) {
    match written.trim().split_once('/') {
        Some((criterion, aspect)) => (criterion.trim(), Some(aspect.trim())),
        None => (written.trim(), None),
    }
}

/// The criterion and aspect that are meant, where a framework of the run has them.
fn asked<'a>(
    frameworks: &'a Frameworks,
    criterion: &str,
    aspect: Option<&'a str>,
) -> Result<Option<(&'a Criterion, Option<&'a str>)>, String> {
    let Some(found) = frameworks.asked.iter().find_map(|it| it.criterion_typed(criterion)) else {
        if frameworks.aside.iter().any(|it| it.criterion_typed(criterion).is_some()) {
            return Ok(None);
        }
        let known: Vec<&str> = frameworks.asked.iter().map(|it| it.id.as_str()).collect();
        return Err(format!("{} has no criterion {criterion}", known.join(" and ")));
    };
    let Some(aspect) = aspect else { return Ok(Some((found, None))) };
    match found.aspects.iter().find(|it| it.id == aspect) {
        Some(it) if it.nature == Nature::Organizational => Ok(Some((found, Some(aspect)))),
        Some(_) => Err(format!("{}/{aspect} is shown by configuration, and by no document", found.id)),
        None => {
            let known: Vec<&str> = found.aspects.iter().map(|it| it.id.as_str()).collect();
            Err(format!("{} has no aspect {aspect}; it has {}", found.id, known.join(", ")))
        }
    }
}

/// Why a document is not in force.
fn shortfall(text: &Evidence, is_failing: bool, today: &str) -> Option<String> {
    let stated = |name: &str| text.facts.get(name).and_then(Node::as_str);
    if stated("owner").is_none() {
        return Some("it names no owner".to_owned());
    }
    let Some(due) = stated("review_due") else { return Some("it does not say when it was reviewed".to_owned()) };
    match until(due, today) {
        Day::In(_) if is_failing => Some("a policy fails on it".to_owned()),
        Day::In(_) => None,
        Day::Over(_) => Some(format!("its review was due on {due}")),
        Day::Unknown => Some("the day of its review cannot be told".to_owned()),
    }
}
