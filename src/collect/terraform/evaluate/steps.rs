//! What follows a value: attributes, indices and splats.

use crate::model::{Cause, Node, Shape, Span, Through, Unresolved, Value};
use crate::syntax::hcl::tree::{Expression, Form, Step, StepForm};

use super::choices::{lifted, one_of};
use super::scope::Scope;
use super::value::{ADDRESS, Evaluated, SYMBOLIC, because_of, fault, index, text, type_name};

impl Scope<'_, '_> {
    pub(crate) fn traversal(&self, base: &Expression, steps: &[Step], span: Span) -> Evaluated {
        if let Form::Variable(name) = &base.form
            && self.bound(name).is_none()
        {
            let (node, used) = self.reference(name, base.span, steps, span)?;
            return self.steps(node, steps.get(used..).unwrap_or_default(), span);
        }
        let node = self.expression(base)?;
        self.steps(node, steps, span)
    }

    pub(crate) fn steps(&self, mut node: Node, steps: &[Step], span: Span) -> Evaluated {
        // The resource that the steps lead into, and the first step within it.
        let mut resource: Option<(String, usize)> = None;
        for (at, step) in steps.iter().enumerate() {
            if let Some(address) = node.get(ADDRESS).and_then(Node::as_str) {
                resource = Some((address.to_owned(), at));
            }
            let rest = steps.get(at + 1..).unwrap_or_default();
            let next = match &step.form {
                StepForm::Attribute(name) => {
                    let waits = self.waits();
                    let apart = lifted(&node, waits, span, |it| attribute(it, name, step.span, span));
                    apart.unwrap_or_else(|| attribute(&node, name, step.span, span))
                }
                StepForm::Index(key) => {
                    let key = self.expression(key)?;
                    let apart = lifted(&node, self.waits(), span, |it| indexed(it, &key, span));
                    let apart = apart.or_else(|| lifted(&key, self.waits(), span, |key| indexed(&node, key, span)));
                    apart.unwrap_or_else(|| indexed(&node, &key, span))
                }
                StepForm::Splat => return self.splat(&node, rest, &[], span),
                StepForm::AttributeSplat => {
                    let attributes = rest.iter().take_while(|it| matches!(it.form, StepForm::Attribute(_))).count();
                    let (own, after) = rest.split_at_checked(attributes).unwrap_or((rest, &[]));
                    return self.splat(&node, own, after, span);
                }
            };
            node = match (next, &resource) {
                (Ok(next), _) => next,
                // A block of a resource has attributes that only the provider sets.
                (Err(_), Some((address, from))) => {
                    let path = written(steps.get(*from..).unwrap_or_default());
                    return Ok(after_apply(address, path.trim_start_matches('.'), node.span, span));
                }
                (Err(fault), None) => return Err(fault),
            };
        }
        Ok(node)
    }

    /// `each` applied to every element, then `after` to the list of what it gives.
    fn splat(&self, node: &Node, each: &[Step], after: &[Step], span: Span) -> Evaluated {
        if let Some(apart) = lifted(node, self.waits(), span, |it| self.splat(it, each, after, span)) {
            return apart;
        }
        let list = match &node.value {
            Value::Null => Node::list(Vec::new(), span),
            Value::List(items) => {
                let items: Result<Vec<Node>, _> = items.iter().map(|it| self.steps(it.clone(), each, span)).collect();
                Node::list(items?, span)
            }
            Value::Unresolved(_) => self.listed(node, each, span)?,
            Value::Map(map) if map.get(SYMBOLIC).is_some() => self.listed(node, each, span)?,
            _ => Node::list(vec![self.steps(node.clone(), each, span)?], span),
        };
        self.steps(list, after, span)
    }

    /// A splat over what may be any number of elements.
    fn listed(&self, node: &Node, each: &[Step], span: Span) -> Evaluated {
        let one = self.steps(node.clone(), each, span)?;
        if let Some(unknown) = one.as_unresolved() {
            return Ok(because_of(unknown, Shape::List, span));
        }
        let address = node.get(ADDRESS).and_then(Node::as_str).unwrap_or_default();
        let cause = Cause::AfterApply(address.to_owned());
        Ok(Node::unresolved(Unresolved { cause, place: node.span, shape: Shape::List }, span))
    }
}

