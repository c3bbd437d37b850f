//! Strategic merge: a patch on top of an object, lists joined by the keys that the API gives them.
//! <https://github.com/kubernetes/community/blob/master/contributors/devel/sig-api-machinery/strategic-merge-patch.md>

use crate::model::Limit;
use crate::model::{Entry, Node, Value};

use super::edit::{with_entries, with_items};

/// Lists whose items are told apart by these keys. A key that an item lacks counts as the value beside it.
const KEYED: &[(&str, &[(&str, &str)])] = &[
    ("containers", &[("name", "")]),
    ("initContainers", &[("name", "")]),
    ("ephemeralContainers", &[("name", "")]),
    ("volumes", &[("name", "")]),
    ("env", &[("name", "")]),
    ("imagePullSecrets", &[("name", "")]),
    ("resourceClaims", &[("name", "")]),
    ("schedulingGates", &[("name", "")]),
    ("webhooks", &[("name", "")]),
    ("volumeMounts", &[("mountPath", "")]),
    ("volumeDevices", &[("devicePath", "")]),
    ("hostAliases", &[("ip", "")]),
    ("topologySpreadConstraints", &[("topologyKey", ""), ("whenUnsatisfiable", "")]),
    ("ownerReferences", &[("uid", "")]),
    ("conditions", &[("type", "")]),
];

/// Lists of plain values that are joined.
const JOINED: &[&str] = &["finalizers"];

/// Groups whose lists the API describes. In other objects, a list replaces a list.
fn is_described(group: &str) -> bool {
    matches!(group, "" | "apps" | "autoscaling" | "batch" | "extensions" | "policy") || group.ends_with(".k8s.io")
}

/// The object with the patch on it; nothing where the patch takes the object away.
pub(super) fn merged(base: &Node, patch: &Node) -> Option<Node> {
    let text = |key: &str| base.get(key).and_then(Node::as_str).unwrap_or_default();
    let group = text("apiVersion").split_once('/').map_or("", |it| it.0);
    let rules = Rules { described: is_described(group), kind: text("kind") };
    rules.merge(base, patch, "", 0)
}

struct Rules<'a> {
    described: bool,
    kind: &'a str,
}

impl Rules<'_> {
    fn merge(&self, base: &Node, patch: &Node, field: &str, depth: usize) -> Option<Node> {
        if depth > Limit::Depth.value() {
            return Some(base.clone());
        }
        match (directive(patch), &base.value, &patch.value) {
            (Some("delete"), ..) | (_, _, Value::Null) => None,
            (Some("replace"), ..) => Some(stripped(patch)),
            (_, Value::Map(_), Value::Map(_)) => Some(self.merge_maps(base, patch, depth)),
            (_, Value::List(_), Value::List(_)) => Some(self.merge_lists(base, patch, field, depth)),
            _ => Some(stripped(patch)),
        }
    }

    fn merge_maps(&self, base: &Node, patch: &Node, depth: usize) -> Node {
        let mut entries = base.entries().to_vec();
        for Entry { name, node } in patch.entries() {
            if &**name == "$retainKeys" {
                entries.retain(|it| node.items().iter().any(|kept| kept.as_str() == Some(&it.name)));
            } else if let Some(list) = name.strip_prefix("$deleteFromPrimitiveList/") {
                for entry in entries.iter_mut().filter(|it| &*it.name == list) {
                    let gone = |it: &&Node| !node.items().iter().any(|gone| gone.value == it.value);
                    entry.node = with_items(&entry.node, entry.node.items().iter().filter(gone).cloned().collect());
                }
            } else if !name.starts_with('$') {
                let at = entries.iter().position(|it| it.name == *name);
                let before = at.and_then(|it| entries.get(it)).map(|it| it.node.clone());
                let after = match &before {
                    Some(before) => self.merge(before, node, name, depth + 1),
                    None if node.is_null() || directive(node) == Some("delete") => None,
                    None => Some(stripped(node)),
                };
                match (at, after) {
                    (Some(at), Some(node)) => entries.get_mut(at).into_iter().for_each(|it| it.node = node.clone()),
                    (Some(at), None) => drop(entries.remove(at)),
                    (None, Some(node)) => entries.push(Entry::new(name.clone(), node)),
                    (None, None) => {}
                }
            }
        }
        with_entries(base, entries)
    }

    fn merge_lists(&self, base: &Node, patch: &Node, field: &str, depth: usize) -> Node {
        let Some(keys) = self.keys(field, base, patch) else {
            let joined = self.described && JOINED.contains(&field);
            let new = patch.items().iter().filter(|it| !base.items().iter().any(|old| old.value == it.value));
            return match joined {
                true => with_items(base, base.items().iter().chain(new).cloned().collect()),
                false => stripped(patch),
            };
        };
        let replaces = |it: &Node| directive(it) == Some("replace") && it.entries().len() == 1;
        if patch.items().iter().any(replaces) {
            let items = patch.items().iter().filter(|it| !replaces(it)).map(stripped);
            return with_items(patch, items.collect());
        }
        let key = |it: &Node| -> Option<Vec<String>> {
            let value = |(key, default): &(&str, &str)| match it.get(key).and_then(Node::scalar_text) {
                Some(value) => Some(value),
                None => (!default.is_empty()).then(|| (*default).to_owned()),
            };
            keys.iter().map(value).collect()
        };
        let mut items = base.items().to_vec();
        let mut new = Vec::new();
        for item in patch.items() {
            let wanted = key(item);
            let at = items.iter().position(|it| wanted.is_some() && key(it) == wanted);
            match at.and_then(|at| Some((at, self.merge(items.get(at)?, item, "", depth + 1)))) {
                Some((at, Some(node))) => items.get_mut(at).into_iter().for_each(|it| *it = node.clone()),
                Some((at, None)) => drop(items.remove(at)),
                None if directive(item) == Some("delete") => {}
                None => new.push(stripped(item)),
            }
        }
        // New items come first, as Kustomize puts them.
        new.extend(items);
        with_items(base, new)
    }

    /// What tells the items of the list apart; nothing where the list is one value.
    fn keys(&self, field: &str, base: &Node, patch: &Node) -> Option<&'static [(&'static str, &'static str)]> {
        let has = |key: &str| base.items().iter().chain(patch.items()).any(|it| it.get(key).is_some());
        match field {
            _ if !self.described => None,
            "ports" if has("containerPort") => Some(&[("containerPort", ""), ("protocol", "TCP")]),
            "ports" if self.kind == "Service" => Some(&[("port", ""), ("protocol", "TCP")]),
            "secrets" if self.kind == "ServiceAccount" => Some(&[("name", "")]),
            _ => KEYED.iter().find(|it| it.0 == field).map(|it| it.1),
        }
    }
}

fn directive(node: &Node) -> Option<&str> {
    node.get("$patch").filter(|_| matches!(node.value, Value::Map(_)))?.as_str()
}

/// What a patch adds: without its directives, and without nulls, which have nothing to take away.
fn stripped(patch: &Node) -> Node {
    match &patch.value {
        Value::Map(map) => {
            let kept = map.entries.iter().filter(|it| !it.name.starts_with("$patch") && !it.node.is_null());
            with_entries(patch, kept.map(|it| Entry::new(it.name.clone(), stripped(&it.node))).collect())
        }
        Value::List(items) => {
            let kept = items.iter().filter(|it| directive(it) != Some("delete"));
            with_items(patch, kept.map(stripped).collect())
        }
        _ => patch.clone(),
    }
}
