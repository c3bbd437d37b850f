//! Secrets never leave: the one pass over all evidence that hides them.

mod elsewhere;
pub(super) mod names;
mod patterns;
mod places;

use std::sync::Arc;

use rayon::prelude::*;

use crate::model::{
    Choice, Entries, Entry, Evidence, Map, Node, Origin, REDACTED, Shape, SourceId, Sources, Span, Unresolved, Value,
};
use crate::syntax::json;

/// Native types all of whose entries at a path are secrets, whatever they are called.
const HOLDERS: &[(&str, &[&str])] = &[
    ("Secret", &["data", "stringData"]),
    ("kubernetes_secret", &["data"]),
    ("kubernetes_secret_v1", &["data"]),
    ("azurerm_key_vault_secret", &["value"]),
    ("google_secret_manager_secret_version", &["secret_data"]),
    ("aws_secretsmanager_secret_version", &["secret_string", "secret_binary"]),
    ("aws_secretsmanager_secret", &["value"]),
    ("google_secret_manager_secret", &["value"]),
    ("aws_ssm_parameter", &["value"]),
    ("AWS::SecretsManager::Secret", &["value", "SecretString"]),
];

/// Secrets of one text that are hidden one by one.
const MOST_IN_TEXT: usize = 200;

/// Texts longer than this are not looked at as JSON.
const JSON_BYTES: usize = 1 << 20;

/// Hides every secret in the facts, and returns the stretches of the sources that hold one, with those that collectors
/// know of `beside` the evidence.
pub fn redact(evidence: &mut [Evidence], sources: &Sources, beside: Vec<Span>) -> Vec<Span> {
    let found: Vec<(Vec<Span>, Vec<Arc<str>>)> = evidence
        .par_iter_mut()
        .map(|it| {
            let mut pass = Pass { sources, stretches: Vec::new(), known: Vec::new() };
            let holder = it.native_type.as_deref().and_then(|kind| HOLDERS.iter().find(|row| row.0 == kind));
            let held = holder.map_or::<&[&str], _>(&[], |row| row.1);
            if let Some(hidden) = pass.facts(&it.facts, held) {
                it.facts = hidden;
            }
            (pass.stretches, pass.known)
        })
        .collect();
    let (stretches, known): (Vec<_>, Vec<_>) = found.into_iter().unzip();
    let mut stretches = stretches.concat();
    stretches.extend(beside);
    stretches.extend(elsewhere::hide(evidence, &known.concat(), sources));
    stretches.par_extend(sources.iter().collect::<Vec<_>>().into_par_iter().flat_map_iter(|(id, source)| {
        let text = source.text.as_deref().unwrap_or_default();
        patterns::secrets(text).into_iter().map(move |it| Span::new(id, it))
    }));
    apart(stretches)
}

/// The same stretches in order, joined where they overlap.
fn apart(mut stretches: Vec<Span>) -> Vec<Span> {
    stretches.par_sort_unstable();
    stretches.dedup_by(|next, before| {
        let overlaps = next.source == before.source && next.start < before.end.max(before.start + 1);
        if overlaps {
            *before = before.to(*next);
        }
        overlaps
    });
    stretches
}

struct Pass<'a> {
    sources: &'a Sources,
    stretches: Vec<Span>,
    /// The secrets themselves, to hide them elsewhere. They go no further than this pass.
    known: Vec<Arc<str>>,
}

/// What the names above a value say of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Named {
    Openly,
    /// As a secret: a literal there is one.
    Secret,
    /// As part of what holds nothing but secrets.
    Held,
}

