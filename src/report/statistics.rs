//! How much of the evidence is known, as a table for people.

use std::io;
use std::io::Write;

use crate::model::{Counts, Statistics};

/// Names of causes shown for each sort.
const SHOWN_NAMES: usize = 8;

/// Writes the counts by format and kind, then what is not known by its cause, those first that spoil most.
pub fn render(statistics: &Statistics, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{:<34}{:>10}{:>10}{:>10}{:>12}", "values", "stated", "default", "absent", "unresolved")?;
    for ((format, kind), counts) in &statistics.kinds {
        let Counts { stated, default, absent, unresolved } = counts;
        let name = format!("{format} {}", kind.name());
        writeln!(out, "{name:<34}{stated:>10}{default:>10}{absent:>10}{unresolved:>12}")?;
    }
    if statistics.causes.is_empty() {
        return Ok(());
    }
    writeln!(out, "\nunresolved, by cause")?;
    for ((format, sort), names) in &statistics.causes {
        let all: usize = names.values().sum();
        writeln!(out, "  {format}: {sort}: {all}")?;
        let mut names: Vec<_> = names.iter().collect();
        names.sort_by_key(|(_, number)| std::cmp::Reverse(**number));
        for (name, number) in names.iter().take(SHOWN_NAMES) {
            writeln!(out, "    {number:>7}  {}", name.escape_debug())?;
        }
        if let Some(more) = names.get(SHOWN_NAMES..).filter(|it| !it.is_empty()) {
            let rest: usize = more.iter().map(|it| *it.1).sum();
            writeln!(out, "    {rest:>7}  for {} more", more.len())?;
        }
    }
    Ok(())
}
