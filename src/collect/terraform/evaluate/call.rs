//! Function calls: those of the table, and the few that look at expressions rather than values.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::model::{Cause, Node, Shape, Span, Value};
use crate::syntax::hcl::tree::{Call, Expression, Form};

use super::super::functions::FAMILIES;
use super::super::functions::function::{Function, Stop, Takes};
use super::choices;
use super::scope::Scope;
use super::types;
use super::value::{Evaluated, because_of, fault, first_unknown, has_secret, unresolved};

/// Functions of a file's text, with the function of a text that they are.
const OF_FILES: &[(&str, &str)] = &[
    ("filebase64", "base64encode"),
    ("filebase64sha256", "base64sha256"),
    ("filebase64sha512", "base64sha512"),
    ("filemd5", "md5"),
    ("filesha1", "sha1"),
    ("filesha256", "sha256"),
    ("filesha512", "sha512"),
];

/// Functions that give another text each time or on each machine, or that are not computed: compression depends on who
/// compresses, and decryption needs keys.
const IMPURE: &[&str] =
    &["abspath", "base64gunzip", "base64gzip", "bcrypt", "plantimestamp", "rsadecrypt", "timestamp", "uuid"];

/// How many arguments that are each one of a few values are set against one another.
const MOST_LIFTED: usize = 2;

/// Functions that leave null as it is.
const KEEP_NULL: &[&str] = &["tobool", "tolist", "tomap", "tonumber", "toset", "tostring"];

/// Functions by name; made once.
fn functions() -> &'static HashMap<&'static str, &'static Function> {
    static FUNCTIONS: OnceLock<HashMap<&'static str, &'static Function>> = OnceLock::new();
    FUNCTIONS.get_or_init(|| FAMILIES.iter().flat_map(|it| it.iter()).map(|it| (it.name, it)).collect())
}

impl<'s, 'p> Scope<'s, 'p> {
    pub(crate) fn call(&self, call: &Call, span: Span) -> Evaluated {
        // Newer versions also spell built-in functions with their namespace.
        let name = call.name.strip_prefix("core::").unwrap_or(&call.name);
        match name {
            "try" => return self.try_call(&call.arguments, span),
            "can" => return self.can_call(&call.arguments, span),
            "convert" => return self.convert_call(&call.arguments, span),
            _ => {}
        }
        let mut arguments = Vec::with_capacity(call.arguments.len());
        for argument in &call.arguments {
            arguments.push(self.expression(argument)?);
        }
        if call.expands
            && let Some(last) = arguments.pop()
        {
            match &last.value {
                Value::List(items) => arguments.extend(items.iter().cloned()),
                Value::Unresolved(unknown) => {
                    let gives = functions().get(name).map_or(Shape::Any, |it| it.gives.clone());
                    return Ok(because_of(unknown, gives, span));
                }
                _ => return Err(fault(last.span, "only a list can be spread with `...`")),
            }
        }
        match name {
            "file" | "templatefile" | "fileexists" => return self.file_call(name, &arguments, span),
            "fileset" => return self.file_set(&arguments, span),
            "templatestring" => return self.template_string(&arguments, span),
            _ => {}
        }
        if let Some((_, of_text)) = OF_FILES.iter().find(|it| it.0 == name) {
            let content = self.file_call("file", &arguments, span)?;
            let digest = functions().get(of_text).map(|it| applied(it, &[content], span));
            return digest.unwrap_or_else(|| Err(fault(span, format!("there is no function {name}"))));
        }
        match functions().get(name) {
            Some(function) => self.apart(function, arguments, MOST_LIFTED, span),
            None => {
                let shape = if IMPURE.contains(&name) { Shape::Reference } else { Shape::Any };
                Ok(unresolved(Cause::Expression(format!("{}()", call.name)), span, shape, span))
            }
        }
    }

    /// A function of its arguments; of each value by itself where an argument is one of a few.
    fn apart(&self, function: &Function, arguments: Vec<Node>, left: usize, span: Span) -> Evaluated {
        let at = arguments.iter().position(|it| left > 0 && choices::each(it).is_some());
        let Some((at, node)) = at.and_then(|at| Some((at, arguments.get(at)?))) else {
            return applied(function, &arguments, span);
        };
        let with = |it: &Node| {
            let mut arguments = arguments.clone();
            arguments.splice(at..=at, [it.clone()]);
            self.apart(function, arguments, left - 1, span)
        };
        choices::lifted(node, self.waits(), span, with).unwrap_or_else(|| applied(function, &arguments, span))
    }

