//! Findings as results, and places as locations.

use crate::model::{Change, Finding, Location, Outcome, Related};
use crate::report::reference::reference;

use super::limits::MAX_RELATED;
use super::log;
use super::log::Suppression;
use super::log::{ArtifactLocation, Fingerprints, Level, LogicalLocation, Message, PhysicalLocation, Place, Region};
use super::rules::{Criteria, level};

/// A finding as a result. `rule_index` is the place of its policy among the rules.
pub(super) fn result(finding: &Finding, rule_index: usize, criteria: &Criteria<'_>) -> log::Outcome {
    let (kind, level) = match finding.outcome {
        Outcome::Pass => ("pass", Level::None),
        Outcome::Fail => ("fail", level(finding.severity)),
        Outcome::Undetermined => ("open", Level::None),
    };
    let related = related(finding);
    log::Outcome {
        rule_id: finding.policy.0.clone(),
        rule_index,
        kind,
        level,
        baseline_state: finding.change.map(|it| match it {
            Change::Introduced => "new",
            Change::Moved => "updated",
            Change::Existing => "unchanged",
        }),
        message: message(finding, &related),
        locations: [Place {
            physical_location: PhysicalLocation { context_region: context(finding), ..physical(&finding.location) },
            logical_locations: vec![LogicalLocation {
                name: finding.subject.name.clone(),
                fully_qualified_name: finding.subject.id.clone(),
                kind: "resource",
            }],
            id: None,
            message: None,
        }],
        related_locations: related.iter().enumerate().map(|(at, it)| related_place(at + 1, it)).collect(),
        partial_fingerprints: Fingerprints { github: finding.key(), own: finding.fingerprint.clone() },
        suppressions: suppressions(finding),
        taxa: finding.criteria.iter().filter_map(|it| criteria.descriptor(it)).collect(),
    }
}

/// A place without its role.
pub(super) fn place(location: &Location) -> Place {
    Place { id: None, message: None, physical_location: physical(location), logical_locations: Vec::new() }
}

/// Places that have a part in it, with the input that is missing among them.
fn related(finding: &Finding) -> Vec<Related> {
    let missing = finding.unresolved.iter().map(|it| Related { note: it.help.clone(), location: it.location.clone() });
    finding.related.iter().cloned().chain(missing).take(MAX_RELATED).collect()
}

/// What is wrong; places are linked by number, since viewers show only linked ones.
fn message(finding: &Finding, related: &[Related]) -> Message {
    let mut text = linkless(&finding.message);
    for (at, it) in related.iter().enumerate() {
        let lead = if at == 0 { ". See: " } else { "; " };
        text.push_str(&format!("{lead}[{}]({})", linkless(&it.note), at + 1));
    }
    if let Some(help) = &finding.remediation {
        text.push_str(&format!(". To mend it: {}", linkless(help)));
    }
    Message { text, markdown: None }
}

/// Text in which the standard sees no link: brackets are escaped.
fn linkless(text: &str) -> String {
    text.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]")
}

fn related_place(id: usize, related: &Related) -> Place {
    Place { id: Some(id), message: Some(related.note.as_str().into()), ..place(&related.location) }
}

/// The subject's block, when it lies around the deciding value.
fn context(finding: &Finding) -> Option<Region> {
    let (block, at) = (&finding.subject_location, &finding.location);
    let holds = block.file == at.file && block.start.byte <= at.start.byte && at.end.byte <= block.end.byte;
    (holds && block.start.byte < block.end.byte && block != at).then(|| region(block))
}

fn physical(location: &Location) -> PhysicalLocation {
    PhysicalLocation {
        artifact_location: ArtifactLocation { uri: reference(location.file.as_str()), uri_base_id: "%SRCROOT%" },
        region: region(location),
        context_region: None,
    }
}

/// An empty place stands for its whole line.
fn region(location: &Location) -> Region {
    let (start, end) = (location.start, location.end);
    if start.byte == end.byte {
        return Region { start_line: start.line, start_column: None, end_line: None, end_column: None };
    }
    Region {
        start_line: start.line,
        start_column: Some(start.column),
        end_line: Some(end.line),
        end_column: Some(end.column),
    }
}

fn suppressions(finding: &Finding) -> Vec<Suppression> {
    let accepted = |justification: String| Suppression { kind: "external", status: "accepted", justification };
    let waived = finding.waiver.iter().map(|it| accepted(format!("waiver {it}")));
    let known = finding.baseline.then(|| accepted("in the baseline".to_owned()));
    waived.chain(known).collect()
}
