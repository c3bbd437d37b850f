//! Subjects with what a policy said of each, the place that decided, and what the answer hangs on.

use std::io;

use crate::model::Outcome;
use crate::report::page::{Page, Style, plain, words};

use super::proof::Judged;

/// Subjects of one outcome that are listed when nobody asks for all.
const LISTED_SUBJECTS: usize = 10;

/// Lists them, the failing ones first.
pub(super) fn render(subjects: &[Judged<'_>], page: &mut Page<'_>) -> io::Result<()> {
    for outcome in [Outcome::Fail, Outcome::Undetermined, Outcome::Pass] {
        let all: Vec<_> = subjects.iter().filter(|it| it.outcome == outcome).collect();
        let shown = if page.options.verbose { all.len() } else { LISTED_SUBJECTS };
        for it in all.iter().take(shown) {
            judged(it, page)?;
        }
        let rest = all.len().saturating_sub(shown);
        if rest > 0 {
            page.line(&[words(Style::DIM, format!("    {rest} more: `--verbose` lists all"))])?;
        }
    }
    Ok(())
}

fn judged(judged: &Judged<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let (symbol, style) = match judged.outcome {
        Outcome::Fail if judged.waiver.is_some() => ("~", Style::YELLOW),
        Outcome::Fail => (page.symbol("✗", "x"), Style::RED),
        Outcome::Undetermined => ("?", Style::MAGENTA),
        Outcome::Pass => (page.symbol("✓", "+"), Style::GREEN),
    };
    let at = judged.location;
    let place = words(Style::CYAN, format!("{}:{}:{}", at.file, at.start.line, at.start.column));
    let fact = if judged.path.is_empty() { String::new() } else { format!(" [{}]", judged.path.join(".")) };
    let accepted = match judged.waiver {
        Some(waiver) => format!(" (waived by {waiver})"),
        None if judged.baseline => " (in the baseline)".to_owned(),
        None => String::new(),
    };
    let text = format!(" {}{fact}{accepted}", judged.message.unwrap_or(judged.name));
    page.paragraph(&[plain("    "), words(style, symbol), plain(" ")], 8, &[place, plain(text)])?;
    match &judged.missing {
        Some(missing) => page.paragraph(&[plain("        depends on ")], 10, &[plain(missing.as_str())]),
        None => Ok(()),
    }
}
