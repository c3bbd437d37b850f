//! `policies test --mutate`: how much of a policy its tests would notice the loss of.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde_json::{Value, json};

use super::args::Test;
use super::at_hand::at_hand;
use super::test::{line, nothing_is_called};
use crate::cli::console;
use crate::cli::failure::Failure;
use crate::cli::page_format::PageFormat;
use crate::cli::progress::Progress;
use crate::evaluate::gate::exit;
use crate::model::Sources;
use crate::rego::mutate::{self, Proof, Survivor, Witness};
use crate::rego::{Answers, PolicySet};

/// Changes the policies asked for and lists what nobody noticed.
pub fn mutate(arguments: &Test) -> Result<u8, Failure> {
    let at_hand = at_hand(&arguments.policy)?;
    let set = PolicySet::load_with_tests(&at_hand.folders, &at_hand.frameworks)?;
    let progress = Progress::begin("changing policies", true);
    let proofs = mutate::prove(&set, |_, module| arguments.wants(module));
    drop(progress);
    if proofs.is_empty() {
        return Err(nothing_is_called(arguments));
    }
    console::print(|out| match arguments.format {
        PageFormat::Json => {
            let policies: Vec<_> = proofs.iter().map(|it| row(it, &set.sources)).collect();
            let criteria: Vec<_> = by_criterion(&proofs).into_iter().map(|(id, it)| it.row(id)).collect();
            writeln!(
                out,
                "{:#}",
                json!({"policies": policies, "criteria": criteria, "all": Score::of(&proofs).row("all")})
            )
        }
        PageFormat::Human => {
            for it in &proofs {
                show(it, &set.sources, out)?;
            }
            summary(&proofs, out)
        }
    })?;
    Ok(if proofs.iter().all(Proof::is_whole) { exit::PASSED } else { exit::GAPS })
}

/// Changes made and noticed. What a policy argues cannot be noticed counts neither way.
#[derive(Clone, Copy, Debug, Default)]
struct Score {
    policies: usize,
    conditions: usize,
    conditions_noticed: usize,
    argued: usize,
    facts: usize,
    facts_noticed: usize,
}

impl Score {
    fn of<'a>(proofs: impl IntoIterator<Item = &'a Proof<'a>>) -> Self {
        proofs.into_iter().fold(Self::default(), |score, it| {
            let argued = it.survivors.len() - it.unargued().count();
            Self {
                policies: score.policies + 1,
                conditions: score.conditions + it.changes - argued,
                conditions_noticed: score.conditions_noticed + it.noticed,
                argued: score.argued + argued,
                facts: score.facts + it.facts.len(),
                facts_noticed: score.facts_noticed + it.facts.len() - it.unnoticed_facts().count(),
            }
        })
    }

    fn row(self, id: &str) -> Value {
        json!({
            "id": id,
            "policies": self.policies,
            "conditions": {"changed": self.conditions, "noticed": self.conditions_noticed, "argued": self.argued},
            "facts": {"changed": self.facts, "noticed": self.facts_noticed},
        })
    }

    fn line(self) -> String {
        format!(
            "{} of {} changed conditions noticed ({}), {} of {} facts ({})",
            self.conditions_noticed,
            self.conditions,
            percent(self.conditions_noticed, self.conditions),
            self.facts_noticed,
            self.facts,
            percent(self.facts_noticed, self.facts),
        )
    }
}

/// Rounded down, so that only the whole is 100 %.
fn percent(part: usize, whole: usize) -> String {
    match (part * 1000).checked_div(whole) {
        Some(it) => format!("{}.{} %", it / 10, it % 10),
        None => "none".to_owned(),
    }
}

