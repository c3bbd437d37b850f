//! The row of the collectors' table, and a change for each commit of the main line.

use camino::Utf8Path;

use super::approvals::approvals;
use super::landing;
use super::log::{Change, Commit, History, Person};
use super::reference;
use super::text::{Places, day};
use crate::collect::collected::Collected;
use crate::collect::collector::{Claim, Collector};
use crate::collect::pipeline::facts::{Facts, short, unresolved};
use crate::collect::target::{SourceFile, Target};
use crate::model::{Cause, Evidence, EvidenceKind, Node, Shape, Span};

pub const COLLECTOR: Collector = Collector {
    name: NAME,
    reads: "the history of the main branch",
    claims: |_: &Utf8Path| Claim::No,
    recognises: |_| false,
    collect,
};

const NAME: &str = "git";

fn collect(target: &Target, _files: &[&SourceFile]) -> Collected {
    let mut collected = Collected::default();
    if let Some(history) = &target.history {
        collected.evidence.extend(history.changes.iter().map(|it| evidence(history, it)));
    }
    collected
}

fn evidence(history: &History, change: &Change) -> Evidence {
    let commit = &change.commit;
    let places = Places::of(change.source, &change.text);
    let subject = commit.message.lines().next().unwrap_or_default();
    Evidence {
        id: format!("{NAME}:{}#{}", history.branch, commit.id),
        kind: EvidenceKind::Change,
        name: format!("\"{}\"", short(subject)),
        format: NAME,
        provider: None,
        native_type: None,
        address: None,
        span: places.whole,
        name_span: places.subject,
        called_from: Vec::new(),
        facts: facts(history, change, &places),
    }
}

fn facts(history: &History, change: &Change, places: &Places) -> Node {
    let commit = &change.commit;
    let subject = commit.message.lines().next().unwrap_or_default();
    let within = |range: &std::ops::Range<usize>| {
        Span::new(change.source, places.message + range.start..places.message + range.end)
    };
    let stated = |range: std::ops::Range<usize>| {
        let text = commit.message.get(range.clone()).unwrap_or_default();
        Node::new(text, within(&range))
    };
    let mut facts = Facts::default();
    facts.put("commit", Node::new(commit.id.as_str(), places.whole));
    facts.put("branch", Node::new(history.branch.as_str(), places.whole));
    facts.put("subject", Node::new(subject, places.subject));
    facts.put("date", Node::new(day(commit.committed), places.committer));
    facts.put("author", Node::new(commit.author.name.as_str(), places.author));
    facts.put("committer", Node::new(commit.committer.name.as_str(), places.committer));
    facts.put("is_first", Node::new(commit.parents == 0, places.subject));
    facts.put("is_merge", Node::new(commit.parents > 1, places.subject));
    facts.put("by_program", Node::new(commit.author.is_program(), places.author));
    let request = landing::request(&commit.message);
    facts.put("landed_by", landed_by(change, request.as_ref().map(|it| it.0), places));
    facts.put_some("request", request.as_ref().map(|it| stated(it.1.clone())));
    let ticket = reference::ticket(&commit.message, history.reference.as_deref());
    facts.put_some("ticket", ticket.map(stated));
    let approvals = approvals(&commit.message);
    let approved_by = approvals.iter().map(|(person, at)| Node::new(person.name.as_str(), within(at)));
    facts.put("approved_by", Node::list(approved_by.collect(), places.subject));
    facts.put_some("second_person", second_person(change, request.is_some(), &approvals, places));
    let at = places.signature.unwrap_or(places.subject);
    facts.put("signed", Node::new(commit.signature.is_some(), at));
    facts.put_some("signature", commit.signature.map(|it| Node::new(it, at)));
    if let Some(paths) = &commit.paths {
        let listed = paths.iter().map(|it| Node::new(it.as_str(), places.subject));
        facts.put("paths", Node::list(listed.collect(), places.subject));
        facts.put("more_paths", Node::new(commit.more_paths, places.subject));
    }
    facts.into_node(places.whole).named(places.subject)
}

/// How the change reached the branch. A commit that the platform itself entered may be a request whose title somebody
/// shortened, and one that was entered by another than its author, or later than it was written, may be part of a request
/// that was rebased onto the branch: both are left open.
fn landed_by(change: &Change, way: Option<landing::Way>, places: &Places) -> Node {
    let commit = &change.commit;
    match way {
        Some(way) => Node::new(way.name(), places.subject),
        None if commit.parents > 0 && commit.committer.is_program() => {
            let cause =
                Cause::OutOfScope("whether a request brought this commit, which the platform entered".to_owned());
            unresolved(cause, Shape::String, places.subject)
        }
        None if commit.parents == 1 && is_moved(commit) => {
            let cause =
                Cause::OutOfScope("whether this commit was rebased from a request, which drops its number".to_owned());
            unresolved(cause, Shape::String, places.subject)
        }
        None => Node::new("push", places.subject),
    }
}

/// Whether a commit was entered apart from being written: a rebase, of a request or by hand, and an amendment do that.
fn is_moved(commit: &Commit) -> bool {
    commit.authored != commit.committed || !commit.author.is(&commit.committer)
}

/// Whether somebody besides the author had a hand in it, where the data show it: an approval, or a merge by another.
fn second_person(
    change: &Change,
    is_request: bool,
    approvals: &[(Person, std::ops::Range<usize>)],
    places: &Places,
) -> Option<Node> {
    let commit = &change.commit;
    let author = commit.brought_from.as_ref().unwrap_or(&commit.author);
    let other = approvals.iter().find(|(person, _)| !person.is(author) && !person.is_program());
    if let Some((_, at)) = other {
        let span = Span::new(change.source, places.message + at.start..places.message + at.end);
        return Some(Node::new(true, span));
    }
    if let Some((_, at)) = approvals.first() {
        // The trailers list who approved, and nobody but the author is among them.
        let span = Span::new(change.source, places.message + at.start..places.message + at.end);
        return Some(Node::new(false, span));
    }
    let merger = &commit.author;
    let is_other = commit.brought_from.as_ref().is_some_and(|it| !it.is(merger)) && !merger.is_program();
    (is_request && commit.parents > 1 && is_other).then(|| Node::new(true, places.author))
}
