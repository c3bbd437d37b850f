//! References: from the first names of a traversal to the value that they stand for.

use std::sync::Arc;

use crate::model::{Cause, Node, Shape, Span};
use crate::syntax::hcl::tree::{Step, StepForm};

use super::super::resource::Mode;
use super::scope::Scope;
use super::value::{Fault, fault, unresolved};

impl Scope<'_, '_> {
    /// The value that the first name and some of the steps stand for, and how many steps that took.
    pub(crate) fn reference(
        &self,
        first: &Arc<str>,
        first_span: Span,
        steps: &[Step],
        span: Span,
    ) -> Result<(Node, usize), Box<Fault>> {
        let name = |at: usize| match steps.get(at).map(|it| &it.form) {
            Some(StepForm::Attribute(name)) => Ok(name),
            _ => Err(fault(span, format!("{first} needs a name"))),
        };
        let unknown = |cause: Cause, shape: Shape| unresolved(cause, span, shape, span);
        Ok(match &**first {
            "var" => (self.instance.variable(name(0)?, span), 1),
            "local" => (self.instance.local(name(0)?, span)?, 1),
            "path" => {
                let folder = match &**name(0)? {
                    "module" => &self.instance.folder.path,
                    "root" => &self.instance.root.path,
                    // Terraform is run in the folder of its root module, wherever that lies on the machine.
                    _ => {
                        let root = self.instance.root.path.as_str();
                        let parts = match root {
                            "" => vec![None],
                            root => vec![None, Some(format!("/{root}"))],
                        };
                        let shape = Shape::Template(parts.into());
                        return Ok((unknown(Cause::AtRunTime("path.cwd".into()), shape), 1));
                    }
                };
                let text = if folder.as_str().is_empty() { "." } else { folder.as_str() };
                (Node::new(text, span), 1)
            }
            "terraform" | "tofu" => {
                let name = format!("terraform.{}", name(0)?);
                (unknown(Cause::Variable(name), Shape::Reference), 1)
            }
            "self" => (unknown(Cause::AfterApply("self".into()), Shape::Reference), 0),
            "each" | "count" => return Err(fault(first_span, format!("{first} has no meaning here"))),
            "module" => self.module(name(0)?, steps.get(1..).unwrap_or_default(), span)?,
            "data" => (self.resource(Mode::Data, name(0)?, name(1)?, span), 2),
            "ephemeral" => {
                (unknown(Cause::AfterApply(format!("ephemeral.{}.{}", name(0)?, name(1)?)), Shape::Reference), 2)
            }
            _ => (self.resource(Mode::Managed, first, name(0)?, span), 1),
        })
    }

    fn resource(&self, mode: Mode, kind: &Arc<str>, name: &Arc<str>, span: Span) -> Node {
        let instance = self.instance;
        let place = instance.folder.resource(mode, kind, name);
        match place {
            Some((at, _)) => match instance.expanded(at) {
                Some(expanded) => Node { span, ..expanded.value.clone() },
                // Being evaluated just now: two resources that refer to each other.
                None => {
                    let address = instance.within(&local_address(mode, kind, name));
                    unresolved(Cause::AfterApply(address), span, Shape::Reference, span)
                }
            },
            None => {
                let cause = Cause::OutOfScope(instance.within(&local_address(mode, kind, name)));
                unresolved(cause, span, Shape::Reference, span)
            }
        }
    }
}

/// The address of a resource block within its module.
pub(crate) fn local_address(mode: Mode, kind: &str, name: &str) -> String {
    match mode {
        Mode::Managed => format!("{kind}.{name}"),
        Mode::Data => format!("data.{kind}.{name}"),
    }
}
