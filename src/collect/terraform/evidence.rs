//! Each resource untouched: for policies of one provider, and for users' own.

use crate::model::{Entry, Evidence, EvidenceKind, Node};

use super::resource::{Mode, Resource};

/// A resource with its native attributes.
pub(crate) fn resource(resource: &Resource) -> Evidence {
    let mode = match resource.mode {
        Mode::Managed => "managed",
        Mode::Data => "data",
    };
    let facts = vec![
        Entry::new("mode", Node::new(mode, resource.name_span)),
        Entry::new("attributes", resource.body.clone().named(resource.name_span)),
    ];
    Evidence {
        // The plain id is that of what the resource is: a bucket, a key.
        id: resource.id().replacen('#', "#resource.", 1),
        kind: EvidenceKind::Resource,
        name: resource.name.clone(),
        format: "terraform",
        provider: Some(provider(&resource.native_type).to_owned()),
        native_type: Some(resource.native_type.clone()),
        address: Some(resource.address.clone()),
        span: resource.span,
        name_span: resource.name_span,
        called_from: resource.called_from.clone(),
        facts: Node::map(facts, resource.span).named(resource.name_span),
    }
}

/// The provider of a resource type, by the name that policies use.
fn provider(native_type: &str) -> &str {
    match native_type.split('_').next().unwrap_or_default() {
        "azurerm" | "azuread" | "azapi" => "azure",
        "google" => "google",
        other => other,
    }
}
