//! What differs between the assessment that a bundle holds and the one that its evidence gives.

use std::collections::BTreeMap;

use crate::model::{Assessment, Finding};

/// Differences that are named; the others are counted.
const NAMED: usize = 20;

/// Sentences, the weightiest first. `held` is what the bundle says, `found` what its evidence gives.
pub(super) fn differences(held: &str, found: &Assessment, found_text: &str) -> Vec<String> {
    let held_assessment: Assessment = match serde_json::from_str(held) {
        Ok(it) => it,
        Err(error) => return vec![format!("assessment.json is no assessment: {error}")],
    };
    let mut all = Vec::new();
    let (was, is) = (&held_assessment.gate, &found.gate);
    if was != is {
        all.push(format!("the gate: the bundle says \"{}\", its evidence gives \"{}\"", was.reason, is.reason));
    }
    findings(&held_assessment, found, &mut all);
    for it in &held_assessment.criteria {
        let now = found.criteria.iter().find(|other| other.id == it.id).map(|it| it.status.words());
        if now != Some(it.status.words()) {
            let now = now.unwrap_or("nothing");
            all.push(format!("{}: the bundle says {}, its evidence gives {now}", it.id, it.status.words()));
        }
    }
    if all.is_empty() {
        all.extend(first_line(held, found_text));
    }
    let more = all.len().saturating_sub(NAMED);
    all.truncate(NAMED);
    if more > 0 {
        all.push(format!("and {more} more"));
    }
    all
}

fn findings(held: &Assessment, found: &Assessment, all: &mut Vec<String>) {
    let by_print = |it: &Assessment| -> BTreeMap<String, Finding> {
        it.findings.iter().map(|it| (it.fingerprint.clone(), it.clone())).collect()
    };
    let (held, found) = (by_print(held), by_print(found));
    let named = |it: &Finding| {
        let print = it.fingerprint.get(..12).unwrap_or(&it.fingerprint);
        format!("{} on {} ({print}, {}:{})", it.policy, it.subject.name, it.location.file, it.location.start.line)
    };
    for (print, it) in &held {
        match found.get(print) {
            None => all.push(format!("the bundle lists {}, which its evidence does not give", named(it))),
            Some(other) if other != it => all.push(format!("{} is not as its evidence gives it", named(it))),
            Some(_) => {}
        }
    }
    let missing = found.iter().filter(|it| !held.contains_key(it.0));
    all.extend(missing.map(|(_, it)| format!("the bundle leaves out {}", named(it))));
}

/// The first line that is another one.
fn first_line(held: &str, found: &str) -> Option<String> {
    let mut others = found.lines();
    let at = held.lines().position(|it| others.next() != Some(it));
    let at = at.or((held.len() != found.len()).then_some(held.lines().count()))?;
    Some(format!("assessment.json differs from line {} on", at + 1))
}
