//! Secrets: what a manifest holds in plain sight, and what it leaves to a store. Values are never shown. Config maps are
//! looked at as well, for what does not belong there.

use crate::model::{Entry, Evidence, EvidenceKind, Node, Value};

use super::container::with_placeholders;
use super::objects::Object;

/// Kinds whose secret stays elsewhere or is encrypted, and where it is kept.
const STORES: &[(&str, &str)] = &[
    ("SealedSecret", "sealed"),
    ("ExternalSecret", "external"),
    ("ClusterExternalSecret", "external"),
    ("SecretProviderClass", "external"),
    ("VaultStaticSecret", "external"),
    ("VaultDynamicSecret", "external"),
    ("OnePasswordItem", "external"),
    ("SopsSecret", "sops"),
];

pub(super) fn secret(object: &Object) -> Option<Evidence> {
    let store = STORES.iter().find(|(kind, _)| *kind == object.kind).map(|(_, store)| *store);
    if store.is_none() && (object.kind != "Secret" || !object.group.is_empty()) {
        return None;
    }
    let sops = object.stated("sops").is_some();
    let store = store.unwrap_or(if sops { "sops" } else { "manifest" });
    let mut entries = Vec::new();
    if store == "manifest" {
        for table in ["data", "stringData"] {
            entries.extend(object.stated(table).map(Node::entries).unwrap_or_default().iter().filter_map(entry));
        }
    }
    let kind_span = object.node.get("kind").map_or(object.name_span, |it| it.span);
    let facts = vec![
        Entry::new("form", Node::new("secret", kind_span)),
        Entry::new("store", Node::new(store, kind_span)),
        Entry::new("entries", Node::list(entries, object.name_span).named(object.name_span)),
    ];
    Some(object.evidence(EvidenceKind::Secret, "", facts, object.node.span))
}

/// What a config map holds. Whether a value of it is a secret shows when secrets are hidden.
pub(super) fn config_map(object: &Object) -> Option<Evidence> {
    let entries = object.stated("data").map(Node::entries).filter(|it| object.kind == "ConfigMap" && !it.is_empty())?;
    let named = entries.iter().filter(|it| it.node.as_str().is_some()).map(|it| {
        let name_span = it.node.name_span.unwrap_or(it.node.span);
        let name = Entry::new("name", Node::new(&*it.name, name_span));
        let value = Entry::new("value", it.node.clone());
        Node::map(vec![name, value], it.node.span).named(name_span)
    });
    let kind_span = object.node.get("kind").map_or(object.name_span, |it| it.span);
    let facts = vec![
        Entry::new("form", Node::new("config_map", kind_span)),
        Entry::new("entries", Node::list(named.collect(), object.name_span).named(object.name_span)),
    ];
    Some(object.evidence(EvidenceKind::Secret, "", facts, object.node.span))
}

/// One named value. A literal is a secret, whatever it looks like; a place left open is none.
fn entry(stated: &Entry) -> Option<Node> {
    let node = &stated.node;
    let text = node.scalar_text();
    let text = text.as_deref().map(str::trim).filter(|it| !it.is_empty())?;
    let name_span = node.name_span.unwrap_or(node.span);
    let mut entries = vec![Entry::new("name", Node::new(&*stated.name, name_span))];
    if !is_open(text) && with_placeholders(node).as_unresolved().is_none() {
        entries.push(Entry::new("value", Node { value: Value::Redacted, ..node.clone() }));
    }
    Some(Node::map(entries, node.span).named(name_span))
}

/// `<your-token>`, `{{ token }}`, `ENC[...]`: a place for a value and not the value.
fn is_open(text: &str) -> bool {
    (text.starts_with('<') && text.ends_with('>')) || text.starts_with("{{") || text.starts_with("ENC[")
}
