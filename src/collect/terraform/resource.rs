//! A resource as the configuration declares it, evaluated: what the provider tables turn into kinds.
//!
//! How values look in a body:
//!
//! - An argument is an entry; its node's span is the expression in the block, `name_span` is the key, and `via` the
//!   places that the value came through (`the default of var.acl`).
//! - A nested block is always a list of maps, even a single one. Each map's span is the block, its `name_span` the type
//!   word. An argument that is set to `null` is absent.
//! - A reference to an argument that another resource states is that value. A reference to one that it does not state
//!   (`aws_s3_bucket.logs.id`) is unresolved with [`Cause::AfterApply`]; [`reference()`] takes it apart: this is what
//!   separate resources are joined by.
//! - **JSON text stays the object that it encodes**: `jsonencode({..})`, a heredoc that holds JSON, and the `json` of an
//!   `aws_iam_policy_document` are maps or lists with a place for each part. [`json`] also reads a plain JSON string.

use std::sync::Arc;

use camino::Utf8PathBuf;

use crate::model::{Cause, Node, Shape, Span, Through, Value};

/// Whether a block declares a thing or looks one up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    Managed,
    Data,
}

/// A resource or data source as the configuration declares it, evaluated; one per instance.
#[derive(Clone, Debug, PartialEq)]
pub struct Resource {
    pub mode: Mode,
    /// `module.data.aws_s3_bucket.logs["a"]`, `data.aws_caller_identity.current`.
    pub address: String,
    /// Empty for the root module, else `module.data`.
    pub module: String,
    /// `aws_s3_bucket`.
    pub native_type: String,
    /// `logs`.
    pub name: String,
    /// The root module's folder, relative to the scanned root; empty for the scanned root itself.
    pub folder: Utf8PathBuf,
    /// A map of its arguments and nested blocks.
    pub body: Node,
    /// The body that also tells which few values an unresolved one may be, where it does. Who reads it has to take each of
    /// them further; [`body`](Self::body) tells no more than their form.
    pub exact: Option<Node>,
    /// Whether what the body leaves out is decided in a module that is not on disk, and not by the provider.
    pub elsewhere: bool,
    /// The whole block.
    pub span: Span,
    /// The labels in the block's head, where what is missing is shown.
    pub name_span: Span,
    /// The chain of module calls that led here, outermost first.
    pub called_from: Vec<Through>,
}

/// What a reference that only apply will settle points to: a resource's address and the attribute asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference<'a> {
    /// `module.data.aws_s3_bucket.logs["a"]`: equal to [`Resource::address`] of its target.
    pub address: &'a str,
    /// `id`, `arn`, `identity[0].oidc[0].issuer`; empty for the whole resource.
    pub attribute: &'a str,
}

impl Resource {
    /// The id of its evidence: stable and unique in a run.
    pub fn id(&self) -> String {
        let folder = if self.folder.as_str().is_empty() { "." } else { self.folder.as_str() };
        format!("terraform:{folder}#{}", self.address)
    }

    /// The first nested block of a type, as a map.
    pub fn block(&self, name: &str) -> Option<&Node> {
        self.blocks(name).first()
    }

    /// All nested blocks of a type; empty where there is none or the list is not known.
    pub fn blocks(&self, name: &str) -> &[Node] {
        self.body.get(name).map(Node::items).unwrap_or_default()
    }
}

/// What a node refers to, if it is a reference to another resource that only apply, or another file, will settle.
pub fn reference(node: &Node) -> Option<Reference<'_>> {
    let unresolved = node.as_unresolved()?;
    match &unresolved.cause {
        Cause::AfterApply(name) | Cause::DataSource(name) => parse_reference(name),
        Cause::OutOfScope(name) if unresolved.shape == Shape::Reference => parse_reference(name),
        _ => None,
    }
}

/// Takes `module.m["k"].aws_s3_bucket.logs["a"].id` apart, after the resource's name and its key.
pub fn parse_reference(text: &str) -> Option<Reference<'_>> {
    let mut steps = Steps { text, at: 0 };
    while steps.word("module") {
        steps.any()?;
        steps.key();
    }
    let data = steps.word("data");
    let first = steps.any()?;
    // `each.value.id` may mean any resource; what is made of several is none.
    if matches!(first, "each" | "count" | "local" | "var" | "self") || text.contains(" and ") {
        return None;
    }
    // A type of Terraform's has an underscore; a name without is a logical id of CloudFormation.
    if data || first.contains('_') {
        steps.any()?;
        steps.key();
    }
    let (address, rest) = text.split_at_checked(steps.at)?;
    Some(Reference { address, attribute: rest.strip_prefix('.').unwrap_or(rest) })
}

