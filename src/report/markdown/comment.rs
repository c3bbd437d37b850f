//! The comment on a change: the verdict, the criteria that ask for work, and the gaps.

use std::io;
use std::io::Write;

use crate::model::{
    Assessment, ControlStatus, CriterionResult, FileStatus, Finding, Outcome, Severity, Sources, Table,
};
use crate::report::gaps::{Gap, Section, sections};
use crate::report::options::HumanOptions;
use crate::report::page::count;

use super::escape::{code, prose, text};

/// Places listed for one policy. A comment of GitHub ends at 65,536 characters.
const LISTED_PLACES: usize = 5;

/// Policies described one by one; the others are a line in a table.
const DESCRIBED_POLICIES: usize = 25;

/// Writes the comment. It begins with a mark by which the next run finds it again.
pub fn render(
    assessment: &Assessment,
    _sources: &Sources,
    _options: &HumanOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "<!-- gapcheck {} -->", text(&assessment.framework_ids()))?;
    let sign = if assessment.gate.passed { "✅" } else { "❌" };
    writeln!(out, "## {sign} gapcheck: {}\n", prose(&assessment.gate.reason))?;
    writeln!(out, "{}\n", summary(assessment))?;
    change(assessment, out)?;
    criteria(assessment, out)?;
    let sections = sections(assessment);
    for section in sections.iter().take(DESCRIBED_POLICIES) {
        describe(section, out)?;
    }
    table(sections.get(DESCRIBED_POLICIES..).unwrap_or_default(), out)?;
    undetermined(assessment, out)?;
    files(assessment, out)?;
    writeln!(
        out,
        "\n<sub>{} {} · {} · judged by {} · {}</sub>",
        text(&assessment.tool.name),
        text(&assessment.tool.version),
        text(&assessment.framework_titles()),
        text(&assessment.run.date),
        revision(assessment),
    )
}

fn summary(assessment: &Assessment) -> String {
    let by =
        |severity: Severity| assessment.findings.iter().filter(|it| it.stands() && it.severity == severity).count();
    let severities = Severity::ALL.into_iter().rev().map(|it| (by(it), it.name())).filter(|it| it.0 > 0);
    let mut parts: Vec<String> = severities.map(|(number, name)| format!("{number} {name}")).collect();
    let number = |filter: fn(&Finding) -> bool| assessment.findings.iter().filter(|it| filter(it)).count();
    let others = [
        (number(|it| it.outcome == Outcome::Undetermined && it.is_open()), "undetermined"),
        (number(|it| it.waiver.is_some()), "waived"),
        (number(|it| it.baseline && it.waiver.is_none()), "in the baseline"),
    ];
    parts.extend(others.iter().filter(|it| it.0 > 0).map(|(number, what)| format!("{number} {what}")));
    if parts.is_empty() { "No gap, and nothing left open.".to_owned() } else { format!("{}.", parts.join(", ")) }
}

/// What the change brought, and the criteria that it moved.
fn change(assessment: &Assessment, out: &mut dyn Write) -> io::Result<()> {
    let Some(it) = &assessment.comparison else { return Ok(()) };
    let numbers = [it.introduced, it.moved, it.existing, it.fixed.len()];
    let [introduced, moved, existing, fixed] = numbers;
    writeln!(
        out,
        "Against {}: **{introduced} introduced**, {moved} moved, {existing} there before, {fixed} mended.\n",
        code(&it.base)
    )?;
    if it.criteria.is_empty() {
        return Ok(());
    }
    for moved in &it.criteria {
        writeln!(out, "- **{}**: {} before, {} now", text(&moved.id), moved.before.words(), moved.after.words())?;
    }
    writeln!(out)
}

/// The criteria that a person has to look at.
fn criteria(assessment: &Assessment, out: &mut dyn Write) -> io::Result<()> {
    let tables = assessment.tables();
    for table in &tables {
        if tables.len() > 1 {
            writeln!(out, "**{}**\n", prose(&table.framework.title))?;
        }
        one_table(table, out)?;
        user_entities(table, out)?;
    }
    Ok(())
}

/// What user entities have to do for the objectives to be met.
fn user_entities(table: &Table<'_>, out: &mut dyn Write) -> io::Result<()> {
    let all = || table.criteria.iter().flat_map(|it| it.user_entities.iter().map(move |text| (&it.id, text)));
    if all().next().is_none() {
        return Ok(());
    }
    writeln!(out, "<details><summary>Complementary user entity controls</summary>\n")?;
    for (id, control) in all() {
        writeln!(out, "- **{}** {}", text(id), prose(control))?;
    }
    writeln!(out, "\n</details>\n")
}

