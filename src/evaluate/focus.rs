//! What is reported where files were named one by one: their own subjects, and what they decide about others.

use crate::model::{Document, Finding, Location, Span};

/// Related places that tell who called, and decide nothing.
const CALLS: &str = "is called here";

/// Keeps of the findings about one subject those that are asked about. None where the subject is not asked about at all.
pub fn asked_about(document: &Document, subject: Span, findings: Vec<Finding>) -> Option<Vec<Finding>> {
    let Some(focus) = &document.focus else { return Some(findings) };
    let is_named = |it: &Location| focus.contains(&it.file);
    if focus.contains(document.sources.path(subject.source)) {
        return Some(findings);
    }
    let decides = |it: &Finding| {
        let related = it.related.iter().filter(|it| !it.note.ends_with(CALLS));
        is_named(&it.location) || related.clone().any(|it| is_named(&it.location))
    };
    let kept: Vec<Finding> = findings.into_iter().filter(decides).collect();
    (!kept.is_empty()).then_some(kept)
}
