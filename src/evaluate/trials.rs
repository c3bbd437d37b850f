//! Asks a policy about subjects whose verdict hangs on values that are not known, in one world after the other.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::open::Open;
use super::population::Populations;
use super::probes::Probes;
use super::reads::{Reads, unresolved_reads};
use super::tally::Hanging;
use super::verdict::Verdict;
use super::worlds::{World, Worlds};
use crate::model::{Evidence, EvidenceKind, Policy};
use crate::rego::{self, Answers, Denial, Input, Judge, Module, State, Subject};

/// How many pairs of values for two unknowns of one subject are tried at most.
const MOST_PAIRS: usize = 400;

/// How many subjects are asked about at once at most, each in a world of its own.
const MOST_AT_ONCE: usize = 2_048;

/// How many values are tried where the unknown ones are those of other subjects.
const OF_OTHERS: usize = 8;

/// A policy, and what it is asked about.
pub(super) struct Trials<'a, 'b> {
    pub(super) policy: &'b Policy,
    pub(super) module: &'b Module,
    pub(super) libraries: &'b [&'b Module],
    pub(super) kinds: &'b BTreeSet<EvidenceKind>,
    pub(super) reads: &'b Reads<'b>,
    pub(super) populations: &'b Populations<'a>,
    pub(super) input: &'b Input,
    /// Whether what is not known of others may decide.
    pub(super) others_hang: bool,
    /// Whether subjects are asked about without their names.
    pub(super) is_nameless: bool,
}

/// What a policy says of one subject in one world.
#[derive(Default)]
struct Said {
    is_member: bool,
    denials: Vec<Denial>,
}

/// A subject, by its number, in a world.
type Trial = (usize, World);

