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

/// A comment of GitHub ends at 65,536 characters, a step summary at 1 MiB; a posted text may grow by a few marks.
const MAX_CHARACTERS: usize = 65_000;

/// Kept for the line that says what is left out.
const NOTE: usize = 400;

/// Places listed for one policy.
const LISTED_PLACES: usize = 5;

/// Policies described one by one; the others are a line in a table.
const DESCRIBED_POLICIES: usize = 25;

/// Criteria that are listed; a framework of one's own may have any number.
const LISTED_CRITERIA: usize = 100;

/// Characters of one text of others: a message may quote a value of any length.
const MAX_TEXT: usize = 300;

/// Writes the comment. It begins with a mark by which the next run finds it again. What has no room is counted.
pub fn render(
    assessment: &Assessment,
    _sources: &Sources,
    _options: &HumanOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let head = written(|out| head(assessment, out))?;
    let tail = written(|out| tail(assessment, out))?;
    let mut room = MAX_CHARACTERS.saturating_sub(length(&head) + length(&tail) + NOTE);
    out.write_all(head.as_bytes())?;
    let sections = sections(assessment);
    let mut rows = Vec::new();
    for (at, section) in sections.iter().enumerate() {
        let text = written(|out| describe(section, out))?;
        if rows.is_empty() && length(&text) <= room && at < DESCRIBED_POLICIES {
            room -= length(&text);
            out.write_all(text.as_bytes())?;
        } else {
            rows.push(section);
        }
    }
    let (table, left_out) = table(&rows, room);
    out.write_all(table.as_bytes())?;
    if !left_out.is_empty() {
        let gaps: usize = left_out.iter().map(|it| it.gaps.len()).sum();
        let policies = count(left_out.len(), "more policy", "more policies");
        let gaps = count(gaps, "gap", "gaps");
        writeln!(out, "{policies} with {gaps} are left out here, for want of room; the other reports hold them.\n")?;
    }
    out.write_all(tail.as_bytes())
}

