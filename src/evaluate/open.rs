//! A subject and what each of its unknown values may be: in every world it takes one of them.

use super::probes::{Candidates, Probes};
use super::worlds::World;
use crate::model::{Evidence, EvidenceKind};
use crate::rego::{Blank, StandIn, State};

pub(super) struct Open<'a> {
    blank: Blank<'a>,
    /// What stands in for each unknown of the blank.
    candidates: Vec<Candidates>,
}

impl<'a> Open<'a> {
    pub(super) fn new(
        subject: &'a Evidence,
        wanted: &dyn Fn(&str) -> bool,
        is_nameless: bool,
        probes: &Probes,
    ) -> Self {
        let blank = Blank::of(subject, wanted);
        let blank = if is_nameless { blank.nameless() } else { blank };
        let unknowns = blank.unknowns.iter().filter_map(|it| it.1.as_unresolved());
        let candidates = unknowns.map(|it| probes.candidates(it)).collect();
        Self { blank, candidates }
    }

    /// Whether all of it is known: then it is the same in every world.
    pub(super) fn is_known(&self) -> bool {
        self.candidates.is_empty()
    }

    /// Which of its values each unknown takes in a world, counted round.
    pub(super) fn choice(&self, world: World) -> Vec<usize> {
        self.choices(world).map(|it| it.0).collect()
    }

    /// What the subject states in a world.
    pub(super) fn in_world(&self, world: World) -> State {
        self.blank.filled(self.choices(world).map(|it| it.1))
    }

    /// Whether the subject may state what it does in a world.
    pub(super) fn is_possible(&self, kind: EvidenceKind, world: World) -> bool {
        self.blank.is_promised(kind, &self.in_world(world))
    }

    fn choices(&self, world: World) -> impl Iterator<Item = (usize, Option<StandIn>)> {
        self.blank.unknowns.iter().zip(&self.candidates).map(move |((route, _), all)| {
            let at = world.candidate(*route) % all.len().max(1);
            (at, all.get(at).cloned().flatten())
        })
    }
}
