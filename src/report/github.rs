//! Annotations of GitHub Actions: workflow commands that mark the lines of a change.

use std::io;
use std::io::Write;

use crate::model::{Assessment, Location, Outcome, Severity, Sources};

use super::gaps::sections;
use super::options::HumanOptions;
use super::page::{count, safe};

/// Writes a command a gap, worst first: GitHub shows the first ten of each level for a step. Then the verdict.
pub fn render(
    assessment: &Assessment,
    _sources: &Sources,
    _options: &HumanOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    for section in sections(assessment) {
        for gap in &section.gaps {
            let finding = gap.first;
            let level = match finding.severity {
                Severity::Critical | Severity::High => "error",
                Severity::Medium => "warning",
                Severity::Low => "notice",
            };
            let more = match gap.others.len() {
                0 => String::new(),
                others => format!(" ({} from the same line)", count(others, "more", "more")),
            };
            let help = finding.remediation.iter().map(|it| format!("\nTo mend it: {it}"));
            let criteria = finding.criteria.join(", ");
            let text = format!("{}{more}\n{criteria}{}", finding.message, help.collect::<String>());
            command(level, Some(&finding.location), &title(section.policy.0.as_str(), finding.severity), &text, out)?;
        }
    }
    for it in assessment.findings.iter().filter(|it| it.outcome == Outcome::Undetermined && it.is_open()) {
        let help = it.unresolved.iter().map(|it| format!("\n{}", it.help)).collect::<String>();
        let title = format!("{} (undetermined)", it.policy);
        command("notice", Some(&it.location), &title, &format!("{}{help}", it.message), out)?;
    }
    for file in assessment.ledger.unread() {
        for it in &file.problems {
            command("warning", it.location.as_ref(), "not read whole", &format!("{}: {}", file.path, it.message), out)?;
        }
    }
    for it in &assessment.problems {
        command("error", None, "gapcheck", &it.message, out)?;
    }
    let hidden = assessment.findings.iter().filter(|it| it.outcome == Outcome::Fail && !it.stands()).count();
    let hidden = if hidden > 0 { format!("; {hidden} waived or in the baseline") } else { String::new() };
    writeln!(out, "gapcheck: {}{hidden}", message(&assessment.gate.reason))
}

fn title(policy: &str, severity: Severity) -> String {
    format!("{policy} ({})", severity.name())
}

fn command(level: &str, location: Option<&Location>, title: &str, text: &str, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "::{level} ")?;
    // A commit of the history is a place, and no file that could be marked.
    if let Some(at) = location.filter(|it| !it.is_commit()) {
        write!(out, "file={},line={},endLine={},", property(at.file.as_str()), at.start.line, at.end.line)?;
        // Columns are only allowed on a single line.
        if at.start.line == at.end.line && at.start.byte < at.end.byte {
            write!(out, "col={},endColumn={},", at.start.column, at.end.column)?;
        }
    }
    writeln!(out, "title={}::{}", property(title), message(text))
}

/// Line breaks are the only control characters that a message may have, escaped as the runner reads them.
fn message(text: &str) -> String {
    let lines: Vec<_> = text.lines().map(|it| safe(it).replace('%', "%25")).collect();
    lines.join("%0A")
}

fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}