/// Whether a subject is asked about in a stage.
type Concern<'a> = &'a dyn Fn(&Hanging<'_>) -> bool;

impl<'a> Trials<'a, '_> {
    /// The verdict on each subject; nothing where the policy does not look at it.
    pub(super) fn verdicts(&self, judge: &mut Judge, subjects: &[&'a Evidence]) -> Vec<(&'a str, Option<Verdict<'a>>)> {
        let probes = Probes::of(self.module, self.libraries);
        let mut hanging: Vec<Hanging<'a>> = subjects.iter().map(|it| self.hanging(it, &probes)).collect();
        let most = hanging.iter().flat_map(|it| &it.unresolved).filter_map(|it| it.1.as_unresolved());
        let most = most.map(|it| probes.candidates(it).len()).max().unwrap_or(1);
        let candidates = most.max(if self.others_hang { OF_OTHERS } else { 1 });
        let worlds: Vec<World> = Worlds::of(candidates).take(candidates + MOST_PAIRS).collect();
        let (in_step, pairs) = worlds.split_at(candidates.min(worlds.len()));
        let others_hang = self.others_hang;
        // Beyond those in step, two unknowns of one subject are set against each other.
        let stages: [(&[World], Concern<'_>); 2] =
            [(in_step, &|_| true), (pairs, &|it| others_hang || it.unresolved.len() > 1)];
        let is_apart = !others_hang && rego::is_separable(self.module, self.libraries, self.policy.kind);
        for (worlds, concerns) in stages {
            match is_apart {
                true => self.apart(judge, &mut hanging, worlds, concerns),
                false => self.together(judge, &mut hanging, worlds, concerns, &probes),
            }
        }
        hanging.into_iter().map(|it| (it.subject.id.as_str(), it.verdict(&probes))).collect()
    }

    fn hanging(&self, subject: &'a Evidence, probes: &Probes) -> Hanging<'a> {
        Hanging::new(self.open(subject, probes), subject, unresolved_reads(self.policy, subject))
    }

    fn open(&self, subject: &'a Evidence, probes: &Probes) -> Open<'a> {
        Open::new(subject, &|fact| self.reads.has(subject.kind, fact), self.is_nameless, probes)
    }

    /// Where each subject is judged by itself: many worlds are asked about at once, a copy of a subject for each.
    fn apart(
        &self,
        judge: &mut Judge,
        hanging: &mut [Hanging<'a>],
        worlds: &[World],
        concerns: &dyn Fn(&Hanging<'_>) -> bool,
    ) {
        // Most subjects are settled by the first few worlds: how far to look ahead grows with how many were not enough.
        let mut rest = worlds;
        let mut ahead = 4;
        while !rest.is_empty() {
            let (worlds, later) = rest.split_at(ahead.min(rest.len()));
            rest = later;
            ahead *= 4;
            let mut trials: Vec<Trial> = Vec::new();
            for world in worlds {
                trials.extend(news(hanging, *world, concerns).map(|it| (it, *world)));
            }
            if trials.is_empty() && !hanging.iter().any(|it| concerns(it) && !it.tally.is_settled()) {
                break;
            }
            for trials in trials.chunks(MOST_AT_ONCE) {
                self.ask_copies(judge, hanging, trials);
            }
        }
    }

    /// Asks about copies of subjects, and counts what is said in the order of worlds, as if each had been asked alone.
    fn ask_copies(&self, judge: &mut Judge, hanging: &mut [Hanging<'a>], trials: &[Trial]) {
        // What two subjects state alike is asked about once: policies look at nothing else.
        let mut known: BTreeMap<State, usize> = BTreeMap::new();
        let mut copies: Vec<Subject> = Vec::new();
        let mut numbers: Vec<usize> = Vec::with_capacity(trials.len());
        for (at, world) in trials {
            let Some(it) = hanging.get(*at) else { continue };
            let state = it.in_world(*world);
            let number = known.get(&state).copied().unwrap_or_else(|| {
                let number = copies.len();
                // Any subject may have a number behind its id: it tells it from another of the same name.
                copies.push(state.clone().under(&format!("{}~{number}", it.subject.id)));
                known.insert(state, number);
                number
            });
            numbers.push(number);
        }
        let count = copies.len();
        let answers = judge.answers(&Input::of_subjects([(self.policy.kind, copies)]));
        let Some(said) = answers.ok().and_then(|it| by_number(it, count)) else {
            // One world in which the policy breaks down must not take the others with it.
            for of_world in trials.chunk_by(|a, b| a.1 == b.1) {
                let asked: Vec<usize> = of_world.iter().map(|it| it.0).collect();
                of_world.iter().take(1).for_each(|(_, world)| self.ask(judge, hanging, &asked, *world));
            }
            return;
        };
        for ((at, _), number) in trials.iter().zip(numbers) {
            let subject = hanging.get_mut(*at).filter(|it| !it.tally.is_settled());
            if let (Some(it), Some(said)) = (subject, said.get(number)) {
                it.count(said.is_member, &said.denials);
            }
        }
    }

    /// Asks about subjects in one world, without the others.
    fn ask(&self, judge: &mut Judge, hanging: &mut [Hanging<'a>], asked: &[usize], world: World) {
        let asked: Vec<usize> =
            asked.iter().copied().filter(|at| hanging.get(*at).is_some_and(|it| !it.tally.is_settled())).collect();
        if asked.is_empty() {
            return;
        }
        let subjects =
            asked.iter().filter_map(|at| hanging.get(*at)).map(|it| it.in_world(world).under(&it.subject.id)).collect();
        let input = self.input.overlaid(&Input::of_subjects([(self.policy.kind, subjects)]));
        match judge.answers(&input) {
            Ok(answers) => count(hanging, &asked, answers),
            // A value that breaks the policy for one subject must not silence it about the others.
            Err(_) if asked.len() > 1 => asked.iter().for_each(|at| self.ask(judge, hanging, &[*at], world)),
            // Texts where there can only be lists: OPA finds no item in them, and this engine breaks.
            Err(_) => unanswered(hanging, &asked, &|it| it.is_possible(world)),
        }
    }

    /// Where subjects speak of one another, each world may be new for all of them.
    fn together(
        &self,
        judge: &mut Judge,
        hanging: &mut [Hanging<'a>],
        worlds: &[World],
        concerns: &dyn Fn(&Hanging<'_>) -> bool,
        probes: &Probes,
    ) {
        let population = |kind: &EvidenceKind| {
            let all = self.populations.get(kind)?.iter().map(|it| (it.id.as_str(), self.open(it, probes)));
            let all: Vec<(&str, Open<'a>)> = all.collect();
            // What is known is the same in every world, and in the input as it is.
            all.iter().any(|it| !it.1.is_known()).then_some((*kind, all))
        };
        let populations: Vec<(EvidenceKind, Vec<(&str, Open<'a>)>)> =
            self.kinds.iter().filter_map(population).collect();
        let mut seen: HashSet<Vec<usize>> = HashSet::new();
        for world in worlds {
            let is_open = |it: &Hanging<'_>| concerns(it) && !it.tally.is_settled();
            let asked: Vec<usize> = hanging.iter().enumerate().filter(|it| is_open(it.1)).map(|it| it.0).collect();
            if asked.is_empty() {
                return;
            }
            let all = populations.iter().flat_map(|it| &it.1);
            if !seen.insert(all.flat_map(|it| it.1.choice(*world)).collect()) {
                continue;
            }
            let in_world = populations
                .iter()
                .map(|(kind, all)| (*kind, all.iter().map(|(id, it)| it.in_world(*world).under(id)).collect()));
            match judge.answers(&self.input.overlaid(&Input::of_subjects(in_world))) {
                Ok(answers) => count(hanging, &asked, answers),
                // Nobody can tell which of the subjects it was that broke the policy, and for whom it matters.
                Err(_) => {
                    let is_possible =
                        populations.iter().all(|(kind, all)| all.iter().all(|it| it.1.is_possible(*kind, *world)));
                    unanswered(hanging, &asked, &|_| is_possible);
                }
            }
        }
    }
}

/// The subjects for which a world holds something new, by their numbers; it is then tried.
fn news<'a>(
    hanging: &mut [Hanging<'_>],
    world: World,
    concerns: &'a dyn Fn(&Hanging<'_>) -> bool,
) -> impl Iterator<Item = usize> + use<'a> {
    let mut found = Vec::new();
    for (at, it) in hanging.iter_mut().enumerate() {
        if concerns(it) && !it.tally.is_settled() && it.is_new(world) {
            found.push(at);
        }
    }
    found.into_iter()
}

fn count(hanging: &mut [Hanging<'_>], asked: &[usize], answers: Answers) {
    let mut denials: HashMap<String, Vec<Denial>> = HashMap::new();
    for it in answers.denials {
        denials.entry(it.subject.clone()).or_default().push(it);
    }
    for at in asked {
        let Some(it) = hanging.get_mut(*at) else { continue };
        let id = &it.subject.id;
        it.count(answers.subjects.contains(id), &denials.remove(id.as_str()).unwrap_or_default());
    }
}

/// No answer came: where the world is a possible one, its values may not be taken for some that change nothing.
fn unanswered(hanging: &mut [Hanging<'_>], asked: &[usize], is_possible: Concern<'_>) {
    for at in asked {
        if let Some(it) = hanging.get_mut(*at).filter(|it| is_possible(it)) {
            it.count_unanswered();
        }
    }
}

/// What is said of each copy; nothing where something is said of what is none.
fn by_number(answers: Answers, copies: usize) -> Option<Vec<Said>> {
    let mut said: Vec<Said> = std::iter::repeat_with(Said::default).take(copies).collect();
    let number = |id: &str| id.rsplit_once('~')?.1.parse::<usize>().ok();
    for id in &answers.subjects {
        said.get_mut(number(id)?)?.is_member = true;
    }
    for it in answers.denials {
        said.get_mut(number(&it.subject)?)?.denials.push(it);
    }
    Some(said)
}

#[cfg(test)]
mod tests;
