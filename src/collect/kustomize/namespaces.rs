//! One namespace for all objects, and for the accounts that bindings name.

use crate::model::Node;

use super::edit::{at, text};
use super::resource::Resource;

pub(super) fn set(namespace: &Node, resources: &mut [Resource]) {
    let Some(name) = namespace.scalar_text().filter(|it| !it.is_empty()) else { return };
    for resource in resources {
        if resource.kind() == "Namespace" {
            resource.rename(name.clone(), namespace.span);
        } else if !resource.is_of_cluster() {
            resource.move_to(&name, namespace.span);
        }
        if matches!(resource.kind(), "RoleBinding" | "ClusterRoleBinding") {
            // Accounts by other names are followed to the objects that declare them.
            let subject = |it: Option<&Node>| {
                let it = it?;
                let is = |key: &str, value: &str| it.get(key).and_then(Node::as_str) == Some(value);
                let default = is("kind", "ServiceAccount") && is("name", "default");
                let set = |it: Option<&Node>| Some(text(it, name.clone(), namespace.span));
                Some(if default { at(it, &["namespace"], Some(namespace.span), &set) } else { it.clone() })
            };
            let each = |list: Option<&Node>| {
                let list = list?;
                let items = list.items().iter().filter_map(|it| subject(Some(it)));
                Some(super::edit::with_items(list, items.collect()))
            };
            resource.node = at(&resource.node, &["subjects"], None, &each);
        }
    }
}
