//! `policies test --growth`: which policies take more than their share of work when there are more subjects.

use std::io::{self, Write};

use rayon::prelude::*;
use serde_json::{Value, json};

use super::args::Test;
use super::at_hand::at_hand;
use super::test::{line, nothing_is_called};
use crate::cli::console;
use crate::cli::failure::Failure;
use crate::cli::page_format::PageFormat;
use crate::evaluate::gate::exit;
use crate::model::{Policy, Problem};
use crate::rego::growth::{self, Growth};
use crate::rego::{Module, PolicySet};

/// A policy with its file, and how it grows: nothing where its tests ask about no subject.
type Measured<'a> = (&'a Policy, &'a Module, Result<Option<Growth>, Problem>);

/// Measures all policies, or those asked for.
pub fn growth(arguments: &Test) -> Result<u8, Failure> {
    let at_hand = at_hand(&arguments.policy)?;
    let set = PolicySet::load_with_tests(&at_hand.folders, &at_hand.frameworks)?;
    let wanted: Vec<_> = set.policies.iter().filter(|it| arguments.wants(&it.1)).collect();
    if wanted.is_empty() {
        return Err(nothing_is_called(arguments));
    }
    let measured: Vec<Measured<'_>> = wanted
        .into_par_iter()
        .map(|(policy, module)| (policy, module, growth::measure(&set, policy, module)))
        .collect();
    let is_sound = |it: &Measured<'_>| it.2.as_ref().is_ok_and(|it| it.as_ref().is_none_or(|it| !it.is_too_fast));
    let sound = measured.iter().filter(|it| is_sound(it)).count();
    console::print(|out| match arguments.format {
        PageFormat::Json => {
            let rows: Vec<Value> = measured.iter().map(row).collect();
            writeln!(out, "{:#}", json!(rows))
        }
        PageFormat::Human => {
            for it in measured.iter().filter(|it| !is_sound(it) || !arguments.filters.is_empty()) {
                show(it, &set, out)?;
            }
            let all = measured.len();
            writeln!(out, "{all} policies, {} of them grow faster than their population", all - sound)
        }
    })?;
    Ok(if sound == measured.len() { exit::PASSED } else { exit::GAPS })
}

fn row((policy, _, growth): &Measured<'_>) -> Value {
    match growth {
        Ok(Some(it)) => {
            let (subjects, steps, times) = (it.subjects, it.steps, it.times);
            json!({"id": policy.id, "subjects": subjects, "steps": steps, "times": times, "is_too_fast": it.is_too_fast})
        }
        Ok(None) => json!({"id": policy.id}),
        Err(problem) => json!({"id": policy.id, "problem": problem.message}),
    }
}

fn show((policy, module, growth): &Measured<'_>, set: &PolicySet, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{}: ", policy.id)?;
    match growth {
        Ok(Some(Growth { subjects, steps, times, share, is_too_fast: true })) => {
            writeln!(out, "{steps} steps for {subjects} subjects, and more than {share} for {times} times as many")
        }
        Ok(Some(Growth { subjects, steps, .. })) => {
            writeln!(out, "{steps} steps for {subjects} subjects, and in proportion for more")
        }
        Ok(None) => writeln!(out, "its tests ask about no subject"),
        Err(problem) => writeln!(out, "{}", line(problem, &module.path, &set.sources)),
    }
}