    /// The first argument that is no fault.
    fn try_call(&self, arguments: &[Expression], span: Span) -> Evaluated {
        let mut last = fault(span, "try needs an argument");
        let is_last = |it: &Expression| arguments.last().is_some_and(|last| std::ptr::eq(last, it));
        for argument in arguments {
            match self.trying(argument) {
                Ok(node) => return Ok(if is_last(argument) { node } else { perhaps(node, argument) }),
                Err(fault) => last = fault,
            }
        }
        Err(last)
    }

    /// A value as a type has it, which is written as variables write theirs.
    fn convert_call(&self, arguments: &[Expression], span: Span) -> Evaluated {
        let [value, kind] = arguments else { return Err(fault(span, "convert takes a value and a type")) };
        let mut misfits = Vec::new();
        let node = types::convert(self, self.expression(value)?, kind, &mut misfits);
        match misfits.into_iter().next() {
            Some(misfit) => Err(Box::new(misfit)),
            None => Ok(node),
        }
    }

    fn can_call(&self, arguments: &[Expression], span: Span) -> Evaluated {
        let Some(argument) = arguments.first() else { return Err(fault(span, "can needs an argument")) };
        Ok(match self.trying(argument) {
            Ok(node) => match first_unknown(&node) {
                Some(unknown) => because_of(unknown, Shape::Bool, span),
                None => Node::new(true, span),
            },
            Err(_) => Node::new(false, span),
        })
    }

    fn trying(&self, argument: &Expression) -> Evaluated {
        let trying = &self.instance.run.trying;
        trying.set(trying.get() + 1);
        let evaluated = self.expression(argument);
        trying.set(trying.get().saturating_sub(1));
        evaluated
    }
}

/// A value that is tried: where it hangs on something unknown it may yet be a fault, and then another takes its place. What
/// apply makes is there, unless it is not known whether anything makes it.
fn perhaps(node: Node, tried: &Expression) -> Node {
    let Some(unknown) = first_unknown(&node) else { return node };
    let fails = match &unknown.cause {
        Cause::AfterApply(name) | Cause::DataSource(name) => name.contains("[*]"),
        Cause::Variable(_) => match &tried.form {
            Form::Traversal(base, steps) => steps.len() != 1 || !matches!(base.keyword(), Some("var" | "local")),
            _ => true,
        },
        _ => true,
    };
    if fails { Node { via: node.via.clone(), ..because_of(unknown, Shape::Any, node.span) } } else { node }
}

fn applied(function: &Function, arguments: &[Node], span: Span) -> Evaluated {
    let (least, most) = function.arity;
    if arguments.len() < least || arguments.len() > most {
        return Err(fault(span, format!("{} does not take {} arguments", function.name, arguments.len())));
    }
    if function.takes == Takes::Known {
        if let Some(unknown) = arguments.iter().find_map(first_unknown) {
            return Ok(because_of(unknown, function.gives.clone(), span));
        }
        if arguments.iter().any(has_secret) {
            return Ok(Node::new(Value::Redacted, span));
        }
    }
    match (function.apply)(arguments) {
        Ok(value) => {
            let via = match arguments {
                [one] => one.via.clone(),
                _ => None,
            };
            Ok(Node { via, ..Node::new(value, span) })
        }
        Err(Stop::Fault(message)) => Err(fault(span, format!("{}: {message}", function.name))),
        Err(Stop::Unknown(unknown)) => {
            let may_be_null = KEEP_NULL.contains(&function.name) && matches!(unknown.shape, Shape::Any | Shape::Given);
            Ok(because_of(&unknown, if may_be_null { Shape::Any } else { function.gives.clone() }, span))
        }
        Err(Stop::TooLarge) => {
            let cause = Cause::Limit(format!("the result of {}()", function.name));
            Ok(unresolved(cause, span, function.gives.clone(), span))
        }
    }
}
