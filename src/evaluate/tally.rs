//! What a policy said of one subject in the worlds that were tried, and the verdict that it comes to.

use std::collections::{BTreeMap, HashSet};

use super::open::Open;
use super::probes::Probes;
use super::verdict::Verdict;
use super::worlds::World;
use crate::model::{Cause, Evidence, Node, Outcome};
use crate::rego::{Denial, State};

/// A subject whose verdict may hang on values that are not known.
pub(super) struct Hanging<'a> {
    pub(super) subject: &'a Evidence,
    open: Open<'a>,
    /// The unresolved values among the facts that the policy reads, with their paths.
    pub(super) unresolved: Vec<(Vec<String>, &'a Node)>,
    pub(super) tally: Tally,
    /// The values that were tried together: the same ones give the same answer, and are not asked about twice.
    seen: HashSet<Vec<usize>>,
}

/// How often a subject was asked about, was in the population, was denied, and where.
#[derive(Default)]
pub(super) struct Tally {
    asked: usize,
    /// How often no answer came: the policy broke on the values. What it would say of them is not known.
    unanswered: usize,
    member: usize,
    denied: usize,
    denials: BTreeMap<Vec<String>, (Denial, usize)>,
}

impl<'a> Hanging<'a> {
    pub(super) fn new(open: Open<'a>, subject: &'a Evidence, unresolved: Vec<(Vec<String>, &'a Node)>) -> Self {
        Self { subject, open, unresolved, tally: Tally::default(), seen: HashSet::new() }
    }

    /// Whether a world holds something new for the subject, which is then tried.
    pub(super) fn is_new(&mut self, world: World) -> bool {
        self.seen.insert(self.open.choice(world))
    }

    /// What the subject states in a world.
    pub(super) fn in_world(&self, world: World) -> State {
        self.open.in_world(world)
    }

    /// Counts what the policy said of the subject in one more world; `denials` in their order.
    pub(super) fn count(&mut self, is_member: bool, denials: &[Denial]) {
        let mut denied: BTreeMap<Vec<String>, &Denial> = BTreeMap::new();
        for denial in denials {
            denied.entry(known_part(self.subject, denial)).or_insert(denial);
        }
        let tally = &mut self.tally;
        tally.asked += 1;
        tally.member += usize::from(is_member);
        tally.denied += usize::from(!denied.is_empty());
        for (path, denial) in denied {
            let denial = || Denial { subject: self.subject.id.clone(), path: path.clone(), ..denial.clone() };
            tally.denials.entry(path.clone()).or_insert_with(|| (denial(), 0)).1 += 1;
        }
    }

    /// Whether the subject may state what it does in a world.
    pub(super) fn is_possible(&self, world: World) -> bool {
        self.open.is_possible(self.subject.kind, world)
    }

    /// Counts one more world, in which the policy gave no answer.
    pub(super) fn count_unanswered(&mut self) {
        self.tally.asked += 1;
        self.tally.unanswered += 1;
    }

    /// What can be said of the subject; nothing where the policy does not look at it.
    pub(super) fn verdict(self, probes: &Probes) -> Option<Verdict<'a>> {
        let Self { subject, unresolved, tally, .. } = self;
        let Tally { asked, unanswered, .. } = tally;
        if tally.member == 0 && asked > 0 && unanswered == 0 {
            return None;
        }
        let open: Vec<_> = unresolved.into_iter().filter(|(_, it)| !Probes::are_all(it)).collect();
        let hangs_on_pattern = |path: &[String]| {
            let hangs = |it: &[String]| probes.asks_for_patterns || probes.hides(it);
            open.iter().any(|(it, _)| hangs(it) && (it.starts_with(path) || path.starts_with(it)))
        };
        // What is declared elsewhere is not asked what only its declaration could answer.
        let is_elsewhere = open.iter().any(|(_, it)| is_elsewhere(it));
        let denials: Vec<(Denial, Outcome)> = tally
            .denials
            .into_values()
            .map(|(denial, times)| {
                let stands = times == asked && !hangs_on_pattern(&denial.path);
                (denial, if stands { Outcome::Fail } else { Outcome::Undetermined })
            })
            .filter(|(_, outcome)| !is_elsewhere || *outcome == Outcome::Fail)
            .collect();
        let hides = open.iter().any(|(it, _)| probes.hides(it));
        let is_unsure = asked == 0 || unanswered > 0 || tally.denied > 0;
        let stands = denials.iter().any(|it| it.1 == Outcome::Fail);
        let outcome = if stands {
            Outcome::Fail
        } else if is_unsure || hides || (probes.asks_for_patterns && !open.is_empty()) {
            if is_elsewhere {
                return None;
            }
            Outcome::Undetermined
        } else if tally.member < asked {
            return None;
        } else {
            Outcome::Pass
        };
        Some(Verdict { subject, outcome, denials })
    }
}

impl Tally {
    /// Whether no further world can change what is known: it was denied here and not there, and nowhere always.
    pub(super) fn is_settled(&self) -> bool {
        self.denied > 0 && self.denied < self.asked && self.denials.values().all(|it| it.1 < self.asked)
    }
}

fn is_elsewhere(node: &Node) -> bool {
    node.as_unresolved().is_some_and(|it| matches!(it.cause, Cause::Elsewhere(_)))
}

/// A path into a tried value ends where the value begins.
fn known_part(subject: &Evidence, denial: &Denial) -> Vec<String> {
    let ends = |length: &usize| {
        let node = denial.path.get(..*length).and_then(|it| subject.facts.at(it));
        node.is_some_and(|it| it.as_unresolved().is_some())
    };
    let length = (1..=denial.path.len()).find(ends).unwrap_or(denial.path.len());
    denial.path.get(..length).unwrap_or_default().to_vec()
}
