//! Module calls: instances of the called module, and the outputs that flow back.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use crate::model::Limit;
use crate::model::{Cause, Entry, Node, Problem, Shape, Span, Through};
use crate::syntax::hcl::tree::{Block, Step, StepForm};

use super::super::project::Source;
use super::expand::Keys;
use super::scope::{Called, Caller, Instance, Scope, Slot};
use super::value::{Fault, fault, index, text, unresolved};

impl<'p> Called<'p> {
    pub(crate) fn instances(&self) -> Vec<Rc<Instance<'p>>> {
        match self {
            Self::One(it) | Self::Symbolic(it) => vec![it.clone()],
            Self::Counted(all) => all.clone(),
            Self::Keyed(all) => all.iter().map(|it| it.1.clone()).collect(),
            Self::Absent { .. } => Vec::new(),
        }
    }
}

impl<'p> Instance<'p> {
    /// The instances that the module block with a number calls.
    pub(crate) fn called(&self, at: usize) -> Option<Rc<Called<'p>>> {
        match self.calls.borrow().get(&at) {
            Some(Slot::Done(it)) => return Some(it.clone()),
            Some(Slot::Busy) => return None,
            None => {}
        }
        self.calls.borrow_mut().insert(at, Slot::Busy);
        let made = Rc::new(self.apart(|| self.call_module(at)));
        self.calls.borrow_mut().insert(at, Slot::Done(made.clone()));
        Some(made)
    }

    fn call_module(&self, at: usize) -> Called<'p> {
        let Some(block) = self.folder.calls.get(at) else { return Called::Absent { place: self.folder.place } };
        let name = block.label(0).map_or("", |it| it);
        let source = block.body.value("source");
        let place = source.map_or_else(|| block.name_span(), |it| it.span);
        let path = self.module_path(name);
        let Source::Folder(folder) = self.project.source_of(self.folder, block, &self.root.path, &path) else {
            return Called::Absent { place };
        };
        if self.calls_itself(folder) {
            self.problem(Problem::at(place, format!("module {name} calls itself")));
            return Called::Absent { place };
        }
        if self.called_from.len() >= Limit::TerraformModuleDepth.value() {
            self.problem(Problem::at(
                place,
                format!("modules call modules more than {} deep", Limit::TerraformModuleDepth.value()),
            ));
            return Called::Absent { place };
        }
        let modules = &self.run.modules;
        modules.set(modules.get() + 1);
        if modules.get() > Limit::TerraformModules.value() {
            self.problem(Problem::at(
                place,
                format!("modules are called more than {} times", Limit::TerraformModules.value()),
            ));
            return Called::Absent { place };
        }
        let scope = Scope::of(self);
        let keys = scope.keys(&block.body);
        let mut made = (0..keys.len()).map(|each| {
            let bound = scope.each(&keys, each, block.span).bound;
            let address = self.within(&format!("module.{name}{}", keys.suffix(each)));
            self.instance(folder, block, address, bound)
        });
        match &keys {
            Keys::One => made.next().map_or(Called::Absent { place }, Called::One),
            Keys::Symbolic(_) => made.next().map_or(Called::Absent { place }, Called::Symbolic),
            Keys::Counted(_) => Called::Counted(made.collect()),
            Keys::Keyed(all) => Called::Keyed(all.iter().map(|it| it.0.clone()).zip(made).collect()),
        }
    }

    fn instance(
        &self,
        folder: &'p super::super::folder::Folder,
        block: &'p Block,
        address: String,
        bound: Vec<(Arc<str>, Node)>,
    ) -> Rc<Instance<'p>> {
        let name = block.label(0).map_or("", |it| it);
        let through = Through { note: format!("module {name} is called here").into(), span: block.name_span() };
        let called_from = self.called_from.iter().cloned().chain([through]).collect();
        let caller = Some(Caller { instance: self.me.clone(), block, bound });
        Rc::new_cyclic(|me| Instance {
            project: self.project,
            folder,
            run: self.run,
            address,
            root: self.root,
            caller,
            called_from,
            variables: RefCell::new(HashMap::new()),
            locals: RefCell::new(HashMap::new()),
            outputs: RefCell::new(HashMap::new()),
            resources: RefCell::new(HashMap::new()),
            calls: RefCell::new(HashMap::new()),
            me: me.clone(),
        })
    }

    /// The names of the calls that lead to a call in this module, without keys: as `modules.json` writes them.
    fn module_path(&self, name: &str) -> String {
        let mut path = String::new();
        let mut rest = self.address.as_str();
        while let Some(after) = rest.strip_prefix("module.").or_else(|| rest.strip_prefix(".module.")) {
            let length = after.find(['.', '[']).unwrap_or(after.len());
            let (part, tail) = after.split_at(length);
            path.push_str(part);
            path.push('.');
            rest = tail.find("module.").and_then(|at| tail.get(at..)).unwrap_or("");
        }
        path.push_str(name);
        path
    }

    fn calls_itself(&self, folder: &super::super::folder::Folder) -> bool {
        if self.folder.path == folder.path {
            return true;
        }
        let caller = self.caller.as_ref().and_then(|it| it.instance.upgrade());
        caller.is_some_and(|it| it.calls_itself(folder))
    }

    /// What an output is worth to the caller.
    pub(crate) fn output(&self, name: &Arc<str>, span: Span) -> Option<Node> {
        match self.outputs.borrow().get(name) {
            Some(Slot::Done(node)) => return Some(Node { span, ..node.clone() }),
            Some(Slot::Busy) => {
                let cause = Cause::Expression(format!("output {name}, which refers to itself"));
                return Some(unresolved(cause, span, Shape::Any, span));
            }
            None => {}
        }
        let value = self.folder.outputs.get(name)?.body.value("value")?;
        self.outputs.borrow_mut().insert(name.clone(), Slot::Busy);
        let node = self.apart(|| Scope::of(self).settled(value));
        let place = node.span;
        let node = node.through(Through { note: format!("output {name}").into(), span: place });
        self.outputs.borrow_mut().insert(name.clone(), Slot::Done(node.clone()));
        Some(Node { span, ..node })
    }

    fn all_outputs(&self, span: Span) -> Node {
        let names = self.folder.outputs.keys();
        let entries = names.filter_map(|it| self.output(it, span).map(|node| Entry::new(it.clone(), node)));
        Node::map(entries.collect(), span)
    }
}

