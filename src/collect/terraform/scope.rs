//! All resources of one root module, and which of them are about which.

use std::collections::HashMap;

use crate::model::{Node, Shape, Unresolved, Value};

use super::reading::{may_be_any, read};
use super::resource::{Mode, Resource, reference};

/// The resources of one root module with the modules it calls, by type and by address.
pub struct Scope<'a> {
    pub resources: &'a [Resource],
    by_type: HashMap<&'a str, Vec<&'a Resource>>,
    by_address: HashMap<&'a str, &'a Resource>,
    /// Instances by their address without the last key.
    by_base: HashMap<&'a str, Vec<&'a Resource>>,
}

/// The resources of one join, by what they point to.
pub struct Joined<'a> {
    by_target: HashMap<&'a str, Vec<&'a Resource>>,
    unknown: Vec<(&'a Resource, Node)>,
}

impl<'a> Scope<'a> {
    pub fn new(resources: &'a [Resource]) -> Self {
        let mut scope =
            Self { resources, by_type: HashMap::new(), by_address: HashMap::new(), by_base: HashMap::new() };
        for resource in resources {
            scope.by_address.insert(&resource.address, resource);
            if resource.mode == Mode::Managed {
                scope.by_type.entry(&resource.native_type).or_default().push(resource);
                scope.by_base.entry(base(&resource.address)).or_default().push(resource);
            }
        }
        scope
    }

    /// Managed resources of a type, in the order of the source.
    pub fn of_type(&self, native_type: &str) -> &[&'a Resource] {
        self.by_type.get(native_type).map(Vec::as_slice).unwrap_or_default()
    }

    /// The resource at an address. Where an instance's key is missing or too much, the only instance is meant.
    pub fn resource(&self, address: &str) -> Option<&'a Resource> {
        let exact = self.by_address.get(address).copied();
        exact.or_else(|| match self.by_base.get(base(address)).map(Vec::as_slice) {
            Some([only]) => Some(only),
            _ => None,
        })
    }

    /// The resource of one of these types that a value names: by a reference, by the text its argument `name` holds, or
    /// by the same unresolved value there.
    pub fn target(&self, node: &Node, types: &[&str], name: &str) -> Option<&'a Resource> {
        if let Some(reference) = reference(node)
            && let Some(found) = self.resource(reference.address).filter(|it| types.contains(&&*it.native_type))
        {
            return Some(found);
        }
        let mut same = types
            .iter()
            .flat_map(|it| self.of_type(it))
            .filter(|it| it.body.get(name).is_some_and(|named| same_value(named, node)));
        same.next().copied().filter(|_| same.next().is_none())
    }

    /// Resources of the types `joining`, each with its target among resources of `types`: the one whose argument `to`
    /// holds the value that `by` names.
    pub fn join(&self, joining: &[&str], by: &str, types: &[&str], to: &str) -> Joined<'a> {
        let mut joined = Joined { by_target: HashMap::new(), unknown: Vec::new() };
        for resource in joining.iter().flat_map(|it| self.of_type(it)) {
            let Some(node) = read(&resource.body, by) else { continue };
            match self.target(&node, types, to) {
                Some(target) => joined.by_target.entry(&target.address).or_default().push(resource),
                None => joined.unknown.push((resource, node)),
            }
        }
        joined
    }

    /// Whether a name that is not known could be that of this resource.
    fn may_name(&self, node: &Node, resource: &Resource, to: &str) -> bool {
        if let Some(reference) = reference(node) {
            return base(reference.address) == base(&resource.address);
        }
        may_be_any(node) && resource.body.get(to).is_none_or(|it| may_be_same(it, node))
    }
}

impl<'a> Joined<'a> {
    /// The resources that are about this one.
    pub fn about(&self, resource: &Resource) -> &[&'a Resource] {
        self.by_target.get(&*resource.address).map(Vec::as_slice).unwrap_or_default()
    }

    /// The resources that may be about this one, with the value that names their target.
    pub fn maybe_about<'b>(
        &'b self,
        resource: &'b Resource,
        scope: &'b Scope<'a>,
        to: &'b str,
    ) -> impl Iterator<Item = &'b (&'a Resource, Node)> {
        self.unknown.iter().filter(move |(_, node)| scope.may_name(node, resource, to))
    }
}

/// An address without the key of its last step.
fn base(address: &str) -> &str {
    match address.rfind('[') {
        Some(at) if address.ends_with(']') => address.get(..at).unwrap_or(address),
        _ => address,
    }
}

/// Two names of one thing: the same text, or the same unresolved value.
fn same_value(one: &Node, other: &Node) -> bool {
    match (&one.value, &other.value) {
        (Value::String(one), Value::String(other)) => one == other,
        (Value::Unresolved(one), Value::Unresolved(other)) => one.cause == other.cause && one.shape == other.shape,
        _ => false,
    }
}

/// Whether two names could turn out the same: known ends must not differ.
fn may_be_same(one: &Node, other: &Node) -> bool {
    let (from, to) = (ends(one), ends(other));
    let agree = |one: &str, other: &str, starts: bool| match starts {
        true => one.starts_with(other) || other.starts_with(one),
        false => one.ends_with(other) || other.ends_with(one),
    };
    agree(&from.0, &to.0, true) && agree(&from.1, &to.1, false)
}

/// The known beginning and end of a text.
fn ends(node: &Node) -> (String, String) {
    match &node.value {
        Value::String(text) => (text.to_string(), text.to_string()),
        Value::Unresolved(it) => template_ends(it),
        _ => Default::default(),
    }
}

fn template_ends(unresolved: &Unresolved) -> (String, String) {
    let Shape::Template(parts) = &unresolved.shape else { return Default::default() };
    let first = parts.first().cloned().flatten().unwrap_or_default();
    let last = parts.last().cloned().flatten().unwrap_or_default();
    (first, last)
}
