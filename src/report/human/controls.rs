//! The table of controls: every criterion, its status, its population and its gaps.

use std::collections::BTreeMap;
use std::io;

use crate::model::{Assessment, ControlStatus, CriterionResult, ExaminationKind, Measure, Population, Table, TestKind};
use crate::report::page::{Page, Style, count, plain, width, words};

/// Columns right of the title: status, passing subjects, gaps.
const STATUS: usize = 13;
const PASSED: usize = 9;
const GAPS: usize = 6;

/// All criteria: those in scope that files bear on in a table, the others by their ids.
pub(super) fn render(assessment: &Assessment, page: &mut Page<'_>) -> io::Result<()> {
    for table in assessment.tables() {
        one(&table, assessment, page)?;
    }
    Ok(())
}

/// The table of one framework.
fn one(table: &Table<'_>, assessment: &Assessment, page: &mut Page<'_>) -> io::Result<()> {
    let (outside, inside): (Vec<&CriterionResult>, Vec<_>) =
        table.criteria.iter().copied().partition(|it| it.status == ControlStatus::OutOfScope);
    let (manual, shown): (Vec<_>, Vec<_>) = inside.into_iter().partition(|it| it.status == ControlStatus::Manual);
    head(table, assessment, page)?;
    if !shown.is_empty() {
        rows(&shown, page)?;
    }
    if !manual.is_empty() {
        let names = if page.options.verbose { titled(&manual) } else { ids(&manual) };
        let lead = format!("{} manual: ", symbol(ControlStatus::Manual, page));
        let asked = match table.framework.measure {
            Measure::Criterion => "`gapcheck criteria` tells what is asked",
            Measure::ControlObjective => "`gapcheck attest` writes down who does",
        };
        let text = format!("{names}. Only a person can answer these {}; {asked}", manual.len());
        page.paragraph(&[plain("  "), words(Style::CYAN, lead)], 4, &[plain(text)])?;
    }
    if !outside.is_empty() {
        outside_of_scope(&outside, page)?;
    }
    summary(table, page)?;
    others(table, page)?;
    page.blank()
}

/// The framework, for whom a report under it is meant, and what is examined.
fn head(table: &Table<'_>, assessment: &Assessment, page: &mut Page<'_>) -> io::Result<()> {
    let framework = &table.framework;
    let categories = match framework.measure {
        Measure::Criterion => format!(" ({})", framework.categories.join(", ")),
        Measure::ControlObjective => String::new(),
    };
    page.hanging(&[], &[words(Style::BOLD, framework.title.as_str()), plain(categories)])?;
    if !framework.readers.is_empty() {
        page.hanging(&[words(Style::DIM, "  for ")], &[words(Style::DIM, framework.readers.as_str())])?;
    }
    if let Some(examination) = &assessment.run.examination {
        page.hanging(&[plain("  ")], &[words(Style::DIM, examination.words())])?;
        if examination.kind == ExaminationKind::Two {
            let of = |kind| assessment.policies.iter().filter(move |it| it.tests == kind && it.population.subjects > 0);
            let text = format!(
                "{} over the period; {} design as it is now",
                count(of(TestKind::Operating).count(), "policy looks at operation", "policies look at operation"),
                count(of(TestKind::Design).count(), "looks at", "look at"),
            );
            page.hanging(&[plain("  ")], &[words(Style::DIM, text)])?;
        }
    }
    Ok(())
}

/// One of the lists that an objective has.
type Part = fn(&CriterionResult) -> &[String];

/// What others have to do for the objectives to be met.
fn others(table: &Table<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let parts: [(&str, Part); 2] = [
        ("User entities have to do themselves (complementary user entity controls)", |it| &it.user_entities),
        ("Subservice organizations have to do", |it| &it.subservice_organizations),
    ];
    for (title, of) in parts {
        if table.criteria.iter().all(|it| of(it).is_empty()) {
            continue;
        }
        page.hanging(&[plain("  ")], &[words(Style::BOLD, title), plain(":")])?;
        for it in &table.criteria {
            for text in of(it) {
                page.paragraph(
                    &[plain("  - "), words(Style::BOLD, it.id.as_str()), plain(" ")],
                    4,
                    &[plain(text.as_str())],
                )?;
            }
        }
    }
    Ok(())
}

fn rows(table: &[&CriterionResult], page: &mut Page<'_>) -> io::Result<()> {
    let id = table.iter().map(|it| width(&it.id)).max().unwrap_or(0);
    let title = page.options.width.saturating_sub(4 + id + 1 + 2 + STATUS + PASSED + GAPS).max(10);
    let head = format!("    {:id$} {:title$} {:STATUS$}{:>PASSED$}{:>GAPS$}", "", "", "status", "passed", "gaps");
    page.line(&[words(Style::DIM, head)])?;
    for it in table {
        let style = style(it.status);
        let mut lines = wrapped(&it.title, title).into_iter();
        let population = it.population;
        let answered = population.subjects;
        let passed = if answered == 0 { "-".to_owned() } else { format!("{}/{answered}", population.pass) };
        let gaps = if population.fail == 0 { "-".to_owned() } else { population.fail.to_string() };
        let pad = " ".repeat(title.saturating_sub(lines.as_slice().first().map_or(0, |it| width(it))));
        page.line(&[
            plain("  "),
            words(style, symbol(it.status, page)),
            plain(" "),
            words(Style::BOLD, format!("{:id$}", it.id)),
            plain(" "),
            plain(lines.next().unwrap_or_default()),
            plain(pad),
            plain("  "),
            words(style, format!("{:STATUS$}", it.status.words())),
            plain(format!("{passed:>PASSED$}")),
            words(if population.fail > 0 { style } else { Style::PLAIN }, format!("{gaps:>GAPS$}")),
        ])?;
        let indent = " ".repeat(5 + id);
        for line in lines {
            page.line(&[plain(indent.as_str()), plain(line)])?;
        }
        details(it, &indent, page)?;
    }
    Ok(())
}

