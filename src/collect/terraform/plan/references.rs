//! What an expression of the configuration refers to, followed through variables of modules and their outputs.

use std::collections::HashMap;

use crate::model::Node;

use super::super::resource::parse_reference;

/// The part of a plan that tells the configuration.
#[derive(Debug, Default)]
pub(super) struct Configuration<'a> {
    /// Modules by their address without keys; empty for the root module.
    modules: HashMap<String, &'a Node>,
    /// Resources by their address without keys.
    resources: HashMap<String, &'a Node>,
    /// Calls of modules by the same address as the module.
    calls: HashMap<String, &'a Node>,
    /// What a resource states that is declared without any argument.
    nothing: Option<Node>,
}

/// The resource whose expressions are followed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asking<'a> {
    /// Its module's address.
    pub(super) module: &'a str,
    /// The key of the instance: `["a"]`, `[0]`, or nothing.
    pub(super) key: &'a str,
    /// What it is repeated for.
    pub(super) repeated: Option<&'a Node>,
}

/// How many variables and outputs a reference may lead through.
const DEEPEST: usize = 48;

impl<'a> Configuration<'a> {
    pub(super) fn of(document: &'a Node) -> Self {
        let nothing = Some(Node::map(Vec::new(), document.span));
        let mut configuration = Self { nothing, ..Self::default() };
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

    /// The expressions of a resource, by its address without keys. One that states nothing has none of its own.
    pub(super) fn expressions(&self, address: &str) -> Option<&Node> {
        self.resources.get(address)?.get("expressions").or(self.nothing.as_ref())
    }

    /// What a resource is repeated for, by its address without keys.
    pub(super) fn repeated(&self, address: &str) -> Option<&'a Node> {
        let resource = self.resources.get(address)?;
        resource.get("for_each_expression").or_else(|| resource.get("count_expression"))
    }

    /// The one attribute that an expression in a module refers to: `module.a.aws_s3_bucket.logs.id`.
    pub(super) fn target(&self, asking: Asking<'_>, expression: &Node) -> Option<String> {
        self.follow(asking, expression, 0)
    }

    fn follow(&self, asking: Asking<'_>, expression: &Node, depth: usize) -> Option<String> {
        if depth > DEEPEST {
            return None;
        }
        let all = references(expression);
        let each = all.iter().any(|it| it.starts_with("each.") || it.starts_with("count."));
        let mut found: Option<String> = None;
        for reference in all {
            let key = if each { asking.key } else { "" };
            let Some(target) = self.one(Asking { key, ..asking }, reference, depth) else { continue };
            if found.as_ref().is_some_and(|it| *it != target) {
                return None;
            }
            found = Some(target);
        }
        found
    }

    fn one(&self, asking: Asking<'_>, reference: &str, depth: usize) -> Option<String> {
        let Asking { module, key, .. } = asking;
        if let Some(attribute) = reference.strip_prefix("each.value.") {
            return self.value_of_each(asking, attribute, depth);
        }
        let mut steps = reference.split('.');
        match steps.next()? {
            "local" | "each" | "count" | "path" | "terraform" | "self" => None,
            "var" => {
                let call = self.calls.get(&keyless(module))?;
                let argument = call.get("expressions")?.get(steps.next()?)?;
                self.follow(Asking { module: parent(module), key, repeated: None }, argument, depth + 1)
            }
            "module" => {
                let call = steps.next()?;
                let output = steps.next()?;
                let output = output.split('[').next().unwrap_or(output);
                let below = within(module, &format!("module.{call}"));
                let expression = self.modules.get(&keyless(&below))?.get("outputs")?.get(output)?.get("expression")?;
                self.follow(Asking { module: &below, key, repeated: None }, expression, depth + 1)
            }
            "data" => Some(within(module, &keyed(reference, 3, key))),
            _ => Some(within(module, &keyed(reference, 2, key))),
        }
    }

    /// `each.value.id` where a resource is repeated for all instances of another one: the instance of the same key.
    fn value_of_each(&self, asking: Asking<'_>, attribute: &str, depth: usize) -> Option<String> {
        let all = self.follow(Asking { key: "", repeated: None, ..asking }, asking.repeated?, depth + 1)?;
        self.repeated(&keyless(&all))?;
        let is_whole = parse_reference(&all).is_some_and(|it| it.attribute.is_empty());
        (is_whole && !all.ends_with(']')).then(|| format!("{all}{}.{attribute}", asking.key))
    }
}

/// What an expression refers to, each once: the whole resource, which is listed after each
/// attribute of it, is left out.
pub(super) fn references(expression: &Node) -> Vec<&str> {
    let all = expression.get("references").map(Node::items).unwrap_or_default();
    let all: Vec<&str> = all.iter().filter_map(Node::as_str).collect();
    let longer = |it: &str, other: &str| other.strip_prefix(it).is_some_and(|rest| rest.starts_with(['.', '[']));
    all.iter().copied().filter(|it| !all.iter().any(|other| longer(it, other))).collect()
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
