//! Where an expression is evaluated: an instance of a module, and the names bound around the expression.

use std::cell::{Cell, RefCell};
use std::collections::{HashMap, HashSet};
use std::rc::{Rc, Weak};
use std::sync::Arc;

use crate::model::{Cause, Node, Problem, SourceId, Span, Through};
use crate::syntax::hcl::tree::Block;

use super::super::folder::Folder;
use super::super::project::Project;
use super::super::resource::Resource;
use super::value::Evaluated;

/// What one root module's evaluation may cost, and what went wrong in it.
#[derive(Debug, Default)]
pub(crate) struct Run {
    pub(crate) depth: Cell<usize>,
    pub(crate) steps: Cell<usize>,
    /// How many `try` and `can` surround the expression: in them a fault must surface.
    pub(crate) trying: Cell<usize>,
    /// Calls of modules that were followed.
    pub(crate) modules: Cell<usize>,
    /// How many templates render one another here.
    pub(crate) templates: Cell<usize>,
    /// The places through which the last value with a cause came: what is made of it came the same way.
    pub(crate) trails: RefCell<HashMap<Cause, Arc<[Through]>>>,
    /// Instances made by `count` and `for_each`.
    pub(crate) instances: Cell<usize>,
    pub(crate) problems: RefCell<Vec<Problem>>,
    /// Files that `file` and `templatefile` read.
    pub(crate) used: RefCell<HashSet<SourceId>>,
}

/// How deep expressions, and the references in them, may nest.
pub(crate) const DEEPEST: usize = 400;

/// A value that is made on first use.
#[derive(Debug)]
pub(crate) enum Slot<T> {
    /// Being made: who asks now asks for itself.
    Busy,
    Done(T),
}

pub(crate) type Slots<K, T> = RefCell<HashMap<K, Slot<T>>>;

/// A module as it is called once, or a root module.
#[derive(Debug)]
pub(crate) struct Instance<'p> {
    pub(crate) project: &'p Project<'p>,
    pub(crate) folder: &'p Folder,
    pub(crate) run: &'p Run,
    /// `module.data`; empty for a root module.
    pub(crate) address: String,
    /// The root module's folder.
    pub(crate) root: &'p Folder,
    pub(crate) caller: Option<Caller<'p>>,
    pub(crate) called_from: Vec<Through>,
    pub(crate) variables: Slots<Arc<str>, Node>,
    pub(crate) locals: Slots<Arc<str>, Evaluated>,
    pub(crate) outputs: Slots<Arc<str>, Node>,
    pub(crate) resources: Slots<usize, Rc<Expanded>>,
    pub(crate) calls: Slots<usize, Rc<Called<'p>>>,
    /// Itself, for the modules that it calls.
    pub(crate) me: Weak<Instance<'p>>,
}

/// Who calls a module: its arguments are evaluated when they are asked for.
#[derive(Debug)]
pub(crate) struct Caller<'p> {
    pub(crate) instance: Weak<Instance<'p>>,
    pub(crate) block: &'p Block,
    pub(crate) bound: Vec<(Arc<str>, Node)>,
}

/// A resource block's instances, and the value that a reference to the block has.
#[derive(Debug)]
pub(crate) struct Expanded {
    pub(crate) resources: Vec<Resource>,
    pub(crate) value: Node,
}

/// A module block's instances.
#[derive(Debug)]
pub(crate) enum Called<'p> {
    One(Rc<Instance<'p>>),
    Counted(Vec<Rc<Instance<'p>>>),
    Keyed(Vec<(Arc<str>, Rc<Instance<'p>>)>),
    /// How many there are is not known.
    Symbolic(Rc<Instance<'p>>),
    /// Its source is not on disk, or calls itself.
    Absent {
        place: Span,
    },
}

/// An instance and the names bound around an expression: `each`, `count`, iterators.
#[derive(Clone, Debug)]
pub(crate) struct Scope<'s, 'p> {
    pub(crate) instance: &'s Instance<'p>,
    pub(crate) bound: Vec<(Arc<str>, Node)>,
}

impl<'s, 'p> Scope<'s, 'p> {
    pub(crate) fn of(instance: &'s Instance<'p>) -> Self {
        Self { instance, bound: Vec::new() }
    }

    pub(crate) fn with(&self, name: impl Into<Arc<str>>, value: Node) -> Self {
        let mut inner = self.clone();
        inner.bound.push((name.into(), value));
        inner
    }

    /// Whether something around waits for a fault: a `try` or a `can`.
    pub(crate) fn waits(&self) -> bool {
        self.instance.run.trying.get() > 0
    }

    pub(crate) fn bound(&self, name: &str) -> Option<&Node> {
        self.bound.iter().rev().find(|it| &*it.0 == name).map(|it| &it.1)
    }
}

impl Instance<'_> {
    pub(crate) fn problem(&self, problem: Problem) {
        let mut problems = self.run.problems.borrow_mut();
        if !problems.contains(&problem) {
            problems.push(problem);
        }
    }

    /// The address of something in this module: `module.data.aws_s3_bucket.logs`.
    pub(crate) fn within(&self, address: &str) -> String {
        if self.address.is_empty() { address.to_owned() } else { format!("{}.{address}", self.address) }
    }

    /// Runs `make` as if nothing surrounded it: what it makes is kept, so no `try` around may colour it.
    pub(crate) fn apart<T>(&self, make: impl FnOnce() -> T) -> T {
        let trying = self.run.trying.replace(0);
        let made = make();
        self.run.trying.set(trying);
        made
    }
}
