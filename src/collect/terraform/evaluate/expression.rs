//! An expression to its value. The value's place is the expression; where the value comes from is told by `via`.

use crate::model::Limit;
use crate::model::{Cause, Entry, Node, Shape, Value};
use crate::syntax::hcl::tree::{Conditional, Expression, Form, Item};

use super::choices::one_of;
use super::scope::{DEEPEST, Scope};
use super::value::{ADDRESS, Evaluated, as_bool, because_of, fault, of_fault, text, unresolved};

impl Scope<'_, '_> {
    pub(crate) fn expression(&self, expression: &Expression) -> Evaluated {
        let run = self.instance.run;
        let depth = run.depth.get();
        run.steps.set(run.steps.get() + 1);
        if depth >= DEEPEST || run.steps.get() > Limit::TerraformSteps.value() {
            let what = if depth >= DEEPEST { "references that nest this deep" } else { "this many expressions" };
            return Ok(unresolved(Cause::Limit(what.into()), expression.span, Shape::Any, expression.span));
        }
        run.depth.set(depth + 1);
        let evaluated = self.form(expression);
        run.depth.set(depth);
        let names = matches!(expression.form, Form::Variable(_) | Form::Traversal(..));
        evaluated.map(|node| self.trailed(Node { span: expression.span, ..node }, names))
    }

    /// A value that is not known, with the way that what it is made of came.
    fn trailed(&self, node: Node, names: bool) -> Node {
        let Some(unknown) = node.as_unresolved() else { return node };
        let mut trails = self.instance.run.trails.borrow_mut();
        match &node.via {
            Some(via) if names => {
                trails.insert(unknown.cause.clone(), via.clone());
            }
            None if names => {
                trails.remove(&unknown.cause);
            }
            Some(_) => {}
            None => return Node { via: trails.get(&unknown.cause).cloned(), ..node },
        }
        node
    }

    /// The value of an expression whose fault is a value that cannot be known.
    pub(crate) fn settled(&self, expression: &Expression) -> Node {
        self.expression(expression).unwrap_or_else(|it| of_fault(*it, expression.span))
    }

    /// A part of a larger value: its fault spoils only itself, but for a `try` around that must see it.
    fn part(&self, expression: &Expression) -> Evaluated {
        match self.expression(expression) {
            Err(fault) if self.instance.run.trying.get() == 0 => Ok(of_fault(*fault, expression.span)),
            evaluated => evaluated,
        }
    }

    fn form(&self, expression: &Expression) -> Evaluated {
        let span = expression.span;
        match &expression.form {
            Form::Null => Ok(Node::new(Value::Null, span)),
            Form::Bool(it) => Ok(Node::new(*it, span)),
            Form::Number(it) => Ok(Node::new(it.clone(), span)),
            Form::String(it) => Ok(Node::new(it.clone(), span)),
            Form::Template(parts) => self.template(parts, span),
            Form::Tuple(items) => {
                let items: Result<Vec<Node>, _> = items.iter().map(|it| self.part(it)).collect();
                Ok(Node::list(items?, span))
            }
            Form::Object(items) => self.object(items, span),
            Form::Variable(name) => match self.bound(name) {
                Some(it) => Ok(it.clone()),
                None => Err(fault(span, format!("nothing is called {name}"))),
            },
            Form::Traversal(base, steps) => self.traversal(base, steps, span),
            Form::Call(call) => self.call(call, span),
            Form::Conditional(it) => self.conditional(it, span),
            Form::Unary(operator, it) => self.unary(*operator, it, span),
            Form::Binary(operator, sides) => self.binary(*operator, &sides.0, &sides.1, span),
            Form::For(it) => self.for_expression(it, span),
        }
    }

    fn object(&self, items: &[Item], span: crate::model::Span) -> Evaluated {
        let mut entries: Vec<Entry> = Vec::with_capacity(items.len());
        let mut repeated = false;
        for item in items {
            let key = self.expression(&item.key)?;
            if let Some(unknown) = key.as_unresolved() {
                return Ok(because_of(unknown, Shape::Map, span));
            }
            let Some(name) = text(&key) else {
                return Err(fault(key.span, "the key of an object must be a text"));
            };
            let node = self.part(&item.value)?.named(key.span);
            repeated = repeated || (items.len() <= 64 && entries.iter().any(|it| it.name == name));
            entries.push(Entry { name, node });
        }
        if repeated {
            let mut seen: Vec<Entry> = Vec::with_capacity(entries.len());
            for entry in entries {
                seen.retain(|it| it.name != entry.name);
                seen.push(entry);
            }
            entries = seen;
        }
        Ok(Node::map(entries, span))
    }

    fn conditional(&self, it: &Conditional, span: crate::model::Span) -> Evaluated {
        let test = self.expression(&it.test)?;
        if let Some(known) = as_bool(&test) {
            return self.expression(if known { &it.yes } else { &it.no });
        }
        let Some(unknown) = test.as_unresolved() else {
            return Err(fault(test.span, "a condition must be true or false"));
        };
        let (yes, no) = (self.expression(&it.yes), self.expression(&it.no));
        let (Ok(yes), Ok(no)) = (yes, no) else { return Ok(because_of(unknown, Shape::Any, span)) };
        // A whole resource's value differs in nothing that matters here but its address.
        let addressed = yes.get(ADDRESS).is_some();
        if !addressed && super::compare::equal(&yes, &no) == Ok(true) {
            return Ok(yes);
        }
        Ok(one_of(unknown, [yes, no], span))
    }
}