fn written(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<String> {
    let mut bytes = Vec::new();
    write(&mut bytes)?;
    String::from_utf8(bytes).map_err(io::Error::other)
}

fn length(text: &str) -> usize {
    text.chars().count()
}

/// The verdict, the criteria that moved, and those that ask for work.
fn head(assessment: &Assessment, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<!-- gapcheck {} -->", text(&assessment.framework_ids()))?;
    let sign = if assessment.gate.passed { "✅" } else { "❌" };
    writeln!(out, "## {sign} gapcheck: {}\n", prose(&assessment.gate.reason))?;
    writeln!(out, "{}\n", summary(assessment))?;
    change(assessment, out)?;
    criteria(assessment, out)?;
    repositories(assessment, out)
}

fn tail(assessment: &Assessment, out: &mut dyn Write) -> io::Result<()> {
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

/// Of several repositories, those that fail.
fn repositories(assessment: &Assessment, out: &mut dyn Write) -> io::Result<()> {
    let mut failing: Vec<_> = assessment.repositories.iter().filter(|it| !it.passed).collect();
    if failing.is_empty() {
        return Ok(());
    }
    failing.sort_by_key(|it| std::cmp::Reverse((it.gaps.critical, it.gaps.high, it.gaps.total())));
    writeln!(out, "| repository | critical | high | gaps | criteria |\n| --- | ---: | ---: | ---: | --- |")?;
    for it in failing.iter().take(DESCRIBED_POLICIES) {
        let criteria = text(&clip(&it.criteria_with_gap.join(", ")));
        let name = text(&clip(&it.name));
        writeln!(out, "| {name} | {} | {} | {} | {criteria} |", it.gaps.critical, it.gaps.high, it.gaps.total())?;
    }
    writeln!(out)?;
    match failing.len().saturating_sub(DESCRIBED_POLICIES) {
        0 => Ok(()),
        more => writeln!(out, "And {} that fail.\n", count(more, "more repository", "more repositories")),
    }
}

/// The beginning of a long text.
fn clip(text: &str) -> String {
    match text.char_indices().nth(MAX_TEXT) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
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
    let more = open.len().saturating_sub(LISTED_CRITERIA);
    for it in open.into_iter().take(LISTED_CRITERIA) {
        let population = it.population;
        writeln!(
            out,
            "| **{}** {} | {} | {}/{} | {} | {} |",
            text(&it.id),
            prose(&clip(&it.title)),
            it.status.words(),
            population.pass,
            population.subjects,
            population.fail,
            population.undetermined,
        )?;
    }
    if more > 0 {
        writeln!(out, "\nAnd {}.", count(more, "more criterion", "more criteria"))?;
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
        writeln!(out, "- {}: {}{more}", place(gap), prose(&clip(&gap.first.message)))?;
    }
    if let Some(rest) = section.gaps.len().checked_sub(LISTED_PLACES).filter(|it| *it > 0) {
        writeln!(out, "- and {} more", count(rest, "place", "places"))?;
    }
    let mut helps: Vec<&str> = section.gaps.iter().filter_map(|it| it.first.remediation.as_deref()).collect();
    helps.sort_unstable();
    helps.dedup();
    for help in helps {
        writeln!(out, "\nTo mend it: {}.", prose(&clip(help)))?;
    }
    let criteria = section.gaps.first().map(|it| it.first.criteria.join(", ")).unwrap_or_default();
    writeln!(
        out,
        "\nBears on {}. More: {}\n\n</details>\n",
        text(&criteria),
        code(&format!("gapcheck explain {}", section.policy))
    )
}

/// A line for each policy while there is room, and those for which there is none.
fn table<'a, 'b>(sections: &[&'a Section<'b>], room: usize) -> (String, Vec<&'a Section<'b>>) {
    let mut table = String::from("| severity | policy | gaps | first place |\n| --- | --- | ---: | --- |\n");
    let mut left_out = Vec::new();
    for it in sections {
        let first = it.gaps.first().map(place).unwrap_or_default();
        let row = format!("| {} | {} | {} | {first} |\n", it.severity.name(), code(&it.policy.0), it.gaps.len());
        if left_out.is_empty() && length(&table) + length(&row) < room {
            table.push_str(&row);
        } else {
            left_out.push(*it);
        }
    }
    if sections.len() == left_out.len() {
        return (String::new(), left_out);
    }
    table.push('\n');
    (table, left_out)
}

fn undetermined(assessment: &Assessment, out: &mut dyn Write) -> io::Result<()> {
    let open: Vec<&Finding> =
        assessment.findings.iter().filter(|it| it.outcome == Outcome::Undetermined && it.is_open()).collect();
    if open.is_empty() {
        return Ok(());
    }
    writeln!(out, "<details><summary>{} could not be judged</summary>\n", count(open.len(), "subject", "subjects"))?;
    for it in open.iter().take(DESCRIBED_POLICIES) {
        let help = it.unresolved.as_ref().map(|it| format!("; {}", prose(&clip(&it.help)))).unwrap_or_default();
        let at = code(&clip(&format!("{}:{}", it.location.file, it.location.start.line)));
        writeln!(out, "- {} {at}: {}{help}", code(&it.policy.0), prose(&clip(&it.message)))?;
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
        writeln!(out, "- {} {status}: {}", code(&clip(it.path.as_str())), prose(&clip(why)))?;
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
    code(&clip(&format!("{}:{}", gap.first.location.file, gap.first.location.start.line)))
}

/// Inside a summary element Markdown is not read.
fn code_in_html(text: &str) -> String {
    format!("<code>{}</code>", self::text(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    fn comment(assessment: &Assessment) -> String {
        let mut out = Vec::new();
        render(assessment, &Sources::default(), &HumanOptions::default(), &mut out).expect("it fits");
        String::from_utf8(out).expect("Markdown is text")
    }

    #[test]
    fn a_comment_of_thousands_of_gaps_fits_and_counts_what_it_leaves_out() {
        let mut assessment = sample::assessment();
        let one = assessment.findings.remove(0);
        let long = "x*".repeat(500);
        assessment.findings = (0..6_000)
            .map(|at| {
                let mut it = one.clone();
                it.policy.0 = format!("policy-{}", at % 2_000);
                it.message = format!("{at} {long}");
                it.subject.id = at.to_string();
                it
            })
            .collect();
        let text = comment(&assessment);
        assert!(text.chars().count() <= 65_536 && text.len() < 1 << 20, "{} characters", text.chars().count());
        let left_out = text.lines().find(|it| it.contains("for want of room")).expect("something is left out");
        let number: usize = left_out.split(' ').next().and_then(|it| it.parse().ok()).expect("it is counted");
        let shown = text.matches("<details><summary><b>").count() + text.matches("| critical | ").count();
        assert_eq!(number + shown, 2_000, "{left_out}");
        assert!(text.starts_with("<!-- gapcheck soc2 -->\n## ❌ gapcheck: 4 gaps"), "the verdict leads");
        assert!(text.trim_end().ends_with("</sub>"), "the end is there");
    }

    #[test]
    fn a_comment_leaves_nothing_out_while_there_is_room() {
        assert!(!comment(&sample::assessment()).contains("for want of room"));
    }
}
