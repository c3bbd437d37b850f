//! A value and the place that states it: what every syntax yields and every fact is.

use std::sync::Arc;

use serde_json::Number;

use super::entries::{Entries, Named};
use super::name::Name;
use super::span::Span;
use super::unresolved::Unresolved;

/// Places that a value is known to have come through: more of them tell a reader nothing, and every value on the way
/// keeps its own.
const LONGEST_WAY: usize = 64;

/// A value with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    pub value: Value,
    /// Where the source states the value. For a default, the name of what lacks it.
    pub span: Span,
    /// Where the source names the value: the key of an entry, the labels of a block.
    pub name_span: Option<Span>,
    pub origin: Origin,
    /// Places the value came through on its way here: a variable's default, a module's call, an anchor.
    pub via: Option<Arc<[Through]>>,
}

/// One place that a value came through: `the default of var.acl`.
#[derive(Clone, Debug, PartialEq)]
pub struct Through {
    pub note: Arc<str>,
    pub span: Span,
}

/// Whether the source states a value or the provider supplies it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    Stated,
    /// What the provider, platform or tool does when nothing is said.
    Default,
}

/// What a value is. Lists and maps are shared, so a clone is cheap.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Null,
    Bool(bool),
    Number(Number),
    String(Arc<str>),
    List(Arc<[Node]>),
    Map(Map),
    Unresolved(Box<Unresolved>),
    /// A secret that stands in the source. What it is never leaves; that it is there does.
    Redacted,
}

/// Entries in the order of the source. Names are unique: the syntaxes report repeated ones and keep the last.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Map {
    pub entries: Entries<Entry>,
}

/// A named value in a map. The name's place is the node's `name_span`.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub name: Arc<str>,
    pub node: Node,
}

/// How every output writes a secret.
pub const REDACTED: &str = "<redacted>";

impl Node {
    pub fn new(value: impl Into<Value>, span: Span) -> Self {
        Self { value: value.into(), span, name_span: None, origin: Origin::Stated, via: None }
    }

    pub fn list(items: Vec<Node>, span: Span) -> Self {
        Self::new(Value::List(items.into()), span)
    }

    pub fn map(entries: Vec<Entry>, span: Span) -> Self {
        Self::new(Value::Map(Map { entries: entries.into() }), span)
    }

    /// What the provider does when nothing is said, shown at the name of what lacks it.
    pub fn default_of(value: impl Into<Value>, lacking: Span) -> Self {
        Self { origin: Origin::Default, ..Self::new(value, lacking) }
    }

    pub fn unresolved(unresolved: Unresolved, span: Span) -> Self {
        Self::new(Value::Unresolved(Box::new(unresolved)), span)
    }

    pub fn named(mut self, name_span: Span) -> Self {
        self.name_span = Some(name_span);
        self
    }

    /// The same value, having come through one more place. Of a long way the beginning and the end are kept.
    pub fn through(mut self, place: Through) -> Self {
        let before = self.via.as_deref().unwrap_or_default();
        self.via = Some(before.iter().take(LONGEST_WAY - 1).cloned().chain([place]).collect());
        self
    }

    /// The entry of a map, or the item of a list by its number.
    pub fn get(&self, name: &str) -> Option<&Node> {
        match &self.value {
            Value::Map(map) => map.get(name),
            Value::List(items) => name.parse::<usize>().ok().and_then(|at| items.get(at)),
            _ => None,
        }
    }

    /// The entry of a map by its name in letters of either case.
    pub fn get_in_any_case(&self, name: &str) -> Option<&Node> {
        match &self.value {
            Value::Map(map) => map.get_in_any_case(name),
            _ => None,
        }
    }

    /// The value at `path`, or nothing where the source states none.
    pub fn at<S: AsRef<str>>(&self, path: &[S]) -> Option<&Node> {
        path.iter().try_fold(self, |node, name| node.get(name.as_ref()))
    }

    /// The value at a path written with dots: `spec.template.spec`.
    pub fn dotted(&self, path: &str) -> Option<&Node> {
        path.split('.').try_fold(self, |node, name| node.get(name))
    }

    /// Where the source states the value at `path`. Where it states none,
    /// the name of the nearest ancestor: a missing setting is shown on what lacks it.
    pub fn span_at<S: AsRef<str>>(&self, path: &[S]) -> Span {
        let Some((name, rest)) = path.split_first() else {
            return self.span;
        };
        match self.get(name.as_ref()) {
            Some(child) => child.span_at(rest),
            None => self.name_span.unwrap_or(self.span),
        }
    }

