//! Variables and locals of a module instance, each evaluated once, on first use.

use std::sync::Arc;

use crate::model::{Cause, Entry, Node, Problem, Shape, Span, Through, Value};
use crate::syntax::hcl::tree::Block;

use super::scope::{Instance, Scope, Slot};
use super::types;
use super::value::{Evaluated, unresolved};

impl<'p> Instance<'p> {
    /// The value of a variable where it is asked for.
    pub(crate) fn variable(&self, name: &Arc<str>, span: Span) -> Node {
        if let Some(slot) = self.variables.borrow().get(name) {
            return match slot {
                Slot::Done(node) => node.clone(),
                Slot::Busy => unresolved(Cause::Variable(format!("var.{name}")), span, Shape::Any, span),
            };
        }
        self.variables.borrow_mut().insert(name.clone(), Slot::Busy);
        let node = self.apart(|| self.make_variable(name, span));
        self.variables.borrow_mut().insert(name.clone(), Slot::Done(node.clone()));
        node
    }

    fn make_variable(&self, name: &Arc<str>, span: Span) -> Node {
        let declared = self.folder.variables.get(name);
        let kind = declared.and_then(|it| it.body.value("type"));
        let default = declared.and_then(|it| it.body.value("default"));
        let missing = || {
            let place = declared.map_or(span, Block::name_span);
            let shape = kind.map_or(Shape::Any, types::shape);
            // A text with `nullable` or without may be empty, and a null argument is an absent one.
            let shape = if matches!(shape, Shape::Any | Shape::String) { Shape::Given } else { shape };
            unresolved(Cause::Variable(format!("var.{name}")), place, shape, span)
        };
        let scope = Scope::of(self);
        let given = self.given(name);
        let nullable = declared
            .and_then(|it| it.body.value("nullable"))
            .is_none_or(|it| scope.settled(it).as_bool() != Some(false));
        let given = given.filter(|it| nullable || !it.is_null());
        let node = match (given, default) {
            (Some(node), _) => node,
            (None, Some(default)) => {
                let node = scope.settled(default);
                let place = node.span;
                node.through(Through { note: format!("the default of var.{name}").into(), span: place })
            }
            (None, None) => return missing(),
        };
        let mut misfits = Vec::new();
        let node = match kind {
            Some(kind) => types::convert(&scope, node, kind, &mut misfits),
            None => node,
        };
        // What a module is called with may be less than it seems here; what a file of values says is all there is.
        if self.caller.is_none() && self.folder.values.contains_key(name) {
            for it in misfits {
                self.problem(Problem::at(it.span, format!("var.{name}: {}", it.message)));
            }
        }
        let sensitive = declared
            .and_then(|it| it.body.value("sensitive"))
            .is_some_and(|it| scope.settled(it).as_bool() == Some(true));
        if sensitive { hidden(node) } else { node }
    }

    /// What the caller, or for a root module a file of values, says.
    fn given(&self, name: &Arc<str>) -> Option<Node> {
        let Some(caller) = &self.caller else {
            let (value, note) = self.folder.values.get(name)?;
            let node = Scope::of(self).settled(value);
            let span = node.span;
            return Some(node.through(Through { note: note.clone(), span }));
        };
        let instance = caller.instance.upgrade()?;
        let value = caller.block.body.value(name)?;
        let scope = Scope { instance: &instance, bound: caller.bound.clone() };
        let node = scope.settled(value);
        let span = node.span;
        Some(node.through(Through { note: "the argument at the module call".into(), span }))
    }

    pub(crate) fn local(&self, name: &Arc<str>, span: Span) -> Evaluated {
        if let Some(slot) = self.locals.borrow().get(name) {
            return match slot {
                Slot::Done(it) => it.clone(),
                Slot::Busy => {
                    self.problem(Problem::at(span, format!("local.{name} refers to itself")));
                    Ok(unresolved(
                        Cause::Expression(format!("local.{name}, which refers to itself")),
                        span,
                        Shape::Any,
                        span,
                    ))
                }
            };
        }
        let Some(value) = self.folder.locals.get(name) else {
            let cause = Cause::OutOfScope(format!("local.{name}"));
            return Ok(unresolved(cause, span, Shape::Any, span));
        };
        self.locals.borrow_mut().insert(name.clone(), Slot::Busy);
        let made = self.apart(|| Scope::of(self).expression(&value.value));
        let made = made.map(|node| {
            let span = node.span;
            node.through(Through { note: format!("local.{name}").into(), span })
        });
        self.locals.borrow_mut().insert(name.clone(), Slot::Done(made.clone()));
        made
    }
}

/// A sensitive value without its texts, however deep they stand.
fn hidden(node: Node) -> Node {
    let value = match node.value {
        Value::String(text) if !text.is_empty() => Value::Redacted,
        Value::List(items) => Value::List(items.iter().cloned().map(hidden).collect()),
        Value::Map(map) => {
            let each = map.entries.iter().map(|it| Entry { name: it.name.clone(), node: hidden(it.node.clone()) });
            Node::map(each.collect(), node.span).value
        }
        other => other,
    };
    Node { value, ..node }
}
