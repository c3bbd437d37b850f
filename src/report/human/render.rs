//! The order of the report: findings, what is undetermined, controls, files, and the verdict last, next to the prompt.

use std::io;
use std::io::Write;

use crate::model::{Assessment, Notice, Sources};
use crate::report::options::HumanOptions;
use crate::report::page::{Page, Style, plain, words};

use super::{comparison, controls, findings, ledger, remarks, settling, undetermined};

/// Writes the report for people.
pub fn render(
    assessment: &Assessment,
    sources: &Sources,
    options: &HumanOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut page = Page::new(*options, out);
    findings::render(assessment, sources, &mut page)?;
    undetermined::render(assessment, &mut page)?;
    problems(&assessment.problems, &mut page)?;
    remarks::render(assessment, sources, &mut page)?;
    comparison::render(assessment, &mut page)?;
    controls::render(assessment, &mut page)?;
    ledger::render(&assessment.ledger, &mut page)?;
    settling::render(assessment, &mut page)?;
    verdict(assessment, &mut page)
}

/// Writes the findings alone.
pub fn render_findings(
    assessment: &Assessment,
    sources: &Sources,
    options: &HumanOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut page = Page::new(*options, out);
    findings::render(assessment, sources, &mut page)?;
    undetermined::render(assessment, &mut page)
}

/// What went wrong with policies and settings: it may have hidden gaps.
fn problems(problems: &[Notice], page: &mut Page<'_>) -> io::Result<()> {
    for problem in problems {
        let at = problem.location.as_ref().map(|it| format!("{}:{}:{}: ", it.file, it.start.line, it.start.column));
        let text = [plain(at.unwrap_or_default()), plain(problem.message.as_str())];
        page.paragraph(&[words(Style::YELLOW, "problem: ")], 2, &text)?;
        if let Some(help) = &problem.help {
            page.hanging(&[words(Style::CYAN, "  help: ")], &[plain(help.as_str())])?;
        }
        page.blank()?;
    }
    Ok(())
}

fn verdict(assessment: &Assessment, page: &mut Page<'_>) -> io::Result<()> {
    let gate = &assessment.gate;
    let (symbol, word, style) = match (gate.passed, gate.exit_code) {
        (true, _) => (page.symbol("✓", "+"), "passed", Style::GREEN),
        (false, 1) => (page.symbol("✗", "x"), "failed", Style::BOLD_RED),
        (false, _) => (page.symbol("✗", "x"), "no verdict", Style::YELLOW),
    };
    let word = if gate.exit_code == 4 { "incomplete" } else { word };
    let reason = format!("{} (exit code {})", gate.reason, gate.exit_code);
    page.paragraph(&[words(style, symbol), plain(" "), words(style, word), plain(": ")], 2, &[plain(reason)])
}