    pub fn entries(&self) -> &[Entry] {
        match &self.value {
            Value::Map(map) => &map.entries,
            _ => &[],
        }
    }

    pub fn items(&self) -> &[Node] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    pub fn as_str(&self) -> Option<&str> {
        match &self.value {
            Value::String(text) => Some(text),
            _ => None,
        }
    }

    pub fn as_bool(&self) -> Option<bool> {
        match &self.value {
            Value::Bool(it) => Some(*it),
            _ => None,
        }
    }

    pub fn as_i64(&self) -> Option<i64> {
        match &self.value {
            Value::Number(it) => it.as_i64(),
            _ => None,
        }
    }

    /// A string, number or boolean as text: for settings that formats write either way.
    pub fn scalar_text(&self) -> Option<String> {
        match &self.value {
            Value::String(text) => Some(text.to_string()),
            Value::Number(number) => Some(number.to_string()),
            Value::Bool(it) => Some(it.to_string()),
            _ => None,
        }
    }

    pub fn as_unresolved(&self) -> Option<&Unresolved> {
        match &self.value {
            Value::Unresolved(it) => Some(it),
            _ => None,
        }
    }

    pub fn is_null(&self) -> bool {
        self.value == Value::Null
    }

    /// Whether it or something in it is not known.
    pub fn holds_unresolved(&self) -> bool {
        match &self.value {
            Value::Unresolved(_) => true,
            Value::List(items) => items.iter().any(Self::holds_unresolved),
            Value::Map(map) => map.entries.iter().any(|it| it.node.holds_unresolved()),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Redacted => false,
        }
    }

    /// Calls `visit` with each node below and its path, this one first.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&[String], &'a Node)) {
        self.walk_from(&mut Vec::new(), visit);
    }

    fn walk_from<'a>(&'a self, path: &mut Vec<String>, visit: &mut impl FnMut(&[String], &'a Node)) {
        visit(path, self);
        let children: Box<dyn Iterator<Item = (String, &'a Node)>> = match &self.value {
            Value::Map(map) => Box::new(map.entries.iter().map(|it| (it.name.to_string(), &it.node))),
            Value::List(items) => Box::new(items.iter().enumerate().map(|(at, it)| (at.to_string(), it))),
            _ => return,
        };
        for (name, child) in children {
            path.push(name);
            child.walk_from(path, visit);
            path.pop();
        }
    }
}

impl Map {
    pub fn get(&self, name: &str) -> Option<&Node> {
        self.entries.named(name).map(|it| &it.node)
    }

    /// The same where a format takes letters of either case for one.
    pub fn get_in_any_case(&self, name: &str) -> Option<&Node> {
        self.entries.named_in_any_case(name).map(|it| &it.node)
    }
}

impl Named for Entry {
    fn name(&self) -> &str {
        &self.name
    }
}

impl Entry {
    pub fn new(name: impl Name, node: Node) -> Self {
        Self { name: name.into_name(), node }
    }
}

impl From<bool> for Value {
    fn from(it: bool) -> Self {
        Self::Bool(it)
    }
}

impl From<i64> for Value {
    fn from(it: i64) -> Self {
        Self::Number(it.into())
    }
}

impl From<Number> for Value {
    fn from(it: Number) -> Self {
        Self::Number(it)
    }
}

impl From<&str> for Value {
    fn from(it: &str) -> Self {
        Self::String(it.into())
    }
}

impl From<String> for Value {
    fn from(it: String) -> Self {
        Self::String(it.into())
    }
}

impl From<Arc<str>> for Value {
    fn from(it: Arc<str>) -> Self {
        Self::String(it)
    }
}

#[cfg(test)]
mod tests {
    use super::super::span::SourceId;
    use super::*;

    fn span(start: u32, end: u32) -> Span {
        Span { source: SourceId(0), start, end }
    }

    #[test]
    fn a_missing_setting_is_shown_on_the_name_of_what_lacks_it() {
        let web = Node::map(vec![Entry::new("image", Node::new("nginx", span(9, 14)))], span(0, 20)).named(span(0, 3));
        assert_eq!(web.span_at(&["image"]), span(9, 14));
        assert_eq!(web.span_at(&["user"]), span(0, 3));
        assert_eq!(web.span_at(&["image", "tag"]), span(9, 14));
    }
}
