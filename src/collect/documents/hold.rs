//! Holds each claim of a document against what was collected: the value and its place go to the claim.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::claims::{TERMS, Term};
use crate::model::{Entry, Evidence, EvidenceKind, Map, Node, Through, Value};

/// Things that one claim is held against at most.
const MOST: usize = 2_000;

/// Adds to every claim the things that answer it.
pub(in crate::collect) fn hold(evidence: &mut [Evidence]) {
    let is_claiming = |it: &Evidence| it.kind == EvidenceKind::Document && it.facts.get("claims").is_some();
    if !evidence.iter().any(is_claiming) {
        return;
    }
    let answers: BTreeMap<&str, Vec<(String, Node)>> =
        TERMS.iter().map(|term| (term.name, answers(term, evidence))).collect();
    for document in evidence.iter_mut().filter(|it| is_claiming(it)) {
        let Value::Map(facts) = &document.facts.value else { continue };
        let entries = facts.entries.iter().map(|it| match &*it.name {
            "claims" => Entry::new(it.name.clone(), held(&it.node, &answers)),
            _ => it.clone(),
        });
        let value = Value::Map(Map { entries: entries.collect() });
        document.facts = Node { value, ..document.facts.clone() };
    }
}

/// The things of the kind that state the fact, or have a default for it.
fn answers(term: &Term, evidence: &[Evidence]) -> Vec<(String, Node)> {
    let of_kind = evidence.iter().filter(|it| it.kind == term.kind);
    of_kind.filter_map(|it| Some((it.name.clone(), it.facts.get(term.fact)?.clone()))).take(MOST).collect()
}

fn held(claims: &Node, answers: &BTreeMap<&str, Vec<(String, Node)>>) -> Node {
    let claims_held = claims.items().iter().map(|claim| {
        let name = claim.get("claim").and_then(Node::as_str).unwrap_or_default();
        let found = answers.get(name).map(Vec::as_slice).unwrap_or_default();
        let note: Arc<str> = format!("the document claims {}", written(claim)).into();
        let found = found.iter().map(|(name, value)| {
            let value = value.clone().through(Through { note: note.clone(), span: claim.span });
            let at = value.span;
            let entries = vec![Entry::new("name", Node::new(name.as_str(), at)), Entry::new("value", value)];
            Node::map(entries, at).named(at)
        });
        let mut entries = claim.entries().to_vec();
        entries.push(Entry::new("held_against", Node::list(found.collect(), claim.span)));
        Node { value: Value::Map(Map { entries: entries.into() }), ..claim.clone() }
    });
    Node { value: Value::List(claims_held.collect()), ..claims.clone() }
}

fn written(claim: &Node) -> String {
    let text = |name: &str| claim.get(name).and_then(Node::scalar_text).unwrap_or_default();
    format!("{}: {}", text("claim"), text("written"))
}
