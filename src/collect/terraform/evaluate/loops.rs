//! `for` expressions.

use std::sync::Arc;

use crate::model::Limit;
use crate::model::{Entry, Node, Shape, Span, Value};
use crate::syntax::hcl::tree::{Expression, For, Form, Step, StepForm};

use super::choices::lifted;
use super::scope::Scope;
use super::types;
use super::value::{Evaluated, as_bool, because_of, fault, open, sorted_entries, text, type_name, unresolved};

/// Functions whose results are sets.
const SETS: &[&str] = &["fileset", "setintersection", "setproduct", "setsubtract", "setunion", "toset"];

/// How many names in turn are followed to see whether a value is a set.
const MOST_NAMES: usize = 8;

/// The keys and values that a loop goes through. An element of a set is its own key.
pub(crate) fn pairs(collection: &Node, is_set: bool) -> Option<Vec<(Node, Node)>> {
    match &collection.value {
        Value::List(items) if is_set => Some(items.iter().map(|it| (it.clone(), it.clone())).collect()),
        Value::List(items) => {
            let pair =
                |(at, it): (usize, &Node)| (Node::new(i64::try_from(at).unwrap_or(i64::MAX), it.span), it.clone());
            Some(items.iter().enumerate().map(pair).collect())
        }
        Value::Map(_) => {
            let pair = |it: &Entry| {
                let place = it.node.name_span.unwrap_or(it.node.span);
                (Node::new(it.name.clone(), place), it.node.clone())
            };
            Some(sorted_entries(collection).into_iter().map(pair).collect())
        }
        _ => None,
    }
}

impl<'s, 'p> Scope<'s, 'p> {
    /// Whether an expression makes a set, as far as it is written there or where its name is declared: values do not
    /// tell sets from lists.
    pub(crate) fn makes_set(&self, expression: &Expression) -> bool {
        self.makes_set_within(expression, MOST_NAMES)
    }

    fn makes_set_within(&self, expression: &Expression, names: usize) -> bool {
        let below = |it: &Expression| names > 0 && self.makes_set_within(it, names - 1);
        match &expression.form {
            Form::Call(call) => SETS.contains(&&*call.name),
            Form::Conditional(it) => below(&it.yes) || below(&it.no),
            Form::Traversal(base, steps) => {
                let [Step { form: StepForm::Attribute(name), .. }] = steps.as_slice() else { return false };
                let folder = self.instance.folder;
                match base.keyword().filter(|it| self.bound(it).is_none()) {
                    Some("var") => {
                        let kind = folder.variables.get(name).and_then(|it| it.body.value("type"));
                        kind.is_some_and(types::is_set)
                    }
                    Some("local") => folder.locals.get(name).is_some_and(|it| below(&it.value)),
                    _ => false,
                }
            }
            _ => false,
        }
    }

    pub(crate) fn for_expression(&self, it: &For, span: Span) -> Evaluated {
        let collection = self.expression(&it.collection)?;
        let apart = lifted(&collection, self.waits(), span, |collection| self.looped(it, collection, span));
        apart.unwrap_or_else(|| self.looped(it, &collection, span))
    }

    fn looped(&self, it: &For, collection: &Node, span: Span) -> Evaluated {
        let result = if it.key.is_some() { Shape::Map } else { Shape::List };
        if let Some(unknown) = open(collection) {
            return Ok(because_of(&unknown, result, span));
        }
        let Some(pairs) = pairs(collection, self.makes_set(&it.collection)) else {
            return Err(fault(
                collection.span,
                format!("a for expression cannot go through a {}", type_name(collection)),
            ));
        };
        if pairs.len() > Limit::TerraformElements.value() {
            let cause = crate::model::Cause::Limit("a for expression over this many elements".into());
            return Ok(unresolved(cause, collection.span, result, span));
        }
        let mut items = Vec::new();
        let mut entries: Vec<(Arc<str>, Node)> = Vec::new();
        for (key, value) in pairs {
            let scope = self.looping(it.key_name.as_ref(), &it.value_name, key, value);
            if let Some(condition) = &it.condition {
                let keeps = scope.expression(condition)?;
                match (as_bool(&keeps), keeps.as_unresolved()) {
                    (Some(true), _) => {}
                    (Some(false), _) => continue,
                    (None, Some(unknown)) => return Ok(because_of(unknown, result, span)),
                    (None, None) => return Err(fault(keeps.span, "a condition must be true or false")),
                }
            }
            match &it.key {
                None => items.push(scope.expression(&it.value)?),
                Some(key) => {
                    let key = scope.expression(key)?;
                    if let Some(unknown) = key.as_unresolved() {
                        return Ok(because_of(unknown, result, span));
                    }
                    let name = text(&key).ok_or_else(|| fault(key.span, "the key of an object must be a text"))?;
                    entries.push((name, scope.expression(&it.value)?.named(key.span)));
                }
            }
        }
        if it.key.is_none() {
            return Ok(Node::list(items, span));
        }
        // Later values of a key join the earlier ones where the expression groups, and replace them elsewhere.
        entries.sort_by(|a, b| a.0.cmp(&b.0));
        let mut made: Vec<Entry> = Vec::with_capacity(entries.len());
        let mut group: Vec<Node> = Vec::new();
        let mut entries = entries.into_iter().peekable();
        while let Some((name, node)) = entries.next() {
            let more = entries.peek().is_some_and(|next| next.0 == name);
            let place = node.span;
            group.push(node);
            if more {
                continue;
            }
            let all = std::mem::take(&mut group);
            let node = if it.groups { Some(Node::list(all, place)) } else { all.into_iter().next_back() };
            made.extend(node.map(|node| Entry { name, node }));
        }
        Ok(Node::map(made, span))
    }

    /// The scope of one turn of a loop.
    pub(crate) fn looping(&self, key_name: Option<&Arc<str>>, value_name: &Arc<str>, key: Node, value: Node) -> Self {
        let mut scope = self.clone();
        if let Some(name) = key_name {
            scope.bound.push((name.clone(), key));
        }
        scope.bound.push((value_name.clone(), value));
        scope
    }
}
