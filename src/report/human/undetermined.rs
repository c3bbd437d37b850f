//! What could not be judged, by the input that would settle it.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use crate::model::{Assessment, Cause, Finding, Location, Outcome, PolicyId};
use crate::report::page::{Page, Style, count, plain, words};

use super::findings::place;

/// Inputs shown when nobody asks for all.
const SHOWN_INPUTS: usize = 10;

/// Subjects named for one policy.
const NAMED_SUBJECTS: usize = 4;

/// An input: its name, its place where that tells it from its namesakes, and what to do about it.
type Input<'a> = (&'a str, Option<&'a Location>, &'a str);

/// The undetermined answers: first those that the reader can settle, then those that only time can.
pub(super) fn render(assessment: &Assessment, page: &mut Page<'_>) -> io::Result<()> {
    let undetermined = assessment.findings.iter().filter(|it| it.outcome == Outcome::Undetermined && it.is_open());
    let (later, now): (Vec<_>, Vec<_>) = undetermined.partition(|it| is_known_later(it));
    group(&now, ("input that the files do not tell", "inputs that the files do not tell"), page)?;
    group(&later, ("value that only an apply or a run will tell", "values that only an apply or a run will tell"), page)
}

/// Whether no file could tell the value: it is made on apply, looked up then, or known when a pipeline runs.
fn is_known_later(finding: &Finding) -> bool {
    let cause = finding.unresolved.as_ref().map(|it| &it.cause);
    matches!(cause, Some(Cause::AfterApply(_) | Cause::DataSource(_) | Cause::AtRunTime(_)))
}

/// Answers by their inputs, those first that settle most.
fn group(findings: &[&Finding], (one, many): (&str, &str), page: &mut Page<'_>) -> io::Result<()> {
    let mut inputs: BTreeMap<Input<'_>, Vec<&Finding>> = BTreeMap::new();
    for finding in findings {
        let input = match &finding.unresolved {
            Some(it) => {
                (it.cause.name(), Some(&it.location).filter(|_| !is_one_everywhere(&it.cause)), it.help.as_str())
            }
            None => ("", Some(&finding.location), ""),
        };
        inputs.entry(input).or_default().push(finding);
    }
    if inputs.is_empty() {
        return Ok(());
    }
    let answers = count(findings.len(), "answer depends", "answers depend");
    let text = format!("{answers} on {}", count(inputs.len(), one, many));
    page.hanging(&[words(Style::MAGENTA, "undetermined"), plain(": ")], &[words(Style::BOLD, text)])?;
    let mut inputs: Vec<_> = inputs.into_iter().collect();
    inputs.sort_by_key(|(_, findings)| std::cmp::Reverse(findings.len()));
    let all = page.options.verbose || page.options.max_findings == 0;
    let shown = if all { inputs.len() } else { SHOWN_INPUTS };
    for (input, findings) in inputs.iter().take(shown) {
        render_input(*input, findings, page)?;
    }
    if let Some(rest) = inputs.get(shown..).filter(|it| !it.is_empty()) {
        let answers: usize = rest.iter().map(|(_, findings)| findings.len()).sum();
        let text = format!(
            "{} more, for {}, not shown: `--max-findings 0` shows all",
            rest.len(),
            count(answers, "answer", "answers"),
        );
        page.hanging(&[plain("  ")], &[words(Style::DIM, text)])?;
    }
    page.blank()
}

/// Whether one input settles the answer wherever it is missed: what was not scanned, and what a provider does unasked.
fn is_one_everywhere(cause: &Cause) -> bool {
    matches!(cause, Cause::OutOfScope(_) | Cause::ProviderDefault(_))
}

fn render_input((name, location, help): Input<'_>, findings: &[&Finding], page: &mut Page<'_>) -> io::Result<()> {
    let mark = words(Style::MAGENTA, "? ");
    let help = if help.is_empty() { String::new() } else { format!(": {help}") };
    let at = location.map_or_else(|| places(findings), place);
    match name {
        "" => page.paragraph(&[plain("  "), mark], 4, &[plain("an input at "), words(Style::CYAN, at)])?,
        name => {
            page.paragraph(&[plain("  "), mark], 4, &[words(Style::BOLD, name), plain(format!(" ({at}){help}"))])?
        }
    }
    let mut policies: BTreeMap<&PolicyId, Vec<&str>> = BTreeMap::new();
    for finding in findings {
        policies.entry(&finding.policy).or_default().push(&finding.subject.name);
    }
    for (policy, names) in policies {
        let names = counted(&names, page);
        let limit = if page.options.verbose { names.len() } else { NAMED_SUBJECTS };
        let named = names.iter().take(limit).cloned().collect::<Vec<_>>().join(", ");
        let more = names.len().saturating_sub(limit);
        let and = if more == 0 { String::new() } else { format!(" and {more} more") };
        page.paragraph(
            &[plain("      ")],
            8,
            &[words(Style::DIM, format!("{policy}:")), plain(format!(" {named}{and}"))],
        )?;
    }
    Ok(())
}

/// Where an input is missed: the first place, and how many more there are.
fn places(findings: &[&Finding]) -> String {
    let all: BTreeSet<_> = findings.iter().filter_map(|it| Some(&it.unresolved.as_ref()?.location)).collect();
    let first = all.first().map(|it| place(it)).unwrap_or_default();
    match all.len().saturating_sub(1) {
        0 => first,
        more => format!("{first} and {}", count(more, "more place", "more places")),
    }
}

/// Names in their order, those that come more than once with their number: instances of a module share theirs.
fn counted(names: &[&str], page: &Page<'_>) -> Vec<String> {
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    for it in names {
        *numbers.entry(it).or_default() += 1;
    }
    let times = page.symbol("×", "x");
    names
        .iter()
        .filter_map(|it| match numbers.remove(it)? {
            1 => Some((*it).to_owned()),
            number => Some(format!("{it} {times}{number}")),
        })
        .collect()
}
