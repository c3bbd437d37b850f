//! What is to be said of waivers that hold, or that nothing answers to.

use std::collections::BTreeSet;

use super::candidate::Candidate;
use super::standing::remark;
use crate::model::{Document, EvidenceKind, Node, Notice, Standing, WaiverOrigin};

/// The owners that CODEOWNERS names; empty without such a file.
pub(super) fn owners(document: &Document) -> BTreeSet<String> {
    let repositories = document.evidence.iter().filter(|it| it.kind == EvidenceKind::Repository);
    let entries = repositories.filter_map(|it| it.facts.dotted("code_owners.entries")).flat_map(Node::items);
    let owners = entries.filter_map(|it| it.get("owners")).flat_map(Node::items);
    owners.filter_map(|it| it.as_str().map(str::to_owned)).collect()
}

/// Remarks on a waiver that was weighed: unknown to all, matching nothing, owned by a stranger.
pub(super) fn remarks(
    candidate: &Candidate,
    standing: Standing,
    found: usize,
    known: &dyn Fn(&str) -> Known,
    owners: &BTreeSet<String>,
    is_whole: bool,
) -> Vec<Notice> {
    let waiver = &candidate.waiver;
    let mut remarks = Vec::new();
    if candidate.origin == WaiverOrigin::Foreign {
        return remarks;
    }
    match known(&waiver.policy) {
        Known::Not(near) => {
            let help =
                near.map_or("`gapcheck policies list` shows all".to_owned(), |it| format!("did you mean `{it}`?"));
            remarks.extend(remark(candidate, format!("no policy is called {}", waiver.policy), &help));
        }
        // What was not judged today may be tomorrow.
        Known::NotJudged => {}
        Known::Judged
            if found == 0 && standing == Standing::Valid && (is_whole || candidate.origin == WaiverOrigin::Inline) =>
        {
            let text = format!("the waiver {} accepts nothing: no failure of {} matches it", waiver.id, waiver.policy);
            remarks.extend(remark(candidate, text, "take it out"));
        }
        Known::Judged => {}
    }
    if standing == Standing::Valid && !owners.is_empty() && !owners.contains(&waiver.owner) {
        let text = format!("CODEOWNERS does not know {}, the owner of the waiver {}", waiver.owner, waiver.id);
        remarks.extend(remark(candidate, text, "name a person or team that CODEOWNERS names"));
    }
    remarks
}

/// Whether a policy is known, and was asked in this run.
pub(super) enum Known {
    Judged,
    NotJudged,
    /// With the name that is nearest.
    Not(Option<String>),
}