fn one_table(table: &Table<'_>, out: &mut dyn Write) -> io::Result<()> {
    let open = [ControlStatus::Gap, ControlStatus::Undetermined];
    let open: Vec<&CriterionResult> = table.criteria.iter().copied().filter(|it| open.contains(&it.status)).collect();
    if open.is_empty() {
        return Ok(());
    }
    let noun = table.framework.measure.noun();
    writeln!(out, "| {noun} | status | passed | gaps | undetermined |\n| --- | --- | ---: | ---: | ---: |")?;
    for it in open {
        let population = it.population;
        writeln!(
            out,
            "| **{}** {} | {} | {}/{} | {} | {} |",
            text(&it.id),
            prose(&it.title),
            it.status.words(),
            population.pass,
            population.subjects,
            population.fail,
            population.undetermined,
        )?;
    }
    writeln!(out)
}

fn describe(section: &Section<'_>, out: &mut dyn Write) -> io::Result<()> {
    let title = section.result.map_or("", |it| it.title.as_str());
    writeln!(
        out,
        "<details><summary><b>{}</b> {}: {} ({})</summary>\n",
        section.severity.name(),
        code_in_html(&section.policy.0),
        text(title),
        count(section.gaps.len(), "gap", "gaps"),
    )?;
    for gap in section.gaps.iter().take(LISTED_PLACES) {
        let more = match gap.others.len() {
            0 => String::new(),
            others => format!(" (and {} more from the same line)", others),
        };
        writeln!(out, "- {}: {}{more}", place(gap), prose(&gap.first.message))?;
    }
    if let Some(rest) = section.gaps.len().checked_sub(LISTED_PLACES).filter(|it| *it > 0) {
        writeln!(out, "- and {} more", count(rest, "place", "places"))?;
    }
    let mut helps: Vec<&str> = section.gaps.iter().filter_map(|it| it.first.remediation.as_deref()).collect();
    helps.sort_unstable();
    helps.dedup();
    for help in helps {
        writeln!(out, "\nTo mend it: {}.", prose(help))?;
    }
    let criteria = section.gaps.first().map(|it| it.first.criteria.join(", ")).unwrap_or_default();
    writeln!(
        out,
        "\nBears on {}. More: {}\n\n</details>\n",
        text(&criteria),
        code(&format!("gapcheck explain {}", section.policy))
    )
}

fn table(sections: &[Section<'_>], out: &mut dyn Write) -> io::Result<()> {
    if sections.is_empty() {
        return Ok(());
    }
    writeln!(out, "| severity | policy | gaps | first place |\n| --- | --- | ---: | --- |")?;
    for it in sections {
        let first = it.gaps.first().map(place).unwrap_or_default();
        writeln!(out, "| {} | {} | {} | {first} |", it.severity.name(), code(&it.policy.0), it.gaps.len())?;
    }
    writeln!(out)
}

fn undetermined(assessment: &Assessment, out: &mut dyn Write) -> io::Result<()> {
    let open: Vec<&Finding> =
        assessment.findings.iter().filter(|it| it.outcome == Outcome::Undetermined && it.is_open()).collect();
    if open.is_empty() {
        return Ok(());
    }
    writeln!(out, "<details><summary>{} could not be judged</summary>\n", count(open.len(), "subject", "subjects"))?;
    for it in open.iter().take(DESCRIBED_POLICIES) {
        let help = it.unresolved.as_ref().map(|it| format!("; {}", prose(&it.help))).unwrap_or_default();
        let at = code(&format!("{}:{}", it.location.file, it.location.start.line));
        writeln!(out, "- {} {at}: {}{help}", code(&it.policy.0), prose(&it.message))?;
    }
    if let Some(rest) = open.len().checked_sub(DESCRIBED_POLICIES).filter(|it| *it > 0) {
        writeln!(out, "- and {rest} more")?;
    }
    writeln!(out, "\n</details>\n")
}

/// Green means little where files were not read, so they are named.
fn files(assessment: &Assessment, out: &mut dyn Write) -> io::Result<()> {
    let summary = &assessment.ledger.summary;
    writeln!(
        out,
        "Files: {} read, {} read in part, {} failed, {} set aside.",
        summary.collected, summary.partly, summary.failed, summary.skipped
    )?;
    for it in assessment.ledger.unread().take(LISTED_PLACES) {
        let status = if it.status == FileStatus::Failed { "failed" } else { "in part" };
        let why = it.reason.as_deref().or(it.problems.first().map(|it| it.message.as_str())).unwrap_or_default();
        writeln!(out, "- {} {status}: {}", code(it.path.as_str()), prose(why))?;
    }
    let unread = assessment.ledger.unread().count();
    if unread > LISTED_PLACES {
        writeln!(out, "- and {} more", unread - LISTED_PLACES)?;
    }
    Ok(())
}

fn revision(assessment: &Assessment) -> String {
    let commit = assessment.run.repository.as_ref().and_then(|it| it.commit.as_deref());
    commit.map_or_else(|| "no commit known".to_owned(), |it| format!("commit {}", text(it.get(..12).unwrap_or(it))))
}

fn place(gap: &Gap<'_>) -> String {
    code(&format!("{}:{}", gap.first.location.file, gap.first.location.start.line))
}

/// Inside a summary element Markdown is not read.
fn code_in_html(text: &str) -> String {
    format!("<code>{}</code>", self::text(text))
}
