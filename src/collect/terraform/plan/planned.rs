//! Resources as a plan lists them: among planned values, or among changes.

use crate::model::Node;

use super::super::resource::Mode;
use super::references::keyless;

/// The deepest that modules may stand in modules.
const DEEPEST: usize = 24;

/// A resource as a plan lists it.
pub(super) struct Planned<'a> {
    pub(super) node: &'a Node,
    pub(super) values: &'a Node,
    pub(super) sensitive: Option<&'a Node>,
    pub(super) address: &'a str,
    pub(super) module: String,
    pub(super) mode: Mode,
    pub(super) native_type: &'a str,
    pub(super) name: &'a str,
}

impl Planned<'_> {
    /// What the configuration calls it, with the modules that lead to it, without keys.
    pub(super) fn configured(&self) -> String {
        keyless(self.address)
    }
}

/// The resources of a module and of those below it.
pub(super) fn of_module<'a>(module: &'a Node, depth: usize, into: &mut Vec<Planned<'a>>) {
    let address = module.get("address").and_then(Node::as_str).unwrap_or_default();
    for resource in module.get("resources").map(Node::items).unwrap_or_default() {
        into.extend(planned(resource, resource.get("values"), resource.get("sensitive_values"), address));
    }
    if depth < DEEPEST {
        for child in module.get("child_modules").map(Node::items).unwrap_or_default() {
            of_module(child, depth + 1, into);
        }
    }
}

/// A change as a planned resource; nothing where it goes away.
pub(super) fn of_change(change: &Node) -> Option<Planned<'_>> {
    let inner = change.get("change")?;
    let actions = inner.get("actions").map(Node::items).unwrap_or_default();
    let stays = actions.iter().any(|it| matches!(it.as_str(), Some("create" | "update" | "no-op" | "read")));
    let module = change.get("module_address").and_then(Node::as_str).unwrap_or_default();
    let after = inner.get("after").filter(|it| stays && !it.is_null());
    planned(change, Some(after?), inner.get("after_sensitive"), module)
}

fn planned<'a>(
    node: &'a Node,
    values: Option<&'a Node>,
    sensitive: Option<&'a Node>,
    module: &str,
) -> Option<Planned<'a>> {
    let text = |name: &str| node.get(name).and_then(Node::as_str);
    let mode = match text("mode") {
        Some("data") => Mode::Data,
        _ => Mode::Managed,
    };
    Some(Planned {
        node,
        values: values?,
        sensitive,
        address: text("address")?,
        module: module.to_owned(),
        mode,
        native_type: text("type")?,
        name: text("name")?,
    })
}
