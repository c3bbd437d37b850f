//! The account of the files, in three lines: how many, what could not be read, what was left alone.

use std::collections::{BTreeMap, HashMap};
use std::io;

use crate::model::{FileStatus, Ledger, LedgerEntry};
use crate::report::page::{Page, Style, count, plain, words};

/// Problems shown when nobody asks for all.
const SHOWN_PROBLEMS: usize = 10;

/// Places shown of a problem that many share when nobody asks for all.
const SHOWN_PLACES: usize = 3;

/// Reasons shown when nobody asks for all.
const SHOWN_REASONS: usize = 4;

/// How many files were read, and what was not read and why.
pub(super) fn render(ledger: &Ledger, page: &mut Page<'_>) -> io::Result<()> {
    let sum = ledger.summary;
    let read = sum.collected + sum.partly;
    let text = [
        plain(format!("{read} read, ")),
        words(if sum.partly > 0 { Style::YELLOW } else { Style::PLAIN }, format!("{} of them partly", sum.partly)),
        plain("; "),
        words(if sum.failed > 0 { Style::RED } else { Style::PLAIN }, format!("{} failed", sum.failed)),
        plain(format!("; {} skipped", sum.skipped)),
    ];
    page.hanging(&[words(Style::BOLD, "Files"), plain(": ")], &text)?;
    unread(ledger, page)?;
    skipped(ledger, page)?;
    page.blank()
}

/// What was not read whole, a problem that many places share said once.
fn unread(ledger: &Ledger, page: &mut Page<'_>) -> io::Result<()> {
    let mut problems: Vec<(String, Vec<String>)> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for (place, message) in ledger.unread().flat_map(lines) {
        let next = problems.len();
        let at = *known.entry(message.clone()).or_insert(next);
        match problems.get_mut(at) {
            Some((_, places)) => places.push(place),
            None => problems.push((message, vec![place])),
        }
    }
    if problems.is_empty() {
        return Ok(());
    }
    page.hanging(&[plain("  ")], &[plain("not read whole:")])?;
    let shown = if page.options.verbose { problems.len() } else { SHOWN_PROBLEMS };
    for (message, places) in problems.iter().take(shown) {
        render_problem(message, places, page)?;
    }
    let rest: usize = problems.iter().skip(shown).map(|(_, places)| places.len()).sum();
    if rest > 0 {
        let text = format!("{} not shown: `--verbose` shows all", count(rest, "more problem", "more problems"));
        page.hanging(&[plain("    ")], &[words(Style::DIM, text)])?;
    }
    Ok(())
}

fn render_problem(message: &str, places: &[String], page: &mut Page<'_>) -> io::Result<()> {
    let mark = [plain("  "), words(Style::YELLOW, "! ")];
    if let [place] = places {
        return page.paragraph(&mark, 6, &[words(Style::CYAN, place.as_str()), plain(format!(" {message}"))]);
    }
    page.paragraph(&mark, 6, &[plain(format!("{message}, {} times:", places.len()))])?;
    let shown = if page.options.verbose { places.len() } else { SHOWN_PLACES };
    for place in places.iter().take(shown) {
        page.paragraph(&[plain("      ")], 8, &[words(Style::CYAN, place.as_str())])?;
    }
    match places.len().saturating_sub(shown) {
        0 => Ok(()),
        more => page.hanging(
            &[plain("      ")],
            &[words(Style::DIM, format!("and {}", count(more, "more place", "more places")))],
        ),
    }
}

/// A file's problems with their places.
fn lines(file: &LedgerEntry) -> Vec<(String, String)> {
    let collector = match (&file.collector, file.could_be.as_slice()) {
        (Some(collector), _) => collector.clone(),
        (None, []) => "unknown format".to_owned(),
        (None, [only]) => format!("by its name and words {only}"),
        (None, formats) => format!("by its name and words one of {}", formats.join(", ")),
    };
    let whole = match file.status {
        FileStatus::Failed => format!(" ({collector}; nothing of the file was read)"),
        FileStatus::Collected | FileStatus::Partly | FileStatus::Skipped => format!(" ({collector})"),
    };
    if file.problems.is_empty() {
        return vec![(file.path.to_string(), format!("{}{whole}", file.reason.as_deref().unwrap_or("not read")))];
    }
    let place = |it: &crate::model::Notice| match &it.location {
        Some(at) => format!("{}:{}:{}", at.file, at.start.line, at.start.column),
        None => file.path.to_string(),
    };
    file.problems
        .iter()
        .map(|it| {
            let help = it.help.as_deref().map(|it| format!("; {it}")).unwrap_or_default();
            (place(it), format!("{}{help}{whole}", it.message))
        })
        .collect()
}

/// Skipped files by their reason.
fn skipped(ledger: &Ledger, page: &mut Page<'_>) -> io::Result<()> {
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    for file in ledger.files.iter().filter(|it| it.status == FileStatus::Skipped) {
        *reasons.entry(file.reason.as_deref().unwrap_or("no reason given")).or_default() += 1;
    }
    if reasons.is_empty() {
        return Ok(());
    }
    let mut reasons: Vec<_> = reasons.into_iter().collect();
    reasons.sort_by_key(|(_, number)| std::cmp::Reverse(*number));
    let shown = if page.options.verbose { reasons.len() } else { SHOWN_REASONS };
    let mut named: Vec<_> = reasons.iter().take(shown).map(|(reason, number)| format!("{reason} ({number})")).collect();
    let rest: usize = reasons.iter().skip(shown).map(|(_, number)| number).sum();
    if rest > 0 {
        named.push(format!("other reasons ({rest}; `--verbose` names them)"));
    }
    page.hanging(&[plain("  skipped: ")], &[words(Style::DIM, named.join(", "))])
}
