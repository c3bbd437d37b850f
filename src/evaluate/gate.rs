//! Whether the run passes: the same answer for every output format.

use crate::model::{Finding, Gate, Ledger, Outcome, Severity};

/// Exit codes, as documented for users.
pub mod exit {
    pub const PASSED: u8 = 0;
    pub const GAPS: u8 = 1;
    pub const USAGE: u8 = 2;
    pub const NOTHING_TO_JUDGE: u8 = 3;
    pub const INCOMPLETE: u8 = 4;
    pub const INTERNAL: u8 = 70;
}

/// What the gate looks at.
#[derive(Debug)]
pub struct Counted<'a> {
    pub findings: &'a [Finding],
    pub ledger: &'a Ledger,
    /// How many judgements were made, of all policies.
    pub judged: usize,
    /// Policies that could not answer.
    pub broken_policies: usize,
}

/// The verdict of the gate and why.
pub fn gate(fail_on: Severity, strict: bool, counted: &Counted<'_>) -> Gate {
    let open = |it: &&Finding| it.is_open();
    let fails: Vec<&Finding> = counted.findings.iter().filter(open).filter(|it| it.outcome == Outcome::Fail).collect();
    let gaps = fails.iter().filter(|it| it.severity >= fail_on).count();
    let undetermined = counted.findings.iter().filter(open).filter(|it| it.outcome == Outcome::Undetermined).count();
    let unread = counted.ledger.unread().count();
    let incomplete = unread + undetermined + counted.broken_policies;
    let at = fail_on.name();
    let (exit_code, reason) = if gaps > 0 {
        let below = fails.len() - gaps;
        let rest = if below > 0 { format!(", {below} below it") } else { String::new() };
        (exit::GAPS, format!("{} at or above {at}{rest}", plural(gaps, "gap")))
    } else if counted.judged == 0 {
        let unread = if unread > 0 { format!(": {} could not be read", plural(unread, "file")) } else { String::new() };
        (exit::NOTHING_TO_JUDGE, format!("nothing to judge{unread}"))
    } else if strict && incomplete > 0 {
        let parts = [
            (unread, "file not read whole", "files not read whole"),
            (undetermined, "finding undetermined", "findings undetermined"),
            (counted.broken_policies, "policy failed to answer", "policies failed to answer"),
        ];
        let parts = parts
            .iter()
            .filter(|it| it.0 > 0)
            .map(|(n, one, many)| format!("{n} {}", if *n == 1 { one } else { many }));
        (exit::INCOMPLETE, format!("evidence is incomplete: {}", parts.collect::<Vec<_>>().join(", ")))
    } else {
        let below =
            if fails.is_empty() { String::new() } else { format!(" ({} below it)", plural(fails.len(), "gap")) };
        (exit::PASSED, format!("no gap at or above {at}{below}"))
    };
    Gate { fail_on, strict, passed: exit_code == exit::PASSED, exit_code, reason }
}

/// A number with its noun: `1 gap`, `2 gaps`.
pub fn plural(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