/// The attribute of an object; of a whole resource, what apply will set where the configuration does not state it.
pub(crate) fn attribute(node: &Node, name: &str, at: Span, span: Span) -> Evaluated {
    match &node.value {
        Value::Map(map) => {
            let address = map.get(ADDRESS).and_then(Node::as_str);
            match (map.get(name), address) {
                // A text names a thing: which resource it was taken from tells two of the same name apart.
                (Some(it), Some(address)) if it.as_str().is_some() => {
                    let note = format!("{address}.{name}").into();
                    return Ok(it.clone().through(Through { note, span: it.span }));
                }
                (Some(it), _) => return Ok(it.clone()),
                (None, _) => {}
            }
            match address {
                Some(address) => Ok(after_apply(address, name, node.span, span)),
                None => Err(fault(at, format!("the object has no attribute {name}"))),
            }
        }
        Value::Unresolved(unknown) => Ok(extended(unknown, &format!(".{name}"), span)),
        Value::Redacted => Ok(node.clone()),
        _ => Err(fault(at, format!("a {} has no attributes", type_name(node)))),
    }
}

/// Steps as an address has them.
fn written(steps: &[Step]) -> String {
    let mut text = String::new();
    for step in steps {
        match &step.form {
            StepForm::Attribute(name) => {
                text.push('.');
                text.push_str(name);
            }
            StepForm::Index(Expression { form: Form::Number(it), .. }) => text.push_str(&format!("[{it}]")),
            StepForm::Index(Expression { form: Form::String(it), .. }) => text.push_str(&format!("[\"{it}\"]")),
            StepForm::Index(_) | StepForm::Splat | StepForm::AttributeSplat => text.push_str("[*]"),
        }
    }
    text
}

fn after_apply(address: &str, name: &str, place: Span, span: Span) -> Node {
    let full = format!("{address}.{name}");
    // A module's own data source may stand below its address.
    let looks_up = address.starts_with("data.") || address.contains(".data.");
    let cause = if looks_up { Cause::DataSource(full) } else { Cause::AfterApply(full) };
    Node::unresolved(Unresolved { cause, place, shape: Shape::Reference }, span)
}

/// Attributes that no resource lacks once it is there, wherever it is declared.
const ALWAYS_SET: &[&str] = &[".arn", ".email", ".id", ".key_id", ".member", ".name", ".node_id", ".self_link"];

/// A part of what is not known: of what apply sets, its address says which part.
fn extended(unknown: &Unresolved, step: &str, span: Span) -> Node {
    let longer = |it: &str| format!("{it}{step}");
    let (cause, shape) = match &unknown.cause {
        Cause::AfterApply(it) => (Cause::AfterApply(longer(it)), Shape::Reference),
        Cause::DataSource(it) => (Cause::DataSource(longer(it)), Shape::Reference),
        // A resource of a file that was not scanned has its id and its ARN as any other.
        Cause::OutOfScope(it) if unknown.shape == Shape::Reference => (Cause::OutOfScope(longer(it)), Shape::Reference),
        Cause::ModuleOutput(it) => (Cause::ModuleOutput(longer(it)), Shape::Any),
        Cause::OutOfScope(_) if ALWAYS_SET.contains(&step) => (unknown.cause.clone(), Shape::Reference),
        other => (other.clone(), Shape::Any),
    };
    Node::unresolved(Unresolved { cause, place: unknown.place, shape }, span)
}

/// An element of a list that is not known.
pub(crate) fn element_of(unknown: &Unresolved, at: usize, span: Span) -> Node {
    extended(unknown, &format!("[{at}]"), span)
}

/// The element of a list or map.
pub(crate) fn indexed(node: &Node, key: &Node, span: Span) -> Evaluated {
    match (&node.value, &key.value) {
        (Value::Map(map), _) if map.get(SYMBOLIC).is_some() => Ok(node.clone()),
        (Value::Unresolved(unknown), _) => {
            let step = match (&key.value, text(key)) {
                (Value::String(_), Some(it)) => format!("[\"{it}\"]"),
                (_, Some(it)) => format!("[{it}]"),
                _ => "[*]".to_owned(),
            };
            Ok(extended(unknown, &step, span))
        }
        (Value::List(items), Value::Unresolved(unknown)) => Ok(one_of(unknown, items.iter().cloned(), span)),
        (Value::Map(map), Value::Unresolved(unknown)) if map.get(ADDRESS).is_some() => {
            Ok(because_of(unknown, Shape::Any, span))
        }
        (Value::Map(map), Value::Unresolved(unknown)) => {
            Ok(one_of(unknown, map.entries.iter().map(|it| it.node.clone()), span))
        }
        (Value::List(items), _) => index(key)
            .and_then(|at| usize::try_from(at).ok())
            .and_then(|at| items.get(at).cloned())
            .ok_or_else(|| fault(key.span, "the list has no such element")),
        (Value::Map(_), _) => match text(key) {
            Some(name) => attribute(node, &name, key.span, span),
            None => Err(fault(key.span, "a key must be a text")),
        },
        (Value::Redacted, _) => Ok(node.clone()),
        _ => Err(fault(key.span, format!("a {} has no elements", type_name(node)))),
    }
}
