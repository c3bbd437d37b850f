//! What was tried for each subject: the same values in place of its unknowns give the same answer, and are not asked about
//! twice.

use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, PoisonError};

use super::probes::Probes;
use super::reads::Reads;
use super::worlds::World;
use crate::model::{Evidence, Node};
use crate::rego::Input;

/// The unknowns of each subject, and the values that were tried together.
pub(super) struct Tried<'a> {
    /// Each unknown by its route, with how many values it may be.
    unknowns: HashMap<&'a str, Vec<(u32, usize)>>,
    seen: HashSet<(&'a str, Vec<usize>)>,
}

impl<'a> Tried<'a> {
    pub(super) fn of(subjects: &[&'a Evidence], probes: &Probes, reads: &Reads<'_>) -> Self {
        let unknowns = subjects.iter().map(|it| (it.id.as_str(), unknowns(it, probes, reads))).collect();
        Self { unknowns, seen: HashSet::new() }
    }

    /// Whether a world holds something new for the subject, which is then tried.
    pub(super) fn is_new(&mut self, subject: &'a Evidence, world: World) -> bool {
        let unknowns = self.unknowns.get(subject.id.as_str()).map(Vec::as_slice).unwrap_or_default();
        let values = unknowns.iter().map(|(route, count)| world.candidate(*route) % count.max(&1)).collect();
        self.seen.insert((subject.id.as_str(), values))
    }
}

/// The unknowns as the input meets them on its way through the facts.
fn unknowns(subject: &Evidence, probes: &Probes, reads: &Reads<'_>) -> Vec<(u32, usize)> {
    let met = Mutex::new(Vec::new());
    let note = |route: u32, node: &Node| {
        met.lock().unwrap_or_else(PoisonError::into_inner).push((route, probes.count(node)));
        None
    };
    Input::with([(subject.kind, vec![subject])], &|kind, fact| reads.has(kind, fact), &note);
    met.into_inner().unwrap_or_else(PoisonError::into_inner)
}
