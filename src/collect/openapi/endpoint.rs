//! One thing that a description tells of, as evidence.

use crate::model::{Evidence, EvidenceKind, Node, Span};

use super::description::Description;

pub(super) const FORMAT: &str = "openapi";

/// Something that an API's description tells of.
pub(super) fn endpoint(
    description: &Description<'_>,
    address: &str,
    name: String,
    span: Span,
    name_span: Span,
    facts: Node,
) -> Evidence {
    Evidence {
        id: format!("{FORMAT}:{}#{address}", description.path),
        kind: EvidenceKind::Endpoint,
        name,
        format: FORMAT,
        provider: None,
        native_type: None,
        address: Some(address.to_owned()),
        span,
        name_span,
        called_from: Vec::new(),
        facts: facts.named(name_span),
    }
}
