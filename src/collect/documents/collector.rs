//! The row of the collectors' table, and a document for each text that is one.

use camino::Utf8Path;

use super::claims::{self, Bound};
use super::{front_matter, period, topics};
use crate::collect::collected::Collected;
use crate::collect::collector::{Claim, Collector};
use crate::collect::pipeline::facts::{Facts, one_or_many};
use crate::collect::target::{SourceFile, Target};
use crate::model::{Entry, Evidence, EvidenceKind, Node, Problem, Span};

pub(in crate::collect) const COLLECTOR: Collector = Collector {
    name: NAME,
    reads: "written policies and records: Markdown and AsciiDoc, by their names or what their head says",
    claims: claimed,
    recognises: front_matter::is_ours,
    collect,
};

const NAME: &str = "documents";

/// How often a document is looked at again when it does not say.
const OFTEN: &str = "12 months";

fn claimed(path: &Utf8Path) -> Claim {
    match topics::topic(path) {
        Some(_) => Claim::Yes,
        None if topics::is_prose(path) => Claim::Glance,
        None => Claim::No,
    }
}

fn collect(_target: &Target, files: &[&SourceFile]) -> Collected {
    let mut collected = Collected::default();
    let mut found = Vec::new();
    for file in files {
        let mut problems = Vec::new();
        found.push(document(file, &mut problems));
        collected.read(file, problems);
    }
    // Of records that are made again and again, the newest is the one that counts.
    let newest: Vec<bool> = found.iter().map(|it| !found.iter().any(|other| is_newer(other, it))).collect();
    for (mut document, is_newest) in found.into_iter().zip(newest) {
        let mut entries = document.facts.entries().to_vec();
        entries.push(Entry::new("is_newest", Node::new(is_newest, document.name_span)));
        document.facts = Node::map(entries, document.span).named(document.name_span);
        collected.evidence.push(document);
    }
    collected
}

fn is_newer(other: &Evidence, document: &Evidence) -> bool {
    let told = |it: &Evidence, name: &str| it.facts.get(name).and_then(Node::as_str).map(str::to_owned);
    let same = told(other, "topic") == told(document, "topic") && told(document, "topic").is_some();
    same && told(other, "dated") > told(document, "dated")
}

fn document(file: &SourceFile, problems: &mut Vec<Problem>) -> Evidence {
    let head = front_matter::read(file, problems);
    let body = front_matter::body(&file.text);
    let (title, at) = title(file, body);
    let mut facts = Facts::default();
    facts.put("path", Node::new(file.path.as_str(), at));
    facts.put("title", Node::new(title.as_str(), at));
    let words = body.split_whitespace().filter(|it| it.bytes().any(|it| it.is_ascii_alphanumeric())).count();
    facts.put("words", Node::new(i64::try_from(words).unwrap_or(i64::MAX), at));
    let is_managed = front_matter::is_ours(&file.text);
    facts.put("managed", Node::new(is_managed, at));
    let stated = |name: &str| head.as_ref().and_then(|it| it.get(name)).filter(|it| !it.is_null());
    let topic = stated("topic").filter(|it| it.as_str().is_some_and(topics::is_topic)).cloned();
    facts.put_some("topic", topic.or_else(|| topics::topic(&file.path).map(|it| Node::new(it, at))));
    facts.put_some("owner", stated("owner").filter(|it| it.as_str().is_some_and(|it| !it.trim().is_empty())).cloned());
    dates(file, &stated, at, &mut facts, problems);
    let satisfies = one_or_many(stated("satisfies")).into_iter().cloned().collect();
    facts.put("satisfies", Node::list(satisfies, stated("satisfies").map_or(at, |it| it.span)));
    if let Some(stated) = stated("claims") {
        let claims = stated.entries().iter().filter_map(|it| claim(it, problems)).collect();
        facts.put("claims", Node::list(claims, stated.span));
    }
    let whole = Span::new(file.id, 0..file.text.len());
    Evidence {
        id: format!("{NAME}:{}#document", file.path),
        kind: EvidenceKind::Document,
        name: title,
        format: NAME,
        provider: None,
        native_type: None,
        address: None,
        span: whole,
        name_span: at,
        called_from: Vec::new(),
        facts: facts.into_node(whole).named(at),
    }
}