/// What a status leaves open.
fn details(criterion: &CriterionResult, indent: &str, page: &mut Page<'_>) -> io::Result<()> {
    let mut say = |text: String| page.hanging(&[plain(indent)], &[words(Style::DIM, text)]);
    if criterion.status == ControlStatus::Partial {
        let open: Vec<_> = criterion.aspects.iter().filter(|it| !it.covered).map(|it| it.id.as_str()).collect();
        say(format!("not covered: {}", open.join(", ")))?;
    }
    let Population { undetermined, waived, .. } = criterion.population;
    let mut notes = Vec::new();
    if undetermined > 0 {
        notes.push(format!("{undetermined} undetermined"));
    }
    if waived > 0 {
        notes.push(format!("{waived} waived"));
    }
    if criterion.unread_files > 0 {
        notes.push(format!("{} not read whole", count(criterion.unread_files, "file", "files")));
    }
    if !notes.is_empty() {
        say(notes.join(", "))?;
    }
    if page.options.verbose {
        page.hanging(&[plain(indent)], &[words(Style::DIM, criterion.reason.as_str())])?;
        if let Some(objective) = &criterion.objective {
            page.hanging(&[plain(indent)], &[words(Style::DIM, objective.as_str())])?;
        }
    }
    Ok(())
}

fn outside_of_scope(outside: &[&CriterionResult], page: &mut Page<'_>) -> io::Result<()> {
    let mut categories: BTreeMap<&str, usize> = BTreeMap::new();
    for it in outside {
        *categories.entry(it.category.as_str()).or_default() += 1;
    }
    let names: Vec<_> = categories.iter().map(|(name, number)| format!("{name} {number}")).collect();
    let lead = format!("{} out of scope: ", symbol(ControlStatus::OutOfScope, page));
    let text = format!("{} (`--category` chooses)", names.join(", "));
    page.paragraph(&[plain("  "), words(Style::DIM, lead)], 4, &[words(Style::DIM, text)])
}

/// How many criteria have which status, worst first.
fn summary(table: &Table<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let mut parts = Vec::new();
    for status in ControlStatus::ALL.into_iter().rev() {
        let number = table.criteria.iter().filter(|it| it.status == status).count();
        if number > 0 {
            let comma = if parts.is_empty() { " " } else { ", " };
            parts.push(plain(comma));
            parts.push(words(style(status), format!("{} {number}", status.words())));
        }
    }
    let measure = table.framework.measure;
    let lead = format!("{}:", count(table.criteria.len(), measure.noun(), measure.plural()));
    page.paragraph(&[plain("  "), words(Style::BOLD, lead), plain(" ")], 4, &parts)
}

fn ids(criteria: &[&CriterionResult]) -> String {
    criteria.iter().map(|it| it.id.as_str()).collect::<Vec<_>>().join(", ")
}

fn titled(criteria: &[&CriterionResult]) -> String {
    criteria.iter().map(|it| format!("{} {}", it.id, it.title)).collect::<Vec<_>>().join("; ")
}

/// A title in lines no wider than `room`.
fn wrapped(text: &str, room: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(line) + 1 + width(word) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Tells the status without colour and without words.
fn symbol(status: ControlStatus, page: &Page<'_>) -> &'static str {
    let (unicode, ascii) = match status {
        ControlStatus::OutOfScope => ("·", "."),
        ControlStatus::Satisfied => ("✓", "+"),
        ControlStatus::Attested => ("✓", "+"),
        ControlStatus::Partial => ("◐", "/"),
        ControlStatus::Waived => ("~", "~"),
        ControlStatus::NoEvidence => ("–", "-"),
        ControlStatus::Manual => ("○", "o"),
        ControlStatus::Undetermined => ("?", "?"),
        ControlStatus::Gap => ("✗", "x"),
    };
    page.symbol(unicode, ascii)
}

fn style(status: ControlStatus) -> Style {
    match status {
        ControlStatus::OutOfScope | ControlStatus::NoEvidence => Style::DIM,
        ControlStatus::Satisfied | ControlStatus::Attested => Style::GREEN,
        ControlStatus::Partial | ControlStatus::Waived => Style::YELLOW,
        ControlStatus::Manual => Style::CYAN,
        ControlStatus::Undetermined => Style::MAGENTA,
        ControlStatus::Gap => Style::RED,
    }
}
