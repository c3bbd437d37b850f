//! The few inputs that would settle most of what is undetermined.

use std::collections::BTreeSet;
use std::io;

use crate::model::{Assessment, Cause, Finding, Outcome};
use crate::report::page::{Page, Style, count, plain, words};

/// Inputs that are named.
const MOST_INPUTS: usize = 4;

/// Says which variables to give values, and how many answers they would settle: those that hang on nothing else.
pub(super) fn render(assessment: &Assessment, page: &mut Page<'_>) -> io::Result<()> {
    let open = || assessment.findings.iter().filter(|it| it.outcome == Outcome::Undetermined);
    let needs: Vec<BTreeSet<&str>> = open().filter_map(variables).collect();
    let chosen = chosen(&needs);
    let settled = needs.iter().filter(|it| it.is_subset(&chosen)).count();
    if settled == 0 {
        return Ok(());
    }
    let names: Vec<String> = chosen.iter().map(|it| format!("`{}`", it.strip_prefix("var.").unwrap_or(it))).collect();
    let of = count(open().count(), "undetermined answer", "undetermined answers");
    let text = format!("`--var-file` giving {} would settle {settled} of {of}", names.join(", "));
    page.hanging(&[words(Style::BOLD, "Inputs"), plain(": ")], &[plain(text)])?;
    page.blank()
}

/// The variables of root modules that an answer hangs on; nothing where it hangs on something else as well.
fn variables(finding: &Finding) -> Option<BTreeSet<&str>> {
    let missing = finding.unresolved.as_ref().filter(|_| finding.subject.format == "terraform")?;
    missing.needs.iter().map(variable).collect()
}

fn variable(cause: &Cause) -> Option<&str> {
    match cause {
        Cause::Variable(name) if name.starts_with("var.") => Some(name),
        _ => None,
    }
}

/// A few variables, each the one that settles most beside those before it.
fn chosen<'a>(needs: &[BTreeSet<&'a str>]) -> BTreeSet<&'a str> {
    let all: BTreeSet<&str> = needs.iter().flatten().copied().collect();
    let mut chosen: BTreeSet<&str> = BTreeSet::new();
    while chosen.len() < MOST_INPUTS {
        let worth = |it: &&str| {
            let with =
                |need: &BTreeSet<&str>| need.iter().filter(|other| *other != it && !chosen.contains(*other)).count();
            let named = needs.iter().filter(|need| need.contains(*it));
            // Those that it settles by itself first, then those that it has a part in.
            (named.clone().filter(|need| with(need) == 0).count(), named.count())
        };
        let Some(best) = all.iter().rev().filter(|it| !chosen.contains(**it)).max_by_key(|it| worth(it)) else { break };
        chosen.insert(best);
    }
    // What has no part in an answer that is settled is not asked for.
    let settled: Vec<&BTreeSet<&str>> = needs.iter().filter(|it| it.is_subset(&chosen)).collect();
    chosen.iter().copied().filter(|it| settled.iter().any(|need| need.contains(it))).collect()
}
