//! Facts: what a policy declares, what its rules touch, and what collectors supply.

use std::collections::{BTreeMap, BTreeSet};

use super::linted::Linted;
use super::remark::Remark;
use super::vocabulary;
use crate::model::format::judged_as;
use crate::model::{EvidenceKind, Node, Span};
use crate::rego::tokens::{Token, TokenKind, tokens};

/// Remarks on the facts that a policy reads and the formats that it serves.
pub(super) fn remarks(linted: &Linted<'_>, formats: &[&str], remarks: &mut Vec<Remark>) {
    let policy = linted.policy;
    for entry in linted.metadata.dotted("custom.remediation").map(Node::entries).unwrap_or_default() {
        if !formats.contains(&&*entry.name) {
            let span = entry.node.name_span.unwrap_or(entry.node.span);
            let message = format!("no collector reads the format `{}`", entry.name);
            remarks.push(Remark::mistake(span, message).with_help(format!("formats: {}", formats.join(", "))));
        }
    }
    let reads = linted.metadata.dotted("custom.reads");
    let mut supplied: BTreeSet<&str> = BTreeSet::new();
    let mut supplied_by_all: Option<BTreeSet<&str>> = None;
    for read in reads.map(Node::items).unwrap_or_default() {
        let Some(text) = read.as_str() else { continue };
        let (kind, name) = match text.split_once('.') {
            Some((kind, name)) => (EvidenceKind::from_name(kind), name),
            None => (Some(policy.kind), text),
        };
        let Some(kind) = kind else {
            remarks.push(Remark::mistake(read.span, format!("`{text}` names no kind of evidence")));
            continue;
        };
        if !names_fact(linted, name) {
            remarks.push(Remark::mistake(read.span, format!("it reads `{text}`, and no rule touches that")));
        }
        let Some(fact) = vocabulary::fact(kind, name) else {
            remarks.push(unknown(read.span, kind, name));
            continue;
        };
        let suppliers: BTreeSet<&str> = vocabulary::suppliers(fact).collect();
        supplied.extend(&suppliers);
        let is_own = kind == policy.kind;
        if is_own && !policy.remediation.keys().any(|it| suppliers.contains(judged_as(it))) {
            let mine: Vec<&str> = policy.formats().collect();
            let others: Vec<&str> = suppliers.iter().copied().collect();
            let message = format!("no collector of {} supplies `{text}`", mine.join(", "));
            remarks.push(Remark::mistake(read.span, message).with_help(format!("supplied by: {}", others.join(", "))));
        }
        if is_own {
            supplied_by_all = Some(match supplied_by_all {
                Some(before) => before.intersection(&suppliers).copied().collect(),
                None => suppliers,
            });
        }
    }
    let served = linted.metadata.dotted("custom.remediation").map(Node::entries).unwrap_or_default();
    for it in served.iter().filter(|it| !policy.reads.is_empty() && !supplied.contains(judged_as(&it.name))) {
        let span = it.node.name_span.unwrap_or(it.node.span);
        remarks.push(Remark::mistake(span, format!("{} supplies none of the facts that it reads", it.name)));
    }
    for format in supplied_by_all.into_iter().flatten().filter(|it| policy.formats().all(|mine| mine != *it)) {
        let span = linted.metadata.dotted("custom.remediation").and_then(|it| it.name_span);
        let message = format!("{format} supplies every fact that it reads, and is not served");
        remarks.push(Remark::note(span.unwrap_or(linted.module.package_span), message));
    }
    for (name, span) in touched(linted) {
        let is_declared = policy.own_reads().any(|it| it == name);
        if !is_declared && !vocabulary::IDENTITY.contains(&name.as_str()) {
            let message = format!("the rules touch `{name}`, which `reads` does not list");
            remarks.push(match vocabulary::fact(policy.kind, &name) {
                Some(_) => Remark::mistake(span, message),
                None => unknown(span, policy.kind, &name),
            });
        }
    }
}

fn unknown(span: Span, kind: EvidenceKind, name: &str) -> Remark {
    let known: Vec<&str> = vocabulary::names(kind).collect();
    let message = format!("no collector promises the fact `{name}` of a {}", kind.name());
    let remark = Remark::mistake(span, message);
    match crate::model::nearest(name, known.iter().copied()) {
        Some(near) => remark.with_help(format!("is `{near}` meant?")),
        None if known.is_empty() => remark,
        None => remark.with_help(format!("its facts: {}", known.join(", "))),
    }
}

/// Whether the policy or one of its libraries names a fact, as `.fact` or `"fact"`.
fn names_fact(linted: &Linted<'_>, name: &str) -> bool {
    let names = |text: &str| {
        let tokens = tokens(text);
        tokens.iter().enumerate().any(|(at, it)| match it.kind {
            TokenKind::Word => it.of(text) == name && at > 0 && tokens.get(at - 1).is_some_and(|it| it.is(text, ".")),
            TokenKind::String => it.of(text).trim_matches(['"', '`']) == name,
            _ => false,
        })
    };
    names(&linted.module.text) || linted.libraries.iter().any(|it| names(&it.text))
}

/// Facts of the policy's own kind that its rules touch: those of a variable that runs over `input.<kind>`, or that is
/// named after the kind.
fn touched(linted: &Linted<'_>) -> BTreeMap<String, Span> {
    let text = linted.module.text.as_ref();
    let all = tokens(text);
    let tokens: Vec<&Token> =
        all.iter().filter(|it| !matches!(it.kind, TokenKind::Comment | TokenKind::Newline)).collect();
    let word = |at: usize| tokens.get(at).map_or("", |it| it.of(text));
    let kind = linted.policy.kind.name();
    let mut variables: BTreeSet<&str> = BTreeSet::from([kind]);
    for at in 0..tokens.len() {
        if word(at) == "some" && word(at + 2) == "in" && word(at + 3) == "input" && word(at + 5) == kind {
            variables.insert(word(at + 1));
        }
    }
    let mut found = BTreeMap::new();
    for at in 0..tokens.len() {
        let is_member = at > 0 && word(at - 1) == ".";
        let is_head = matches!(word(at.wrapping_sub(1)), "package" | "import");
        if is_member || is_head || !variables.contains(word(at)) {
            continue;
        }
        let name = match (word(at + 1), tokens.get(at + 2).map(|it| it.kind), word(at + 3)) {
            (".", Some(TokenKind::Word), _) => word(at + 2),
            ("[", Some(TokenKind::String), "]") => word(at + 2).trim_matches('"'),
            _ => continue,
        };
        if let Some(token) = tokens.get(at + 2) {
            found.entry(name.to_owned()).or_insert_with(|| Span::new(linted.module.source, token.range.clone()));
        }
    }
    found
}
