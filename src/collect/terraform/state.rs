//! Where a root module keeps its state: the backend, and whether it encrypts and locks.

use crate::model::{Cause, Entry, Node, Shape, Span, Unresolved};
use crate::syntax::hcl::tree::Block;

use super::evaluate::scope::Scope;
use super::folder::Folder;

/// Backends that always encrypt what they store.
const ENCRYPT: &[&str] = &["gcs", "azurerm", "remote", "cloud", "oss", "cos"];

/// Backends that always lock.
const LOCK: &[&str] = &["gcs", "azurerm", "remote", "cloud", "consul", "kubernetes", "pg", "cos", "local"];

pub(crate) fn facts(folder: &Folder, scope: &Scope<'_, '_>, name_span: Span) -> Vec<Entry> {
    let blocks = || folder.settings.iter().flat_map(|it| it.body.blocks.iter());
    let Some(block) = blocks().find(|it| matches!(&*it.kind, "backend" | "cloud")) else {
        return vec![Entry::new("backend", Node::default_of("local", name_span))];
    };
    let kind = if &*block.kind == "cloud" { "cloud" } else { block.label(0).map_or("", |it| it) };
    let name = block.name_span();
    let body = scope.body(&block.body, &[], block.span);
    vec![
        Entry::new("backend", Node::new(kind, name).named(name)),
        Entry::new("state_encrypted", encrypted(kind, block, &body).named(name)),
        Entry::new("state_locked", locked(kind, block, &body).named(name)),
    ]
}

fn encrypted(kind: &str, block: &Block, body: &Node) -> Node {
    let name = block.name_span();
    match body.get("encrypt") {
        Some(it) => it.clone(),
        None if ENCRYPT.contains(&kind) => Node::default_of(true, name),
        None if kind == "s3" => at_init(block).unwrap_or_else(|| Node::default_of(false, name)),
        None if kind == "local" => Node::default_of(false, name),
        None => unknown(block, "whether the backend encrypts"),
    }
}

fn locked(kind: &str, block: &Block, body: &Node) -> Node {
    let name = block.name_span();
    let table = body.get("dynamodb_table").or(body.get("dynamodb_endpoint")).or(body.get("lock_address"));
    match (table, body.get("use_lockfile")) {
        (Some(it), _) => Node::new(true, it.span),
        (None, Some(it)) => it.clone(),
        (None, None) if LOCK.contains(&kind) => Node::default_of(true, name),
        (None, None) => at_init(block).unwrap_or_else(|| Node::default_of(false, name)),
    }
}

/// A backend without so much as the place of its state gets its settings from the command line.
fn at_init(block: &Block) -> Option<Node> {
    let placed = ["bucket", "address", "prefix"].iter().any(|it| block.body.attribute(it).is_some());
    (!placed).then(|| unknown(block, "the backend's settings given to init"))
}

fn unknown(block: &Block, what: &str) -> Node {
    let name = block.name_span();
    Node::unresolved(Unresolved { cause: Cause::OutOfScope(what.to_owned()), place: name, shape: Shape::Bool }, name)
}
