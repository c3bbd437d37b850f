//! Root modules, and plans of them, to evidence: side by side, with the same answer in the same order.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::model::{Evidence, Node, Problem, SourceId};

use super::evaluate::scope::{Instance, Run};
use super::evidence;
use super::folder::Folder;
use super::kubernetes;
use super::modules;
use super::plan::Plan;
use super::project::Project;
use super::resource::Resource;
use super::table;

/// Evaluation nests as deep as references do; threads of its own have room for it.
const STACK: usize = 256 << 20;

/// What root modules come to.
#[derive(Debug, Default)]
pub(crate) struct Evaluation {
    pub(crate) evidence: Vec<Evidence>,
    pub(crate) problems: Vec<Problem>,
    /// Files that `file` and `templatefile` read.
    pub(crate) used: HashSet<SourceId>,
    /// The resources of each root module that make objects of a cluster.
    pub(crate) objects: Vec<Vec<Resource>>,
}

/// One thing to evaluate: a root module, with the plans of it, or a plan alone.
enum Work<'p> {
    Root(&'p Folder, Vec<&'p Plan>),
    Plan(&'p Plan),
}

/// Evaluates root modules. A plan speaks for the resources of its root module, so that nothing is reported twice.
pub(crate) fn evaluate(project: &Project<'_>, roots: &[&Folder], plans: &[Plan]) -> Evaluation {
    let mut work: Vec<Work<'_>> = roots.iter().map(|it| Work::Root(it, Vec::new())).collect();
    for plan in plans.iter().filter(|it| !it.is_empty()) {
        let root = plan.root(roots);
        let of_root = work.iter_mut().find_map(|it| match it {
            Work::Root(folder, plans) if root.is_some_and(|root| root.path == folder.path) => Some(plans),
            Work::Root(..) | Work::Plan(_) => None,
        });
        match of_root {
            Some(plans) => plans.push(plan),
            None => work.push(Work::Plan(plan)),
        }
    }
    let mut all = Evaluation::default();
    for one in side_by_side(&work, |it| done(project, it)) {
        all.evidence.extend(one.evidence);
        all.problems.extend(one.problems);
        all.used.extend(one.used);
        all.objects.extend(one.objects);
    }
    all
}

/// Does each piece of work on threads with deep stacks; results in the order of the work. Where no thread can be had,
/// nothing is evaluated.
fn side_by_side<T: Sync, R: Send + Sync>(work: &[T], each: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let results: Vec<OnceLock<R>> = work.iter().map(|_| OnceLock::new()).collect();
    let next = AtomicUsize::new(0);
    let turn = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let (Some(it), Some(result)) = (work.get(at), results.get(at)) else { break };
            let _ = result.set(each(it));
        }
    };
    let threads = rayon::current_num_threads().clamp(1, work.len().max(1));
    std::thread::scope(|scope| {
        for _ in 0..threads {
            let _ = std::thread::Builder::new().name("terraform".into()).stack_size(STACK).spawn_scoped(scope, turn);
        }
    });
    results.into_iter().filter_map(OnceLock::into_inner).collect()
}

fn done(project: &Project<'_>, work: &Work<'_>) -> Evaluation {
    let mut all = Evaluation::default();
    match work {
        Work::Plan(plan) => all.add(&plan.resources(None, Vec::new()), &[]),
        Work::Root(root, plans) => {
            let run = Run::default();
            let (resources, tags) = {
                let instance = root_instance(project, root, &run);
                // What files of values say is held to the types of the variables, whoever uses them.
                for name in root.variables.keys().filter(|it| root.values.contains_key(*it)) {
                    instance.variable(name, root.place);
                }
                let mut resources: Vec<Resource> = Vec::new();
                instance.all_resources(&mut resources);
                all.evidence.extend(modules::of_root(&instance));
                (resources, modules::default_tags(&instance))
            };
            match plans.as_slice() {
                [] => all.add(&resources, &tags),
                plans => plans.iter().for_each(|it| all.add(&it.resources(Some(&root.path), resources.clone()), &tags)),
            }
            all.problems.extend(run.problems.into_inner());
            all.used.extend(run.used.into_inner());
        }
    }
    all
}

impl Evaluation {
    fn add(&mut self, resources: &[Resource], default_tags: &[(String, Node)]) {
        self.objects.push(resources.iter().filter(|it| kubernetes::makes_an_object(it)).cloned().collect());
        self.evidence.extend(resources.iter().filter(|it| !it.elsewhere).map(evidence::resource));
        self.evidence.extend(table::kinds(resources, default_tags));
    }
}

fn root_instance<'p>(project: &'p Project<'p>, root: &'p Folder, run: &'p Run) -> Rc<Instance<'p>> {
    Rc::new_cyclic(|me| Instance {
        project,
        folder: root,
        run,
        address: String::new(),
        root,
        caller: None,
        called_from: Vec::new(),
        variables: RefCell::new(HashMap::new()),
        locals: RefCell::new(HashMap::new()),
        outputs: RefCell::new(HashMap::new()),
        resources: RefCell::new(HashMap::new()),
        calls: RefCell::new(HashMap::new()),
        me: me.clone(),
    })
}