/// The first heading, or the name of the file.
fn title(file: &SourceFile, body: &str) -> (String, Span) {
    let mut at = file.text.len() - body.len();
    for line in body.split_inclusive('\n').take(50) {
        let text = line.trim_end();
        let heading = text.strip_prefix("# ").or_else(|| text.strip_prefix("= "));
        if let Some(heading) = heading.map(str::trim).filter(|it| !it.is_empty()) {
            let from = at + text.len() - heading.len();
            return (heading.to_owned(), Span::new(file.id, from..from + heading.len()));
        }
        at += line.len();
    }
    (file.path.file_name().unwrap_or_default().to_owned(), Span::start_of(file.id))
}

/// When it was last looked at, when it is due again, and the day of a record.
fn dates<'a>(
    file: &SourceFile,
    stated: &impl Fn(&str) -> Option<&'a Node>,
    at: Span,
    facts: &mut Facts,
    problems: &mut Vec<Problem>,
) {
    let reviewed = stated("reviewed");
    let day = reviewed.and_then(Node::as_str).and_then(period::day);
    if let (Some(node), None) = (reviewed, day) {
        problems.push(Problem::at(node.span, "`reviewed` is no day of the calendar").with_help("write YYYY-MM-DD"));
    }
    if let (Some(node), Some(day)) = (reviewed, day) {
        facts.put("reviewed", Node::new(day.to_string(), node.span));
        let often = stated("review_every").and_then(Node::scalar_text).unwrap_or_else(|| OFTEN.to_owned());
        match period::after(day, &often) {
            Some(due) => facts.put("review_due", Node::new(due.to_string(), node.span)),
            None => {
                let place = stated("review_every").map_or(at, |it| it.span);
                let help = "write `90 days`, `12 months`, `1 year` or `quarterly`";
                problems.push(Problem::at(place, "`review_every` is no stretch of time").with_help(help));
            }
        }
    }
    let named = file.path.file_stem().and_then(period::day).map(|it| Node::new(it.to_string(), at));
    let date = stated("date").and_then(|it| Some(Node::new(period::day(it.as_str()?)?.to_string(), it.span)));
    let reviewed = day.and_then(|it| Some(Node::new(it.to_string(), reviewed?.span)));
    facts.put_some("dated", date.or(named).or(reviewed));
}

/// One claim: its name, its bound, and its words.
fn claim(entry: &Entry, problems: &mut Vec<Problem>) -> Option<Node> {
    let at = entry.node.name_span.unwrap_or(entry.node.span);
    let Some(term) = claims::named(&entry.name) else {
        let near = claims::near(&entry.name);
        let help = match near.is_empty() {
            true => "docs/documents.md lists the claims that are known".to_owned(),
            false => format!("near it: {}; docs/documents.md lists all", near.join(", ")),
        };
        problems.push(Problem::at(at, format!("unknown claim `{}`", entry.name)).with_help(help));
        return None;
    };
    let written = entry.node.scalar_text()?;
    let Some(bound) = claims::bound(&written).filter(|it| matches!(it, Bound::Is(_)) == term.unit.is_empty()) else {
        let help = if term.unit.is_empty() { "write true or false" } else { "write a number, with >= or <= before it" };
        problems.push(Problem::at(entry.node.span, "this is nothing to hold the claim by").with_help(help));
        return None;
    };
    let node = |value: i64| Node::new(value, entry.node.span);
    let mut facts = Facts::default();
    facts.put("claim", Node::new(term.name, at));
    facts.put("written", Node::new(written.as_str(), entry.node.span));
    facts.put("unit", Node::new(term.unit, at));
    facts.put_some("endless", term.endless.map(node));
    match bound {
        Bound::AtLeast(value) => facts.put("at_least", node(value)),
        Bound::AtMost(value) => facts.put("at_most", node(value)),
        Bound::Exactly(value) => facts.put("exactly", node(value)),
        Bound::Is(value) => facts.put("is", Node::new(value, entry.node.span)),
    }
    Some(facts.into_node(entry.node.span).named(at))
}
