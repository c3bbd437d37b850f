//! Policy documents that no resource beside them takes: what they allow is judged where they are written.

use std::collections::HashSet;

use super::grant::statement_parts;
use crate::collect::terraform::policy_document;
use crate::collect::terraform::resource::{Mode, Resource};
use crate::collect::terraform::row::{Row, row};
use crate::collect::terraform::scope::{DATA_DOCUMENT, Scope};
use crate::collect::terraform::subject::{Part, Subject};
use crate::model::{EvidenceKind::Grant, Node, Span, Value};

pub const ROWS: &[Row] = &[row(Grant, "aws", &[DATA_DOCUMENT], &[]).only_when(stands_alone).in_parts(parts)];

/// One that a resource takes is judged with that.
fn stands_alone(subject: &Subject<'_>) -> bool {
    let taken = subject.scope.taken_documents.get_or_init(|| taken(subject.scope));
    !taken.contains(&subject.resource.span)
}

/// Who is named as a principal tells what a document is for: trust in a role, or the policy of a resource that only the
/// one who takes it knows.
fn parts(subject: &Subject<'_>) -> Vec<Part> {
    let document = policy_document::of(&subject.resource.body);
    let statements = document.get("Statement").map(Node::items).unwrap_or_default();
    let names_principals = statements.iter().any(|it| it.get("Principal").or(it.get("NotPrincipal")).is_some());
    let form = match (names_principals, statements.iter().any(assumes_a_role)) {
        (false, _) => "statement",
        (true, true) => "trust",
        (true, false) => return Vec::new(),
    };
    statement_parts(subject, &document, form, "statement")
}

fn assumes_a_role(statement: &Node) -> bool {
    let actions = statement.get("Action").map(Node::items).unwrap_or_default();
    actions.iter().any(|it| it.as_str().is_some_and(|it| it.to_lowercase().starts_with("sts:assumerole")))
}

/// The blocks of the documents that other blocks take, by the places in what those hold.
fn taken(scope: &Scope<'_>) -> HashSet<Span> {
    let mut documents: Vec<Span> = scope.of_type(DATA_DOCUMENT).iter().map(|it| it.span).collect();
    documents.sort_by_key(|it| (it.source, it.start));
    let mut taken = HashSet::new();
    let takes = |it: &&Resource| it.mode == Mode::Managed || it.native_type == "aws_iam_policy_document";
    for resource in scope.resources.iter().filter(takes) {
        look(&resource.body, resource.span, &documents, &mut taken);
    }
    taken
}

fn look(node: &Node, own: Span, documents: &[Span], taken: &mut HashSet<Span>) {
    let through = node.via.iter().flat_map(|it| it.iter()).map(|it| it.span);
    for place in through.chain([node.span]) {
        let after = documents.partition_point(|it| (it.source, it.start) <= (place.source, place.start));
        let document = after.checked_sub(1).and_then(|at| documents.get(at));
        taken.extend(document.filter(|it| it.source == place.source && place.end <= it.end && **it != own));
    }
    match &node.value {
        Value::List(items) => items.iter().for_each(|it| look(it, own, documents, taken)),
        Value::Map(map) => map.entries.iter().for_each(|it| look(&it.node, own, documents, taken)),
        _ => {}
    }
}
