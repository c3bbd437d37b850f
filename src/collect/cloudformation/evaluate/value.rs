//! The evaluator: what it knows of the template, and what it has found out.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use crate::collect::cloudformation::template::Template;
use crate::model::Limit;
use crate::model::{Cause, Node, Problem, Shape, Span, Through, Unresolved};

/// How deep values and conditions may nest.
pub(super) const DEEPEST: usize = 128;
/// One evaluation of one template.
pub(crate) struct Evaluator<'t> {
    pub(super) template: &'t Template<'t>,
    pub(super) parameters: RefCell<HashMap<String, Node>>,
    pub(super) conditions: RefCell<HashMap<String, Truth>>,
    /// Conditions that are being found out: one that is met again goes in a circle.
    pub(super) asked: RefCell<Vec<String>>,
    pub(super) problems: RefCell<Vec<Problem>>,
    steps: Cell<usize>,
}

/// Whether a condition holds.
#[derive(Clone, Debug)]
pub(crate) enum Truth {
    Known(bool),
    Unknown(Box<Unresolved>),
}

impl<'t> Evaluator<'t> {
    pub(crate) fn new(template: &'t Template<'t>) -> Self {
        Self {
            template,
            parameters: RefCell::default(),
            conditions: RefCell::default(),
            asked: RefCell::default(),
            problems: RefCell::default(),
            steps: Cell::new(0),
        }
    }

    pub(crate) fn into_problems(self) -> Vec<Problem> {
        self.problems.into_inner()
    }

    pub(super) fn problem(&self, span: Span, message: String) {
        let mut problems = self.problems.borrow_mut();
        if !problems.iter().any(|it| it.span == Some(span) && it.message == message) {
            problems.push(Problem::at(span, message));
        }
    }

    /// Counts a value; false where the template asks for more than anybody writes.
    pub(super) fn step(&self, depth: usize) -> bool {
        self.steps.set(self.steps.get().saturating_add(1));
        depth < DEEPEST && self.steps.get() < Limit::CloudFormationSteps.value()
    }
}

/// A value that the files do not tell, at the place that asks for it.
pub(super) fn unresolved(cause: Cause, place: Span, shape: Shape, at: &Node) -> Node {
    Node { name_span: at.name_span, ..Node::unresolved(Unresolved { cause, place, shape }, at.span) }
}

/// The same value at the place that asks for it, with the place that states it.
pub(super) fn taken(value: &Node, at: &Node, note: String) -> Node {
    let stated = value.span;
    let node = Node { span: at.span, name_span: at.name_span, ..value.clone() };
    node.through(Through { note: note.into(), span: stated })
}
