//! One policy over the whole evidence. A verdict that hangs on an unresolved value is undetermined: the policy is asked
//! again with values tried in its place, and only what it says every time stands.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::panic::{self, AssertUnwindSafe};

use super::probes::Probes;
use super::reads::Reads;
use super::tried::Tried;
use super::verdict::{Judged, Verdict};
use super::worlds::{World, Worlds};
use crate::model::{Cause, Evidence, EvidenceKind, Node, Outcome, Policy, Problem, Value};
use crate::rego::{Denial, Input, Judge, Module, PolicySet};

/// How many pairs of values for two unknowns of one subject are tried at most.
const MOST_PAIRS: usize = 400;

/// All evidence of a run, by kind.
pub type Populations<'a> = BTreeMap<EvidenceKind, Vec<&'a Evidence>>;

/// Asks one policy about its population.
pub fn judged<'a>(
    set: &PolicySet,
    policy: &Policy,
    module: &Module,
    populations: &Populations<'a>,
    inputs: &BTreeMap<EvidenceKind, Input>,
) -> Judged<'a> {
    // Policies may be anybody's, and one that breaks the engine must not take the others' answers with it.
    let attempt = panic::catch_unwind(AssertUnwindSafe(|| answered(set, policy, module, populations, inputs)));
    let broke = || Err(Problem::at(module.package_span, format!("the engine broke down on `{}`", policy.id)));
    match attempt.unwrap_or_else(|_| broke()) {
        Ok(verdicts) => Judged { verdicts, problems: Vec::new() },
        Err(problem) => Judged { verdicts: BTreeMap::new(), problems: vec![problem] },
    }
}

fn answered<'a>(
    set: &PolicySet,
    policy: &Policy,
    module: &Module,
    populations: &Populations<'a>,
    inputs: &BTreeMap<EvidenceKind, Input>,
) -> Result<BTreeMap<&'a str, Verdict<'a>>, Problem> {
    let Some(population) = populations.get(&policy.kind) else { return Ok(BTreeMap::new()) };
    let by_id: HashMap<&str, &'a Evidence> = population.iter().map(|it| (it.id.as_str(), *it)).collect();
    let libraries = set.imported(module);
    let kinds = kinds_read(policy, module, &libraries);
    let input = kinds.iter().filter_map(|it| inputs.get(it)).fold(Input::empty(), |all, it| all.overlaid(it));
    let mut judge = set.judge(module)?;
    let base = judge.answers(&input)?;
    let mut verdicts = BTreeMap::new();
    let mut denials: HashMap<&str, Vec<(Denial, Outcome)>> = HashMap::new();
    for denial in &base.denials {
        denials.entry(&denial.subject).or_default().push((denial.clone(), Outcome::Fail));
    }
    for id in &base.subjects {
        let Some(subject) = by_id.get(id.as_str()).copied() else {
            let message = format!("the policy names `{id}`, which is no {}", policy.kind.name());
            return Err(Problem::at(module.package_span, message));
        };
        if !serves(policy, subject) {
            continue;
        }
        let denials = denials.remove(id.as_str()).unwrap_or_default();
        let outcome = if denials.is_empty() { Outcome::Pass } else { Outcome::Fail };
        verdicts.insert(subject.id.as_str(), Verdict { subject, outcome, denials });
    }
    let others_hang = kinds.iter().filter(|it| **it != policy.kind).any(|kind| {
        let population = populations.get(kind).map(Vec::as_slice).unwrap_or_default();
        population.iter().any(|it| !unresolved_reads(policy, it).is_empty())
    });
    let hangs = |it: &Evidence| others_hang || !unresolved_reads(policy, it).is_empty();
    let hanging: Vec<&Evidence> = population.iter().copied().filter(|it| serves(policy, it) && hangs(it)).collect();
    if !hanging.is_empty() {
        let mut reads = Reads::default();
        reads.add(policy, &kinds, !set.is_from_folder(module.source));
        let reads = &reads;
        let asked = Asked { policy, module, libraries: &libraries, kinds: &kinds, reads, populations, input: &input };
        for (subject, verdict) in asked.in_all_worlds(&mut judge, &hanging, others_hang) {
            match verdict {
                Some(verdict) => verdicts.insert(subject, verdict),
                None => verdicts.remove(subject),
            };
        }
    }
    Ok(verdicts)
}

/// Whether the policy tells how to mend this format: a container of Compose is not asked what only Kubernetes can answer.
fn serves(policy: &Policy, subject: &Evidence) -> bool {
    policy.remediation_of(subject).is_some()
}

/// What the worlds have in common.
struct Asked<'a, 'b> {
    policy: &'b Policy,
    module: &'b Module,
    libraries: &'b [&'b Module],
    kinds: &'b BTreeSet<EvidenceKind>,
    reads: &'b Reads<'b>,
    populations: &'b Populations<'a>,
    input: &'b Input,
}

/// How often a subject was asked about, was in the population, was denied, and where.
#[derive(Default)]
struct Tally {
    asked: usize,
    member: usize,
    denied: usize,
    denials: BTreeMap<Vec<String>, (Denial, usize)>,
}

impl Tally {
    /// Whether no further world can change what is known: it was denied here and not there, and nowhere always.
    fn is_settled(&self) -> bool {
        self.denied > 0 && self.denied < self.asked && self.denials.values().all(|it| it.1 < self.asked)
    }
}

