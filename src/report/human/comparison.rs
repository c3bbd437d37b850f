//! What the change under review brought: gaps, criteria that moved, and what is mended.

use std::io;

use crate::model::{Assessment, Comparison};
use crate::report::page::{Page, Style, count, plain, words};

/// Mended gaps named when nobody asks for all.
const NAMED: usize = 10;

/// The change against the state before, where one was named.
pub(super) fn render(assessment: &Assessment, page: &mut Page<'_>) -> io::Result<()> {
    let Some(it) = &assessment.comparison else { return Ok(()) };
    let commit = it.commit.as_deref().and_then(|it| it.get(..10)).map(|it| format!(" ({it})")).unwrap_or_default();
    let text = format!(
        "{} introduced, {} moved, {} there before, {} mended",
        it.introduced,
        it.moved,
        it.existing,
        it.fixed.len()
    );
    let lead = [words(Style::BOLD, "Against "), words(Style::BOLD, it.base.as_str()), plain(commit), plain(": ")];
    page.hanging(&[], &[&lead[..], &[plain(text)]].concat())?;
    for moved in &it.criteria {
        let text = format!("{}: {} before, {} now", moved.id, moved.before.words(), moved.after.words());
        page.hanging(&[plain("  ")], &[plain(text)])?;
    }
    mended(it, page)?;
    page.blank()
}

fn mended(comparison: &Comparison, page: &mut Page<'_>) -> io::Result<()> {
    let shown = if page.options.verbose { comparison.fixed.len() } else { NAMED };
    for it in comparison.fixed.iter().take(shown) {
        let text = format!("{}: {}", it.policy, it.subject.name);
        page.hanging(&[plain("  "), words(Style::GREEN, "mended ")], &[plain(text)])?;
    }
    match comparison.fixed.len().saturating_sub(shown) {
        0 => Ok(()),
        rest => {
            page.hanging(&[plain("  ")], &[words(Style::DIM, format!("and {} mended", count(rest, "more", "more")))])
        }
    }
}