impl Pass<'_> {
    /// Facts, or the native attributes among them, some of which are held to be secrets by their type.
    fn facts(&mut self, facts: &Node, held: &[&str]) -> Option<Node> {
        let Value::Map(map) = &facts.value else { return self.node(facts, Named::Openly) };
        let pair = pair(map);
        let named = |name: &str| match name {
            _ if held.contains(&name) => Named::Held,
            "value" if pair => Named::Secret,
            _ => Named::Openly,
        };
        let mut entries = self.entries(map, named);
        if let Some(attributes) = map.get("attributes").filter(|_| !held.is_empty())
            && let Some(hidden) = self.facts(attributes, held)
        {
            let mut changed = entries.as_deref().unwrap_or(&map.entries).to_vec();
            changed.iter_mut().filter(|it| &*it.name == "attributes").for_each(|it| it.node = hidden.clone());
            entries = Some(changed.into());
        }
        Some(Node { value: Value::Map(Map { entries: entries? }), ..facts.clone() })
    }

    /// The node without its secrets; nothing when it has none.
    fn node(&mut self, node: &Node, named: Named) -> Option<Node> {
        let value = match &node.value {
            Value::Map(map) => {
                let pair = pair(map);
                let entries = self.entries(map, |name| {
                    let is_value = matches!(name, "value" | "Value" | "default" | "Default");
                    match named {
                        Named::Held => Named::Held,
                        _ if is_value && (pair || named == Named::Secret) => Named::Secret,
                        _ => Named::Openly,
                    }
                })?;
                Value::Map(Map { entries })
            }
            Value::List(items) => {
                // A list under such a name is one of names of secrets as often as one of secrets.
                let named = if named == Named::Held { Named::Held } else { Named::Openly };
                let mut changed: Option<Vec<Node>> = None;
                for (at, item) in items.iter().enumerate() {
                    if let Some(hidden) = self.node(item, named) {
                        let items = changed.get_or_insert_with(|| items.to_vec());
                        items.splice(at..=at, [hidden]);
                    }
                }
                Value::List(changed?.into())
            }
            Value::String(text) => self.string(node, text, named)?,
            Value::Number(number) if named != Named::Openly && node.origin == Origin::Stated => {
                // A password of digits; `1` and `0` are settings.
                if number.to_string().len() < 4 {
                    return None;
                }
                self.hold(node, node.span);
                Value::Redacted
            }
            Value::Unresolved(unresolved) => self.unresolved(node, unresolved, named)?,
            Value::Redacted => {
                // The collector knew it for a secret; the source writes it all the same.
                self.hold(node, node.span);
                self.hold_way(node);
                return None;
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => return None,
        };
        if matches!(value, Value::Redacted | Value::String(_)) {
            // The default of a variable holds the secret as well as what refers to it.
            self.hold_way(node);
        }
        Some(Node { value, ..node.clone() })
    }

    /// A place of a secret holds it, unless the secret came there from elsewhere by a plain reference.
    fn hold(&mut self, node: &Node, span: Span) {
        if node.via.is_none() || !places::is_reference(self.sources.text(span)) {
            self.stretches.push(span);
        }
    }

    fn hold_way(&mut self, node: &Node) {
        for place in node.via.as_deref().unwrap_or_default() {
            self.hold(node, place.span);
        }
    }

    fn entries(&mut self, map: &Map, inherited: impl Fn(&str) -> Named) -> Option<Entries<Entry>> {
        let mut changed: Option<Vec<Entry>> = None;
        for (at, entry) in map.entries.iter().enumerate() {
            let named = match inherited(&entry.name) {
                Named::Openly if names::is_secret(&entry.name) => Named::Secret,
                other => other,
            };
            if let Some(node) = self.node(&entry.node, named) {
                let entries = changed.get_or_insert_with(|| map.entries.to_vec());
                entries.splice(at..=at, [Entry { name: entry.name.clone(), node }]);
            }
        }
        changed.map(Into::into)
    }

    fn string(&mut self, node: &Node, text: &str, named: Named) -> Option<Value> {
        let is_secret = match named {
            Named::Openly => false,
            Named::Secret => node.origin == Origin::Stated && names::is_literal(text),
            Named::Held => !text.is_empty() && !text.contains("${") && !text.contains("{{"),
        };
        if is_secret {
            self.hold(node, node.span);
            self.known.push(text.into());
            return Some(Value::Redacted);
        }
        if text.len() < 8 {
            return None;
        }
        let hidden = self.hidden(text, node.span)?;
        Some(if hidden == REDACTED { Value::Redacted } else { Value::from(hidden) })
    }

    /// The text with `<redacted>` in place of each secret; nothing when it has none. A text of very many is hidden as a
    /// whole, since each of them is looked for in all of it.
    fn hidden(&mut self, text: &str, span: Span) -> Option<String> {
        let stretches = patterns::secrets(text);
        if stretches.len() > MOST_IN_TEXT {
            self.stretches.push(span);
            return Some(REDACTED.to_owned());
        }
        let mut hidden = text.to_owned();
        for stretch in stretches.into_iter().rev() {
            self.mark(text.get(stretch.clone()).unwrap_or_default(), span);
            hidden.replace_range(stretch, REDACTED);
        }
        let secrets = in_json(&hidden);
        if secrets.len() > MOST_IN_TEXT {
            self.stretches.push(span);
            return Some(REDACTED.to_owned());
        }
        for secret in secrets {
            self.mark(&secret, span);
            hidden = hidden.replace(&secret, REDACTED);
        }
        (hidden != text).then_some(hidden)
    }

    /// Records where the source writes the secret; the whole value where it does not write it so.
    fn mark(&mut self, secret: &str, span: Span) {
        let written = self.sources.text(span);
        let before = self.stretches.len();
        for (at, _) in written.match_indices(secret).filter(|_| !secret.is_empty()) {
            let start = span.range().start + at;
            self.stretches.push(Span::new(span.source, start..start + secret.len()));
        }
        if self.stretches.len() == before && (written == secret || !places::is_reference(written)) {
            self.stretches.push(span);
        }
    }

    /// The known parts of a template may hold secrets as well.
    fn unresolved(&mut self, node: &Node, unresolved: &Unresolved, named: Named) -> Option<Value> {
        if let Shape::OneOf(choices) = &unresolved.shape {
            let values = choices.iter().filter_map(|it| match it {
                Choice::Value(serde_json::Value::String(it)) => Some(Value::from(it.as_str())),
                Choice::Value(serde_json::Value::Number(it)) => Some(Value::from(it.clone())),
                Choice::Value(_) | Choice::Open(_) => None,
            });
            let secrets = values.filter(|it| self.node(&Node { value: it.clone(), ..node.clone() }, named).is_some());
            let open = Unresolved { shape: Shape::String, ..unresolved.clone() };
            return (secrets.count() > 0).then(|| Value::Unresolved(Box::new(open)));
        }
        let Shape::Template(parts) = &unresolved.shape else { return None };
        let many: usize = parts.iter().flatten().map(|it| patterns::secrets(it).len()).sum();
        if many > MOST_IN_TEXT {
            self.stretches.push(node.span);
            return Some(Value::Redacted);
        }
        let hidden: Vec<Option<String>> = parts
            .iter()
            .map(|it| it.as_ref().map(|it| self.hidden(it, node.span).unwrap_or_else(|| it.clone())))
            .collect();
        (*hidden != **parts).then(|| {
            let shape = Shape::Template(hidden.into());
            Value::Unresolved(Box::new(Unresolved { shape, ..unresolved.clone() }))
        })
    }
}

/// Whether a map is the pair of a secret's name and its value: an environment variable.
fn pair(map: &Map) -> bool {
    let name = ["name", "Name", "key", "Key"].iter().find_map(|it| map.get(it)).and_then(Node::as_str);
    name.is_some_and(names::is_secret) || map.get("type").and_then(Node::as_str) == Some("SecureString")
}

/// The secrets of a text that is JSON, as container definitions are.
fn in_json(text: &str) -> Vec<String> {
    let is_json = text.len() < JSON_BYTES && text.trim_start().starts_with(['{', '[']);
    if !is_json {
        return Vec::new();
    }
    let parsed = json::parse(SourceId(0), text);
    let none = Sources::default();
    let mut pass = Pass { sources: &none, stretches: Vec::new(), known: Vec::new() };
    for document in &parsed.documents {
        pass.node(document, Named::Openly);
    }
    let secrets = pass.stretches.into_iter().filter_map(|it| text.get(it.range()));
    secrets.map(|it| it.trim_matches('"').to_owned()).filter(|it| !it.is_empty()).collect()
}

#[cfg(test)]
mod tests;