impl<'a> Asked<'a, '_> {
    fn in_all_worlds(
        &self,
        judge: &mut Judge,
        hanging: &[&'a Evidence],
        others_hang: bool,
    ) -> Vec<(&'a str, Option<Verdict<'a>>)> {
        let probes = Probes::of(self.module, self.libraries);
        let unknowns = |it: &'a Evidence| unresolved_reads(self.policy, it);
        let most = hanging.iter().flat_map(|it| unknowns(it)).map(|(_, it)| probes.count(it)).max();
        let candidates = most.unwrap_or(1).max(if others_hang { 8 } else { 1 });
        let alone = self.looks_at_one_subject() && !others_hang;
        let mut tallies: HashMap<&str, Tally> = hanging.iter().map(|it| (it.id.as_str(), Tally::default())).collect();
        let by_id: HashMap<&str, &Evidence> = hanging.iter().map(|it| (it.id.as_str(), *it)).collect();
        let mut tried = Tried::of(hanging, &probes, self.reads);
        let mut open = hanging.to_vec();
        for (number, world) in Worlds::of(candidates).take(candidates + MOST_PAIRS).enumerate() {
            if number == candidates {
                // Beyond, two unknowns of one subject are set against each other.
                open.retain(|it| others_hang || unknowns(it).len() > 1);
            }
            open.retain(|it| tallies.get(it.id.as_str()).is_some_and(|it| !it.is_settled()));
            if open.is_empty() {
                break;
            }
            // Where subjects speak of one another, each world may be new for all of them.
            let asked: Vec<&Evidence> = open.iter().copied().filter(|it| !alone || tried.is_new(it, world)).collect();
            if asked.is_empty() {
                continue;
            }
            let Ok(answers) = judge.answers(&self.world(&probes, &asked, alone, world)) else { continue };
            for it in &asked {
                if let Some(tally) = tallies.get_mut(it.id.as_str()) {
                    tally.asked += 1;
                    tally.member += usize::from(answers.subjects.contains(&it.id));
                }
            }
            let mut denied: BTreeMap<&str, BTreeMap<Vec<String>, &Denial>> = BTreeMap::new();
            for denial in &answers.denials {
                if let Some(subject) = by_id.get(denial.subject.as_str()) {
                    denied.entry(&denial.subject).or_default().entry(known_part(subject, denial)).or_insert(denial);
                }
            }
            for it in &asked {
                let Some(denials) = denied.remove(it.id.as_str()) else { continue };
                let Some(tally) = tallies.get_mut(it.id.as_str()) else { continue };
                tally.denied += 1;
                for (path, denial) in denials {
                    let denial = Denial { path: path.clone(), ..denial.clone() };
                    tally.denials.entry(path).or_insert((denial, 0)).1 += 1;
                }
            }
        }
        let verdict = |subject: &&'a Evidence| {
            let tally = tallies.remove(subject.id.as_str()).unwrap_or_default();
            (subject.id.as_str(), self.verdict(subject, tally, &probes))
        };
        hanging.iter().map(verdict).collect()
    }

    /// The input with one set of values tried.
    fn world(&self, probes: &Probes, hanging: &[&Evidence], alone: bool, world: World) -> Input {
        let substitute = |route: u32, node: &Node| probes.candidate(node, world.candidate(route));
        let all = self.kinds.iter().filter_map(|kind| {
            let population = self.populations.get(kind)?;
            let is_own = *kind == self.policy.kind;
            Some((*kind, if is_own && alone { hanging.to_vec() } else { population.clone() }))
        });
        let wanted = |kind: EvidenceKind, fact: &str| self.reads.has(kind, fact);
        self.input.overlaid(&Input::with(all, &wanted, &substitute))
    }

    fn verdict(&self, subject: &'a Evidence, tally: Tally, probes: &Probes) -> Option<Verdict<'a>> {
        let asked = tally.asked;
        if tally.member == 0 && asked > 0 {
            return None;
        }
        let unresolved = unresolved_reads(self.policy, subject);
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
        let stands = denials.iter().any(|it| it.1 == Outcome::Fail);
        let outcome = if stands {
            Outcome::Fail
        } else if asked == 0 || tally.denied > 0 || hides || (probes.asks_for_patterns && !open.is_empty()) {
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

    /// Whether each verdict depends on its subject alone: then the others need not be asked about again.
    fn looks_at_one_subject(&self) -> bool {
        let population = format!("in input.{}", self.policy.kind.name());
        let text = &self.module.text;
        let code = || text.lines().filter(|it| !it.trim_start().starts_with('#'));
        let mentions: usize = code().map(|it| it.matches("input.").count()).sum();
        let idiom: usize = code().map(|it| it.matches(population.as_str()).count()).sum();
        mentions == idiom && idiom <= 2 + text.matches("\ndeny contains").count()
    }
}

/// The kinds that a policy's code names.
pub fn kinds_read(policy: &Policy, module: &Module, libraries: &[&Module]) -> BTreeSet<EvidenceKind> {
    let mut kinds = BTreeSet::from([policy.kind]);
    for it in libraries.iter().copied().chain([module]) {
        for rest in it.text.split("input.").skip(1) {
            let end = rest.find(|it: char| !it.is_alphanumeric() && it != '_').unwrap_or(rest.len());
            kinds.extend(rest.get(..end).and_then(EvidenceKind::from_name));
        }
    }
    kinds
}

/// The unresolved values among the facts that a policy reads, with their paths.
pub fn unresolved_reads<'a>(policy: &Policy, evidence: &'a Evidence) -> Vec<(Vec<String>, &'a Node)> {
    let mut found = Vec::new();
    for read in &policy.reads {
        let fact = match read.split_once('.') {
            Some((kind, fact)) if kind == evidence.kind.name() => fact,
            None if evidence.kind == policy.kind => read,
            _ => continue,
        };
        let Some(node) = evidence.facts.get(fact) else { continue };
        node.walk(&mut |path, it| {
            if matches!(it.value, Value::Unresolved(_)) {
                found.push(([fact.to_owned()].into_iter().chain(path.iter().cloned()).collect(), it));
            }
        });
    }
    found
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
