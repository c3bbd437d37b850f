//! Conditions: true, false, or not known for a reason.

use crate::collect::cloudformation::words::function;
use crate::model::{Cause, Node, Shape, Span, Unresolved, Value};

use super::value::{DEEPEST, Evaluator, Truth};

impl Evaluator<'_> {
    /// Whether the condition of that name holds.
    pub(crate) fn condition(&self, name: &str, asked_at: Span, depth: usize) -> Truth {
        if let Some(known) = self.conditions.borrow().get(name) {
            return known.clone();
        }
        let Some(node) = self.template.conditions.get(name) else {
            self.problem(asked_at, format!("no condition in this template is called {name}"));
            return unknown(Cause::Expression(format!("condition {name}")), asked_at);
        };
        if self.asked.borrow().iter().any(|it| it == name) {
            self.problem(node.span, format!("condition {name} depends on itself"));
            return unknown(Cause::Expression(format!("condition {name}")), node.span);
        }
        if self.asked.borrow().len() > DEEPEST {
            return unknown(Cause::Limit("conditions nested this deep".to_owned()), node.span);
        }
        self.asked.borrow_mut().push(name.to_owned());
        let truth = self.holds(node, depth + 1);
        self.asked.borrow_mut().pop();
        self.conditions.borrow_mut().insert(name.to_owned(), truth.clone());
        truth
    }

    pub(super) fn holds(&self, node: &Node, depth: usize) -> Truth {
        if !self.step(depth) {
            return unknown(Cause::Limit("conditions nested this deep".to_owned()), node.span);
        }
        let [call] = node.entries() else {
            return match (node.as_bool(), node.as_str()) {
                (Some(it), _) => Truth::Known(it),
                (None, Some("true")) => Truth::Known(true),
                (None, Some("false")) => Truth::Known(false),
                _ => unknown(Cause::Expression("a condition".to_owned()), node.span),
            };
        };
        let all = || call.node.items().iter().map(|it| self.holds(it, depth + 1));
        match &*call.name {
            "Condition" => match call.node.as_str() {
                Some(name) => self.condition(name, call.node.span, depth + 1),
                None => unknown(Cause::Expression("Condition".to_owned()), node.span),
            },
            "Fn::Equals" => self.equals(&call.node, depth),
            "Fn::Not" => match all().next() {
                Some(Truth::Known(it)) => Truth::Known(!it),
                Some(other) => other,
                None => unknown(Cause::Expression("Fn::Not".to_owned()), node.span),
            },
            "Fn::And" => together(all(), false),
            "Fn::Or" => together(all(), true),
            other => match self.value(node, depth + 1) {
                Some(Node { value: Value::Bool(it), .. }) => Truth::Known(it),
                Some(Node { value: Value::Unresolved(why), .. }) => Truth::Unknown(why),
                _ => unknown(Cause::Expression(other.to_owned()), node.span),
            },
        }
    }

    fn equals(&self, sides: &Node, depth: usize) -> Truth {
        let [one, other, ..] = sides.items() else {
            return unknown(Cause::Expression("Fn::Equals".to_owned()), sides.span);
        };
        if self.is_never(one, other) || self.is_never(other, one) {
            return Truth::Known(false);
        }
        let (one, other) = (self.value(one, depth + 1), self.value(other, depth + 1));
        let (Some(one), Some(other)) = (one, other) else { return Truth::Known(false) };
        match (one.as_unresolved(), other.as_unresolved()) {
            (None, None) => match (one.scalar_text(), other.scalar_text()) {
                (Some(one), Some(other)) => Truth::Known(one == other),
                _ => unknown(Cause::Expression("Fn::Equals".to_owned()), sides.span),
            },
            (Some(why), None) => against(why, &other),
            (None, Some(why)) => against(why, &one),
            (Some(why), Some(_)) => Truth::Unknown(Box::new(why.clone())),
        }
    }

    /// Whether a parameter without a value may not have this one: its allowed values are others.
    fn is_never(&self, reference: &Node, text: &Node) -> bool {
        let name = function(reference).filter(|it| &*it.name == "Ref").and_then(|it| it.node.as_str());
        let parameter = name.and_then(|it| self.template.parameters.get(it)).filter(|it| it.get("Default").is_none());
        let allowed = parameter.and_then(|it| it.get("AllowedValues")).map(Node::items).unwrap_or_default();
        let is_given = name.is_some_and(|it| self.template.given.contains_key(it));
        match text.scalar_text() {
            Some(text) if !is_given && !allowed.is_empty() => {
                allowed.iter().all(|it| it.scalar_text().is_some_and(|it| it != text))
            }
            _ => false,
        }
    }
}

/// What is not known is not empty where it is a name that the provider gives.
fn against(why: &Unresolved, known: &Node) -> Truth {
    match (&why.shape, known.as_str()) {
        (Shape::Reference, Some("")) => Truth::Known(false),
        _ => Truth::Unknown(Box::new(why.clone())),
    }
}

/// One that is `deciding` decides for all; else the first that is not known leaves it open.
fn together(all: impl Iterator<Item = Truth>, deciding: bool) -> Truth {
    let mut open = None;
    for truth in all {
        match truth {
            Truth::Known(it) if it == deciding => return Truth::Known(deciding),
            Truth::Known(_) => {}
            Truth::Unknown(why) => open = open.or(Some(why)),
        }
    }
    open.map_or(Truth::Known(!deciding), Truth::Unknown)
}

fn unknown(cause: Cause, place: Span) -> Truth {
    Truth::Unknown(Box::new(Unresolved { cause, place, shape: Shape::Bool }))
}