/// A reader of the dotted steps of an address.
struct Steps<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Steps<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The next name; dots between names are skipped.
    fn any(&mut self) -> Option<&'a str> {
        let rest = self.rest();
        let name = rest.strip_prefix('.').unwrap_or(rest);
        let length = name.find(['.', '[']).unwrap_or(name.len());
        self.at += rest.len() - name.len() + length;
        name.get(..length).filter(|it| !it.is_empty())
    }

    fn word(&mut self, word: &str) -> bool {
        let before = self.at;
        let found = self.any() == Some(word);
        if !found {
            self.at = before;
        }
        found
    }

    /// An instance key: `["a"]`, `[0]`, `[*]`.
    fn key(&mut self) {
        let rest = self.rest();
        let length = if rest.starts_with("[\"") {
            let bytes = rest.bytes().enumerate().skip(2);
            let mut escaped = false;
            let mut end = None;
            for (at, byte) in bytes {
                match byte {
                    _ if escaped => escaped = false,
                    b'\\' => escaped = true,
                    b'"' => {
                        end = Some(at + 2);
                        break;
                    }
                    _ => {}
                }
            }
            end
        } else if rest.starts_with('[') {
            rest.find(']').map(|it| it + 1)
        } else {
            None
        };
        self.at = (self.at + length.unwrap_or(0)).min(self.text.len());
    }
}

/// A policy or other JSON document: the object itself where [the module](self) kept it, or a JSON string read now.
/// The parts of a plain string all have the string's place.
pub fn json(node: &Node) -> Option<Node> {
    match &node.value {
        Value::Map(_) | Value::List(_) => Some(node.clone()),
        Value::String(text) if text.trim_start().starts_with(['{', '[']) => {
            let value: serde_json::Value = serde_json::from_str(text).ok()?;
            Some(Node { name_span: node.name_span, via: node.via.clone(), ..from_json(&value, node.span) })
        }
        _ => None,
    }
}

/// A JSON value as nodes that all have one place.
pub fn from_json(value: &serde_json::Value, span: Span) -> Node {
    use serde_json::Value as Json;

    match value {
        Json::Null => Node::new(Value::Null, span),
        Json::Bool(it) => Node::new(*it, span),
        Json::Number(it) => Node::new(it.clone(), span),
        Json::String(it) => Node::new(it.as_str(), span),
        Json::Array(items) => Node::list(items.iter().map(|it| from_json(it, span)).collect(), span),
        Json::Object(entries) => {
            let entry = |(name, it): (&String, &Json)| {
                crate::model::Entry::new(Arc::<str>::from(name.as_str()), from_json(it, span).named(span))
            };
            Node::map(entries.iter().map(entry).collect(), span)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_cut_after_the_instance() {
        for (text, address, attribute) in [
            ("aws_s3_bucket.logs.id", "aws_s3_bucket.logs", "id"),
            ("aws_s3_bucket.logs[\"a.b\"].arn", "aws_s3_bucket.logs[\"a.b\"]", "arn"),
            ("module.m[0].module.n.aws_s3_bucket.logs[*].id", "module.m[0].module.n.aws_s3_bucket.logs[*]", "id"),
            ("data.aws_vpc.main.id", "data.aws_vpc.main", "id"),
            ("aws_eks_cluster.x.identity[0].oidc[0].issuer", "aws_eks_cluster.x", "identity[0].oidc[0].issuer"),
            ("aws_s3_bucket.logs", "aws_s3_bucket.logs", ""),
            ("Logs.Arn", "Logs", "Arn"),
            ("Logs", "Logs", ""),
        ] {
            assert_eq!(parse_reference(text), Some(Reference { address, attribute }), "{text}");
        }
        assert_eq!(parse_reference("aws_s3_bucket"), None);
        assert_eq!(parse_reference(""), None);
    }
}
