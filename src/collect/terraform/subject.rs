//! A resource under a row of the tables: what it states, and what other resources say of it.

use crate::model::{Entry, Node, Origin, Span};

use super::reading::read;
use super::resource::Resource;
use super::scope::Scope;

/// A resource, the others of its root module, and those that are joined to it.
#[derive(Clone)]
pub struct Subject<'a> {
    pub resource: &'a Resource,
    pub scope: &'a Scope<'a>,
    /// Resources that are about this one, each with the number of its join in the row.
    pub joined: Vec<(usize, &'a Resource)>,
    /// Names of targets that are not known and may mean this one, each with the number of its join in the row.
    pub maybe_joined: Vec<(usize, &'a Node)>,
}

/// One of several things in a resource.
pub struct Part {
    /// Added to the resource's id: `ingress.0`. Empty where the part is the resource.
    pub suffix: String,
    /// The short name, where it is not the resource's own.
    pub name: Option<String>,
    pub span: Span,
    /// Where a missing setting is shown.
    pub name_span: Span,
    pub facts: Vec<Entry>,
}

impl<'a> Subject<'a> {
    pub fn alone(resource: &'a Resource, scope: &'a Scope<'a>) -> Self {
        Self { resource, scope, joined: Vec::new(), maybe_joined: Vec::new() }
    }

    /// The value at a path with dots in the resource's body, or the unresolved value on the way to it.
    pub fn at(&self, path: &str) -> Option<Node> {
        read(&self.resource.body, path)
    }

    /// Joined resources of a type.
    pub fn joined_of(&self, native_type: &str) -> impl Iterator<Item = &'a Resource> {
        self.joined.iter().map(|(_, it)| *it).filter(move |it| it.native_type == native_type)
    }

    /// The resource that an argument refers to, of one of these types: by reference, or by the name it has there.
    pub fn referred(&self, path: &str, types: &[&str], name: &str) -> Option<&'a Resource> {
        let node = self.at(path)?;
        self.scope.target(&node, types, name)
    }
}

/// Every address there is: what providers admit where nothing is said.
pub fn everywhere(subject: &Subject<'_>) -> Node {
    let lacking = subject.resource.name_span;
    let items = vec![Node::default_of("0.0.0.0/0", lacking)];
    Node { origin: Origin::Default, ..Node::list(items, lacking) }
}