fn by_criterion<'a>(proofs: &'a [Proof<'a>]) -> BTreeMap<&'a str, Score> {
    let mut linked: BTreeMap<&str, BTreeMap<&str, &Proof<'_>>> = BTreeMap::new();
    for proof in proofs {
        for link in &proof.policy.criteria {
            linked.entry(&link.criterion).or_default().insert(&proof.policy.id.0, proof);
        }
    }
    linked.into_iter().map(|(id, proofs)| (id, Score::of(proofs.into_values()))).collect()
}

fn row(proof: &Proof<'_>, sources: &Sources) -> Value {
    let survivor = |it: &Survivor| {
        json!({
            "change": it.what,
            "location": sources.location(it.span),
            "before": it.before,
            "after": it.after,
            "reason": it.reason,
            "case": it.witness.as_ref().map(case),
        })
    };
    let fact = |it: &mutate::FactProof| {
        json!({
            "fact": it.fact,
            "is_noticed": it.is_noticed(),
            "noticed": it.noticed.iter().map(|it| it.name()).collect::<Vec<_>>(),
        })
    };
    let mut row = Score::of([proof]).row(&proof.policy.id.0);
    if let Some(row) = row.as_object_mut() {
        row.remove("policies");
        row.insert("path".to_owned(), json!(proof.path));
        row.insert("survivors".to_owned(), proof.survivors.iter().map(survivor).collect());
        row.insert("reads".to_owned(), proof.facts.iter().map(fact).collect());
        let problems = proof.problems.iter().map(|it| line(it, proof.path, sources));
        row.insert("problems".to_owned(), problems.map(Value::from).collect());
    }
    row
}

fn show(proof: &Proof<'_>, sources: &Sources, out: &mut dyn Write) -> io::Result<()> {
    if proof.is_whole() {
        return Ok(());
    }
    writeln!(out, "{}: {}", proof.policy.id, Score::of([proof]).line())?;
    for problem in &proof.problems {
        writeln!(out, "  {}", line(problem, proof.path, sources))?;
    }
    for it in proof.unargued() {
        let place = sources.location(it.span);
        let place = format!("{}:{}:{}", place.file, place.start.line, place.start.column);
        writeln!(out, "  {place}: {}: {}", it.what, change(it))?;
        match &it.witness {
            Some(it) => writeln!(out, "    a test would notice: {}", ask(it))?,
            None => writeln!(out, "    no case was found that tells them apart")?,
        }
    }
    for it in proof.unnoticed_facts() {
        writeln!(out, "  {}: reads `{}`, and no change of it turns the answer of a test's case", proof.path, it.fact)?;
    }
    Ok(())
}

/// What a test could ask, what the policy answers, and what the changed one would.
fn case(witness: &Witness) -> Value {
    let answers = |it: &Answers| {
        let denied = it.denials.iter().map(|it| json!({"subject": it.subject, "path": it.path}));
        json!({"subjects": it.subjects, "denied": denied.collect::<Vec<_>>()})
    };
    json!({"input": witness.input, "true": answers(&witness.answers), "changed": answers(&witness.changed)})
}

/// The same on one line.
fn ask(witness: &Witness) -> String {
    let paths: Vec<_> = witness.answers.denials.iter().map(|it| json!(it.path).to_string()).collect();
    let subjects: Vec<_> = witness.answers.subjects.iter().map(|it| json!(it).to_string()).collect();
    let denied = if paths.is_empty() { "set()".to_owned() } else { format!("{{{}}}", paths.join(", ")) };
    let subjects = if subjects.is_empty() { "set()".to_owned() } else { format!("{{{}}}", subjects.join(", ")) };
    format!("the input {} has the subjects {subjects} and is denied at {denied}", witness.input)
}

/// What became of what, on one line.
fn change(survivor: &Survivor) -> String {
    let short = |text: &str| {
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let cut: String = words.chars().take(60).collect();
        if cut.len() < words.len() { format!("{cut}...") } else { cut }
    };
    match short(&survivor.after) {
        after if after.is_empty() => format!("`{}` taken out", short(&survivor.before)),
        after => format!("`{}` became `{after}`", short(&survivor.before)),
    }
}

fn summary(proofs: &[Proof<'_>], out: &mut dyn Write) -> io::Result<()> {
    let open = proofs.iter().filter(|it| !it.is_whole()).count();
    if open > 0 {
        writeln!(out)?;
    }
    for (id, score) in by_criterion(proofs) {
        writeln!(out, "{id:<6} {}", score.line())?;
    }
    let all = Score::of(proofs);
    let argued = if all.argued == 0 { String::new() } else { format!("; {} argued", all.argued) };
    writeln!(out, "{} policies, {open} with survivors{argued}", all.policies)?;
    writeln!(out, "{}", all.line())
}
