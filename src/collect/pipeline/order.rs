//! What has run when a job's end is reached: its own steps, and the jobs it waits for, directly or not.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use crate::model::Span;

use super::checks::{Hidden, Hides, Runs};

/// Jobs by their place in a list, shared by all that wait for them.
pub(crate) type Group = Arc<[usize]>;

/// A job as one that others wait for.
pub(crate) struct Waiting<'a> {
    pub(crate) own: &'a Runs,
    pub(crate) waits_for: &'a [Group],
    pub(crate) span: Span,
}

/// Jobs that are looked through before one that waits for itself. No platform runs such a pipeline.
const MOST_IN_CIRCLES: usize = 200;

/// For each job, the first place of whatever has run at its end: that of its own, and then of the last it waits for.
pub(crate) fn before(jobs: &[Waiting<'_>]) -> Vec<Runs> {
    let steps = Steps::of(jobs);
    let mut settled: Vec<Option<Runs>> = steps.after.iter().map(|_| None).collect();
    let mut missing: Vec<usize> = steps.after.iter().map(Vec::len).collect();
    let mut ready: Vec<usize> = (0..missing.len()).filter(|at| missing.get(*at) == Some(&0)).collect();
    while let Some(at) = ready.pop() {
        let mut runs = Runs::default();
        runs.add_first(jobs.get(at).map(|it| it.own));
        for earlier in steps.after.get(at).into_iter().flatten() {
            runs.add_first(settled.get(*earlier).and_then(Option::as_ref));
        }
        if let Some(slot) = settled.get_mut(at) {
            *slot = Some(runs);
        }
        for later in steps.before.get(at).into_iter().flatten() {
            if let Some(left) = missing.get_mut(*later) {
                *left -= 1;
                ready.extend((*left == 0).then_some(*later));
            }
        }
    }
    settled.truncate(jobs.len());
    settled.into_iter().enumerate().map(|(at, it)| it.unwrap_or_else(|| in_circle(jobs, at))).collect()
}

/// Jobs, then groups of them, each with what it comes after and what it comes before: a list that many jobs wait for is
/// looked through once.
#[derive(Default)]
struct Steps {
    after: Vec<Vec<usize>>,
    before: Vec<Vec<usize>>,
}

impl Steps {
    fn of(jobs: &[Waiting<'_>]) -> Self {
        let mut places: HashMap<*const usize, usize> = HashMap::new();
        let mut after: Vec<Vec<usize>> = vec![Vec::new(); jobs.len()];
        for (at, job) in jobs.iter().enumerate() {
            // The last one first, as a stack gives them.
            for group in job.waits_for.iter().rev().filter(|it| !it.is_empty()) {
                let place = *places.entry(group.as_ptr()).or_insert_with(|| {
                    after.push(group.iter().rev().copied().filter(|it| *it < jobs.len()).collect());
                    after.len() - 1
                });
                after.get_mut(at).into_iter().for_each(|it| it.push(place));
            }
        }
        let mut before: Vec<Vec<usize>> = vec![Vec::new(); after.len()];
        for (at, earlier) in after.iter().enumerate() {
            for it in earlier {
                before.get_mut(*it).into_iter().for_each(|it| it.push(at));
            }
        }
        Self { after, before }
    }
}

/// The same for a job that waits for itself, or for one that does.
fn in_circle(jobs: &[Waiting<'_>], at: usize) -> Runs {
    let mut runs = Runs::default();
    let mut waiting = vec![at];
    let mut met = BTreeSet::new();
    let span = jobs.get(at).map(|it| it.span);
    while let Some(at) = waiting.pop() {
        let Some(job) = jobs.get(at).filter(|_| met.insert(at)) else { continue };
        if let Some(span) = span.filter(|_| met.len() > MOST_IN_CIRCLES) {
            let name = format!("what runs before the {MOST_IN_CIRCLES} jobs that this one waits for in a circle");
            runs.hidden.push(Hidden { name, span, may: Hides::Anything });
            break;
        }
        runs.add_first(Some(job.own));
        let left = MOST_IN_CIRCLES.saturating_sub(waiting.len());
        waiting.extend(job.waits_for.iter().flat_map(|it| it.iter()).filter(|it| !met.contains(it)).take(left + 1));
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SourceId;

    fn place(at: usize) -> Span {
        Span::new(SourceId(0), at..at + 1)
    }

    fn ran(what: &'static str, at: usize) -> Runs {
        Runs { known: vec![(what, place(at))], ..Runs::default() }
    }

    /// What has run before each job, with the jobs that each waits for.
    fn all(own: &[Runs], waits_for: &[Vec<Group>]) -> Vec<Runs> {
        let jobs = own.iter().zip(waits_for).enumerate();
        let jobs: Vec<Waiting<'_>> =
            jobs.map(|(at, (own, waits_for))| Waiting { own, waits_for, span: place(at) }).collect();
        before(&jobs)
    }

    #[test]
    fn a_long_chain_hands_on_what_its_first_job_ran() {
        let many = 20_000;
        let own: Vec<Runs> = (0..many).map(|at| if at == 0 { ran("tests", 0) } else { ran("deploy", at) }).collect();
        let waits_for: Vec<Vec<Group>> =
            (0..many).map(|at| at.checked_sub(1).map(|it| [it].into()).into_iter().collect()).collect();
        let found = all(&own, &waits_for);
        // Bounded, however long the chain: one place for each thing that ran.
        assert_eq!(found[many - 1].known, [("deploy", place(many - 1)), ("tests", place(0))]);
        assert!(found[many - 1].hidden.is_empty());
    }

    #[test]
    fn a_stage_that_many_wait_for_is_looked_through_once() {
        let many = 2_000;
        let first: Group = (0..many).collect();
        let own: Vec<Runs> = (0..2 * many).map(|at| ran(if at == many / 2 { "tests" } else { "build" }, at)).collect();
        let waits_for: Vec<Vec<Group>> =
            (0..2 * many).map(|at| if at < many { Vec::new() } else { vec![first.clone()] }).collect();
        let jobs: Vec<Waiting<'_>> =
            own.iter().zip(&waits_for).map(|(own, waits_for)| Waiting { own, waits_for, span: place(0) }).collect();
        let steps = Steps::of(&jobs);
        assert_eq!(steps.after.iter().map(Vec::len).sum::<usize>(), 2 * many);
        let found = before(&jobs);
        assert_eq!(found[2 * many - 1].known.last(), Some(&("tests", place(many / 2))));
    }

    #[test]
    fn of_several_the_last_one_waited_for_is_shown() {
        let own = [ran("tests", 0), ran("tests", 1), Runs::default()];
        let found = all(&own, &[vec![], vec![], vec![[0].into(), [1].into()]]);
        assert_eq!(found[2].known, [("tests", place(1))]);
    }

    #[test]
    fn jobs_that_wait_for_themselves_come_to_an_end() {
        let many = 3_000;
        let own: Vec<Runs> = (0..many).map(|at| ran("build", at)).collect();
        let circle: Vec<Vec<Group>> = (0..many).map(|at| vec![[(at + 1) % many].into()]).collect();
        let found = all(&own, &circle);
        assert_eq!(found[0].known, [("build", place(0))]);
        assert!(found[0].hidden.iter().any(|it| it.may == Hides::Anything), "what is past the bound is not known");
        let small = all(&own[..2], &[vec![[1].into()], vec![[0].into()]]);
        assert!(small[0].hidden.is_empty(), "a small circle is looked through whole");
    }
}
