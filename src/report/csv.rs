//! Tables for spreadsheets: the findings, and the control matrix.

use std::io;
use std::io::Write;

use crate::model::{Assessment, Sources};

use super::format::Rows;
use super::options::HumanOptions;
use super::page::is_unsafe;
use super::table::{self, Cell, FINDING, MATRIX};

/// One row a finding, of one run after another.
pub const FINDINGS: Rows = Rows { head: findings_head, each: findings_of };

/// One row a criterion and policy, of one run after another.
pub const CONTROLS: Rows = Rows { head: matrix_head, each: matrix_of };

/// One row a finding.
pub fn findings(
    assessment: &Assessment,
    _sources: &Sources,
    _options: &HumanOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    FINDINGS.whole(assessment, out)
}

/// One row a criterion and linked policy; a criterion without a policy has a row of its own.
pub fn matrix(
    assessment: &Assessment,
    _sources: &Sources,
    _options: &HumanOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    CONTROLS.whole(assessment, out)
}

fn findings_head(out: &mut dyn Write) -> io::Result<()> {
    record(FINDING.iter().map(|it| it.name.to_owned()), out)
}

fn findings_of(assessment: &Assessment, out: &mut dyn Write) -> io::Result<()> {
    let repository = assessment.repository();
    table::findings(assessment, repository.as_deref())
        .try_for_each(|row| record(FINDING.iter().map(|it| words((it.cell)(&row))), out))
}

fn matrix_head(out: &mut dyn Write) -> io::Result<()> {
    record(MATRIX.iter().map(|it| it.name.to_owned()), out)
}

fn matrix_of(assessment: &Assessment, out: &mut dyn Write) -> io::Result<()> {
    let repository = assessment.repository();
    table::criteria(assessment, repository.as_deref())
        .try_for_each(|row| record(MATRIX.iter().map(|it| words((it.cell)(&row))), out))
}

fn record(cells: impl Iterator<Item = String>, out: &mut dyn Write) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    table.write_record(cells)?;
    table.flush()
}

fn words(cell: Cell<'_>) -> String {
    match cell {
        Cell::Text(it) => inert(&it),
        Cell::Number(it) => it.to_string(),
        Cell::Flag(it) => if it { "yes" } else { "no" }.to_owned(),
        Cell::List(items) => inert(&items.join(" ")),
        Cell::Nothing => String::new(),
    }
}

/// A cell that a spreadsheet takes for text: one that begins like a formula gets an apostrophe in front
/// (OWASP, CSV injection).
fn inert(cell: &str) -> String {
    let text: String = cell.chars().map(|it| if is_unsafe(it) { ' ' } else { it }).collect();
    match text.trim_start().chars().next() {
        Some('=' | '+' | '-' | '@') => format!("'{text}"),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_hold_no_formula() {
        assert_eq!(inert("=1+1"), "'=1+1");
        assert_eq!(inert(" @SUM(A1)"), "' @SUM(A1)");
        assert_eq!(inert("\t-2"), "' -2");
        assert_eq!(inert("main.tf"), "main.tf");
    }
}
