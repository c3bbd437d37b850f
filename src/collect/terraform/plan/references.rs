//! What an expression of the configuration refers to, followed through variables of modules and their outputs.

use std::collections::HashMap;

use crate::model::Node;

/// The part of a plan that tells the configuration.
#[derive(Debug, Default)]
pub(super) struct Configuration<'a> {
    /// Modules by their address without keys; empty for the root module.
    modules: HashMap<String, &'a Node>,
    /// Resources by their address without keys.
    resources: HashMap<String, &'a Node>,
    /// Calls of modules by the same address as the module.
    calls: HashMap<String, &'a Node>,
}

/// How many variables and outputs a reference may lead through.
const DEEPEST: usize = 48;

impl<'a> Configuration<'a> {
    pub(super) fn of(document: &'a Node) -> Self {
        let mut configuration = Self::default();
        if let Some(root) = document.dotted("configuration.root_module") {
            configuration.add(String::new(), root, 0);
        }
        configuration
    }

    fn add(&mut self, address: String, module: &'a Node, depth: usize) {
        for resource in module.get("resources").map(Node::items).unwrap_or_default() {
            if let Some(own) = resource.get("address").and_then(Node::as_str) {
                self.resources.insert(within(&address, own), resource);
            }
        }
        if depth < DEEPEST {
            for call in module.get("module_calls").map(Node::entries).unwrap_or_default() {
                let below = within(&address, &format!("module.{}", call.name));
                self.calls.insert(below.clone(), &call.node);
                if let Some(module) = call.node.get("module") {
                    self.add(below, module, depth + 1);
                }
            }
        }
        self.modules.insert(address, module);
    }

    /// The expressions of a resource, by its address without keys.
    pub(super) fn expressions(&self, address: &str) -> Option<&'a Node> {
        self.resources.get(address)?.get("expressions")
    }

    /// The one attribute that an expression in a module refers to: `module.a.aws_s3_bucket.logs.id`.
    pub(super) fn target(&self, module: &str, expression: &Node, key: &str) -> Option<String> {
        self.follow(module, expression, key, 0)
    }

    fn follow(&self, module: &str, expression: &Node, key: &str, depth: usize) -> Option<String> {
        if depth > DEEPEST {
            return None;
        }
        let all: Vec<&str> = expression.get("references")?.items().iter().filter_map(Node::as_str).collect();
        // The whole resource is listed after each attribute of it.
        let is_part = |it: &&str| {
            let longer = |other: &str| other.strip_prefix(*it).is_some_and(|rest| rest.starts_with(['.', '[']));
            !all.iter().any(|other| longer(other))
        };
        let each = all.iter().any(|it| it.starts_with("each.") || it.starts_with("count."));
        let mut found: Option<String> = None;
        for reference in all.iter().filter(|it| is_part(it)) {
            let Some(target) = self.one(module, reference, if each { key } else { "" }, depth) else { continue };
            if found.as_ref().is_some_and(|it| *it != target) {
                return None;
            }
            found = Some(target);
        }
        found
    }

    fn one(&self, module: &str, reference: &str, key: &str, depth: usize) -> Option<String> {
        let mut steps = reference.split('.');
        match steps.next()? {
            "local" | "each" | "count" | "path" | "terraform" | "self" => None,
            "var" => {
                let call = self.calls.get(&keyless(module))?;
                let argument = call.get("expressions")?.get(steps.next()?)?;
                self.follow(parent(module), argument, key, depth + 1)
            }
            "module" => {
                let call = steps.next()?;
                let output = steps.next()?;
                let output = output.split('[').next().unwrap_or(output);
                let below = within(module, &format!("module.{call}"));
                let expression = self.modules.get(&keyless(&below))?.get("outputs")?.get(output)?.get("expression")?;
                self.follow(&below, expression, key, depth + 1)
            }
            "data" => Some(within(module, &keyed(reference, 3, key))),
            _ => Some(within(module, &keyed(reference, 2, key))),
        }
    }
}

/// Puts the key behind the resource's name, which is the step with a number, where none stands there.
fn keyed(reference: &str, steps: usize, key: &str) -> String {
    let mut parts = reference.splitn(steps + 1, '.');
    let head: Vec<&str> = parts.by_ref().take(steps).collect();
    let head = head.join(".");
    let key = if head.ends_with(']') { "" } else { key };
    match parts.next() {
        Some(rest) => format!("{head}{key}.{rest}"),
        None => format!("{head}{key}"),
    }
}

fn within(module: &str, address: &str) -> String {
    if module.is_empty() { address.to_owned() } else { format!("{module}.{address}") }
}

/// The module that calls a module, by address.
fn parent(module: &str) -> &str {
    module.rfind("module.").and_then(|at| module.get(..at)).map_or("", |it| it.trim_end_matches('.'))
}

/// An address without the keys of instances.
pub(super) fn keyless(address: &str) -> String {
    let mut plain = String::with_capacity(address.len());
    let mut quoted = false;
    let mut escaped = false;
    let mut within = false;
    for it in address.chars() {
        match it {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' if within => quoted = !quoted,
            '[' if !quoted => within = true,
            ']' if !quoted => within = false,
            _ if !within => plain.push(it),
            _ => {}
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::{keyed, keyless, parent};

    #[test]
    fn addresses_are_taken_apart() {
        assert_eq!(keyless("module.a[\"x.y\"].aws_s3_bucket.b[0]"), "module.a.aws_s3_bucket.b");
        assert_eq!(keyless("data.aws_vpc.v[\"]\\\"\"].id"), "data.aws_vpc.v.id");
        assert_eq!(parent("module.a.module.b"), "module.a");
        assert_eq!(parent("module.a"), "");
        assert_eq!(keyed("aws_s3_bucket.b.id", 2, "[\"k\"]"), "aws_s3_bucket.b[\"k\"].id");
        assert_eq!(keyed("aws_s3_bucket.b[0].id", 2, "[1]"), "aws_s3_bucket.b[0].id");
        assert_eq!(keyed("aws_s3_bucket.b", 2, "[1]"), "aws_s3_bucket.b[1]");
    }
}