impl Scope<'_, '_> {
    /// The value of `module.name` and the steps behind it, and how many steps that took, the name included.
    pub(crate) fn module(&self, name: &Arc<str>, steps: &[Step], span: Span) -> Result<(Node, usize), Box<Fault>> {
        let instance = self.instance;
        let unknown = |place: Span| {
            let cause = Cause::ModuleOutput(instance.within(&format!("module.{name}")));
            (unresolved(cause, place, Shape::Any, span), 1)
        };
        let Some(at) = instance.folder.calls.iter().position(|it| it.label(0) == Some(name)) else {
            let cause = Cause::OutOfScope(instance.within(&format!("module.{name}")));
            return Ok((unresolved(cause, span, Shape::Any, span), 1));
        };
        let Some(called) = instance.called(at) else { return Ok(unknown(span)) };
        let attribute = |at: usize| match steps.get(at).map(|it| &it.form) {
            Some(StepForm::Attribute(name)) => Some(name),
            _ => None,
        };
        // Only the output that is asked for is evaluated: others may lead back here.
        let of = |instance: &Instance<'_>, at: usize, used: usize| match attribute(at) {
            Some(name) => match instance.output(name, span) {
                Some(node) => Ok((node, used + 1)),
                None => Err(fault(span, format!("module has no output {name}"))),
            },
            None => Ok((instance.all_outputs(span), used)),
        };
        let index_step = match steps.first().map(|it| &it.form) {
            Some(StepForm::Index(key)) => Some(self.expression(key)?),
            _ => None,
        };
        match &*called {
            Called::Absent { place } => Ok(unknown(*place)),
            Called::One(it) => of(it, 0, 1),
            Called::Symbolic(it) if index_step.is_some() => of(it, 1, 2),
            Called::Symbolic(_) => Ok(unknown(span)),
            Called::Counted(all) => match &index_step {
                Some(key) if key.as_unresolved().is_some() => Ok(unknown(key.span)),
                Some(key) => match index(key).and_then(|it| usize::try_from(it).ok()).and_then(|it| all.get(it)) {
                    Some(it) => of(it, 1, 2),
                    None => Err(fault(key.span, format!("module {name} has no such instance"))),
                },
                None => Ok((Node::list(all.iter().map(|it| it.all_outputs(span)).collect(), span), 1)),
            },
            Called::Keyed(all) => match &index_step {
                Some(key) if key.as_unresolved().is_some() => Ok(unknown(key.span)),
                Some(key) => match text(key).and_then(|key| all.iter().find(|it| it.0 == key)) {
                    Some((_, it)) => of(it, 1, 2),
                    None => Err(fault(key.span, format!("module {name} has no such instance"))),
                },
                None => {
                    let entry = |it: &(Arc<str>, Rc<Instance<'_>>)| Entry::new(it.0.clone(), it.1.all_outputs(span));
                    Ok((Node::map(all.iter().map(entry).collect(), span), 1))
                }
            },
        }
    }
}
