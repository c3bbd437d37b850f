//! A secret that is known from one place is hidden wherever else it stands: in a script it was filled into, a comment.

use std::sync::Arc;

use aho_corasick::AhoCorasick;
use rayon::prelude::*;

use crate::model::{Choice, Entry, Evidence, Map, Node, REDACTED, Shape, Sources, Span, Unresolved, Value};

/// Shorter secrets, and those that could be words, stand in other places by chance.
const DISTINCTIVE: std::ops::Range<usize> = 8..200;

/// Hides the known secrets in all facts, and returns where the sources hold them.
pub(super) fn hide(evidence: &mut [Evidence], known: &[Arc<str>], sources: &Sources) -> Vec<Span> {
    let mut texts: Vec<&str> = known.iter().map(|it| &**it).filter(|it| is_distinctive(it)).collect();
    texts.sort_unstable();
    texts.dedup();
    if texts.is_empty() {
        return Vec::new();
    }
    // Secrets come out of bounded sources, so an automaton of them is bounded as well; without one nothing is hidden
    // here, and the first pass has hidden each where it is known.
    let Ok(secrets) = AhoCorasick::new(&texts) else { return Vec::new() };
    evidence.par_iter_mut().for_each(|it| {
        if let Some(hidden) = node(&it.facts, &secrets) {
            it.facts = hidden;
        }
    });
    let all: Vec<_> = sources.iter().collect();
    let stretches = all.into_par_iter().flat_map_iter(|(id, source)| {
        let text = source.text.as_deref().unwrap_or_default();
        secrets.find_iter(text).map(move |it| Span::new(id, it.range())).collect::<Vec<_>>()
    });
    stretches.collect()
}

/// Whether a text is hardly anything but this secret: letters and digits, and no word or number.
fn is_distinctive(text: &str) -> bool {
    DISTINCTIVE.contains(&text.len())
        && text.bytes().any(|it| it.is_ascii_digit())
        && text.bytes().any(|it| it.is_ascii_alphabetic())
        && !text.contains(char::is_whitespace)
}

fn node(it: &Node, secrets: &AhoCorasick) -> Option<Node> {
    let value = match &it.value {
        Value::String(text) => Value::from(hidden(text, secrets)?),
        Value::List(items) => {
            let changed: Vec<Option<Node>> = items.iter().map(|it| node(it, secrets)).collect();
            if changed.iter().all(Option::is_none) {
                return None;
            }
            let items = items.iter().zip(changed).map(|(before, it)| it.unwrap_or_else(|| before.clone()));
            Value::List(items.collect())
        }
        Value::Map(map) => {
            let changed: Vec<Option<Node>> = map.entries.iter().map(|it| node(&it.node, secrets)).collect();
            if changed.iter().all(Option::is_none) {
                return None;
            }
            let entries = map.entries.iter().zip(changed).map(|(before, it)| Entry {
                name: Arc::clone(&before.name),
                node: it.unwrap_or_else(|| before.node.clone()),
            });
            Value::Map(Map { entries: entries.collect() })
        }
        Value::Unresolved(unresolved) => {
            if let Shape::OneOf(choices) = &unresolved.shape {
                let is_secret = |it: &Choice| match it {
                    Choice::Value(serde_json::Value::String(it)) => hidden(it, secrets).is_some(),
                    Choice::Value(_) | Choice::Open(_) => false,
                };
                let open = Unresolved { shape: Shape::String, ..(**unresolved).clone() };
                let node = Node { value: Value::Unresolved(Box::new(open)), ..it.clone() };
                return choices.iter().any(is_secret).then_some(node);
            }
            let hide = |it: &String| hidden(it, secrets).unwrap_or_else(|| it.clone());
            let shape = match &unresolved.shape {
                Shape::Template(parts) => Shape::Template(parts.iter().map(|it| it.as_ref().map(hide)).collect()),
                _ => return None,
            };
            if shape == unresolved.shape {
                return None;
            }
            Value::Unresolved(Box::new(Unresolved { shape, ..(**unresolved).clone() }))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Redacted => return None,
    };
    Some(Node { value, ..it.clone() })
}

/// The text with the word for a secret in place of each; nothing when it has none.
fn hidden(text: &str, secrets: &AhoCorasick) -> Option<String> {
    if !secrets.is_match(text) {
        return None;
    }
    let mut hidden = String::with_capacity(text.len());
    secrets.replace_all_with(text, &mut hidden, |_, _, into| {
        into.push_str(REDACTED);
        true
    });
    Some(hidden)
}
