//! What a Compose file states of the contents of configs: `configs: {site: {content: ...}}`.

use camino::Utf8Path;

use crate::model::{Entry, Evidence, EvidenceKind, Node};

/// A piece of evidence for each config that is written down in the file. Whether there is a secret in it shows when
/// secrets are hidden.
pub(super) fn stated(format: &'static str, path: &Utf8Path, documents: &[Node]) -> Vec<Evidence> {
    let configs = documents.iter().filter_map(|it| it.get("configs")).flat_map(Node::entries);
    configs.filter_map(|it| config(format, path, it)).collect()
}

fn config(format: &'static str, path: &Utf8Path, config: &Entry) -> Option<Evidence> {
    let content = config.node.get("content").filter(|it| it.as_str().is_some())?;
    let name_span = config.node.name_span.unwrap_or(config.node.span);
    let content_name = content.name_span.unwrap_or(content.span);
    let named = vec![Entry::new("name", Node::new("content", content_name)), Entry::new("value", content.clone())];
    let entries = Node::list(vec![Node::map(named, content.span).named(content_name)], content.span);
    let facts = vec![
        Entry::new("form", Node::new("config_map", name_span)),
        Entry::new("entries", entries.named(content_name)),
    ];
    Some(Evidence {
        id: format!("{format}:{path}#configs.{}", config.name),
        kind: EvidenceKind::Secret,
        name: config.name.to_string(),
        format,
        provider: None,
        native_type: Some("config".to_owned()),
        address: Some(config.name.to_string()),
        span: name_span.to(config.node.span),
        name_span,
        called_from: Vec::new(),
        facts: Node::map(facts, config.node.span).named(name_span),
    })
}
