//! Failures: a section for each policy, a snippet for each cause, and then what is common to them.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use crate::model::{Assessment, Finding, Location, Related, SourceId, Sources};
use crate::report::page::{Page, Style, count, plain, severity_style, words};

use super::snippet;
use crate::report::excerpt::{Excerpt, Mark};
use crate::report::gaps::{Gap, Section, sections};

/// Places that follow the snippets, a line each.
const LISTED_PLACES: usize = 10;

/// Lines between two places that one snippet shows.
const NEAR_LINES: u32 = 4;

/// Subjects named for one cause.
const NAMED_SUBJECTS: usize = 5;

/// What the sections look up.
struct Context<'a> {
    sources: &'a Sources,
    by_path: BTreeMap<&'a str, SourceId>,
    titles: BTreeMap<&'a str, &'a str>,
    /// Ids of control objectives, which are no criteria.
    objectives: BTreeSet<&'a str>,
}

/// All failures that stand, worst first.
pub(super) fn render(assessment: &Assessment, sources: &Sources, page: &mut Page<'_>) -> io::Result<()> {
    let context = Context {
        sources,
        by_path: sources.iter().map(|(id, it)| (it.path.as_str(), id)).collect(),
        titles: assessment.criteria.iter().map(|it| (it.id.as_str(), it.title.as_str())).collect(),
        objectives: assessment.criteria.iter().filter(|it| it.objective.is_some()).map(|it| it.id.as_str()).collect(),
    };
    for section in sections(assessment) {
        render_section(&section, &context, page)?;
    }
    accepted(assessment, page)
}

fn render_section(section: &Section<'_>, context: &Context<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let title = section.result.map_or("", |it| it.title.as_str());
    let severity = section.severity;
    let head = [
        words(severity_style(severity), severity.name()),
        words(Style::BOLD, format!("[{}]", section.policy)),
        plain(": "),
    ];
    page.paragraph(&head, 2, &[words(Style::BOLD, title)])?;
    let all = page.options.max_findings == 0;
    let shown = if all { section.gaps.len() } else { page.options.max_findings };
    for gap in section.gaps.iter().take(shown) {
        render_gap(gap, context, page)?;
    }
    let rest = section.gaps.get(shown..).unwrap_or_default();
    more_places(rest, page)?;
    common(section, context, page)?;
    page.blank()
}

/// The failing places that have no snippet: a line for some, a number for the others.
fn more_places(rest: &[Gap<'_>], page: &mut Page<'_>) -> io::Result<()> {
    if rest.is_empty() {
        return Ok(());
    }
    page.line(&[plain("  "), words(Style::DIM, format!("and {}:", count(rest.len(), "more place", "more places")))])?;
    let listed = if page.options.verbose { rest.len() } else { LISTED_PLACES };
    for gap in rest.iter().take(listed) {
        let more = if gap.others.is_empty() { String::new() } else { format!(" and {} more", gap.others.len()) };
        let name = format!("  {}{more}", gap.first.subject.name);
        page.paragraph(&[plain("    ")], 8, &[words(Style::CYAN, place(&gap.first.location)), plain(name)])?;
    }
    let hidden = rest.len().saturating_sub(listed);
    if hidden > 0 {
        let text = format!("{hidden} not listed: `--max-findings 0` shows all");
        page.line(&[plain("    "), words(Style::DIM, text)])?;
    }
    Ok(())
}

fn render_gap(gap: &Gap<'_>, context: &Context<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let finding = gap.first;
    let own = finding.related.iter().filter(|it| is_near(it, finding));
    match context.excerpt(finding, own, page) {
        Some(excerpt) => snippet::render(&finding.message, finding.severity, &excerpt, page)?,
        None => {
            page.hanging(
                &[plain("  "), words(severity_style(finding.severity), page.symbol("× ", "x "))],
                &[plain(finding.message.as_str())],
            )?;
            let at = [plain("    at "), words(Style::CYAN, place(&finding.location))];
            page.hanging(&at, &[])?;
            for it in finding.related.iter().filter(|it| is_near(it, finding)) {
                note(it, page)?;
            }
        }
    }
    elsewhere(finding, context, page)?;
    if !gap.others.is_empty() {
        let mut names = gap.names();
        let hidden = names.len().saturating_sub(1 + NAMED_SUBJECTS);
        names.truncate(1 + NAMED_SUBJECTS);
        let and = if hidden == 0 { String::new() } else { format!(" and {hidden} more") };
        let text = format!("so for {} from this place: {}{and}", gap.others.len() + 1, names.join(", "));
        page.hanging(&[plain("  ")], &[plain(text)])?;
    }
    if page.options.verbose {
        for it in gap.findings() {
            page.hanging(&[words(Style::DIM, "  subject: ")], &[words(Style::DIM, it.subject.id.as_str())])?;
            page.hanging(&[words(Style::DIM, "  fingerprint: ")], &[words(Style::DIM, it.fingerprint.as_str())])?;
        }
    }
    Ok(())
}

/// Whether a related place shows in the finding's own snippet. Farther ones follow in snippets of their own, so that
/// what decides comes first.
fn is_near(related: &Related, finding: &Finding) -> bool {
    let (its, own) = (&related.location, &finding.location);
    let before = own.start.line.saturating_sub(its.end.line);
    let after = its.start.line.saturating_sub(own.end.line);
    its.file == own.file && before.max(after) <= NEAR_LINES
}

/// Places elsewhere that have a part in the finding.
fn elsewhere(finding: &Finding, context: &Context<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let is_told = |it: &Related| finding.related.iter().any(|other| other != it && is_within(it, other));
    for it in finding.related.iter().filter(|it| !is_near(it, finding) && !is_told(it)) {
        let marks = [Mark { location: &it.location, note: None, primary: false }];
        match context.excerpt_of(it.location.file.as_str(), &marks, page) {
            Some(excerpt) => snippet::render_related(&it.note, &excerpt, page)?,
            None => note(it, page)?,
        }
    }
    Ok(())
}

/// Whether another place shows this one as well: an item of a list, and the list.
fn is_within(related: &Related, other: &Related) -> bool {
    let (its, others) = (&related.location, &other.location);
    let is_smaller = its.end.byte - its.start.byte < others.end.byte - others.start.byte;
    its.file == others.file && is_smaller && others.start.byte <= its.start.byte && its.end.byte <= others.end.byte
}

fn note(related: &Related, page: &mut Page<'_>) -> io::Result<()> {
    let at = format!(" ({})", place(&related.location));
    page.hanging(&[words(Style::CYAN, "  note: ")], &[plain(related.note.as_str()), plain(at)])
}

/// What holds for all failures of the policy: said once.
fn common(section: &Section<'_>, context: &Context<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let (failing, places) = (section.subjects(), section.places());
    if failing > 1 || section.gaps.len() > 1 {
        let judged = section.result.map_or(failing, |it| it.population.subjects);
        let of = count(judged, "subject", "subjects");
        let text = format!("in {failing} of {of}, at {}", count(places, "place", "places"));
        page.hanging(&[words(Style::CYAN, "  gaps: ")], &[plain(text)])?;
    }
    let criteria = section.gaps.first().map(|it| it.first.criteria.as_slice()).unwrap_or_default();
    let (objectives, criteria): (Vec<&String>, Vec<_>) =
        criteria.iter().partition(|it| context.objectives.contains(it.as_str()));
    for (lead, ids) in [("  criteria: ", criteria), ("  control objectives: ", objectives)] {
        let titled: Vec<_> = ids.iter().map(|id| context.titled(id)).collect();
        if !titled.is_empty() {
            page.hanging(&[words(Style::CYAN, lead)], &[plain(titled.join("; "))])?;
        }
    }
    let findings = section.gaps.iter().flat_map(Gap::findings);
    let mut help: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (format, text) in findings.filter_map(|it| Some((it.subject.format.as_str(), it.remediation.as_deref()?))) {
        help.entry(text).or_default().insert(format);
    }
    let mut help: Vec<(String, &str)> =
        help.into_iter().map(|(text, formats)| (formats.into_iter().collect::<Vec<_>>().join(", "), text)).collect();
    help.sort();
    for (formats, text) in &help {
        let lead = if help.len() == 1 { "  help: ".to_owned() } else { format!("  help ({formats}): ") };
        page.paragraph(&[words(Style::CYAN, lead)], 8, &[plain(*text)])?;
    }
    let command = format!("`gapcheck explain {}`", section.policy);
    page.hanging(&[words(Style::CYAN, "  more: ")], &[plain(command)])
}

/// Failures that somebody accepted: never shown as gaps, never left unsaid.
fn accepted(assessment: &Assessment, page: &mut Page<'_>) -> io::Result<()> {
    let waived = assessment.findings.iter().filter(|it| it.waiver.is_some()).count();
    let known = assessment.findings.iter().filter(|it| it.baseline && it.waiver.is_none()).count();
    let old = assessment.findings.iter().filter(|it| it.waiver.is_none() && !it.baseline && !it.is_open()).count();
    let parts = [(waived, "waived"), (known, "in the baseline"), (old, "not of this change")];
    let parts: Vec<String> =
        parts.iter().filter(|it| it.0 > 0).map(|(number, what)| format!("{number} {what}")).collect();
    if parts.is_empty() {
        return Ok(());
    }
    let text = format!("not shown above: {} (`--format json` lists them)", parts.join(", "));
    page.hanging(&[], &[words(Style::DIM, text)])?;
    page.blank()
}

/// A place as editors and terminals open it.
pub(super) fn place(location: &Location) -> String {
    format!("{}:{}:{}", location.file, location.start.line, location.start.column)
}

impl Context<'_> {
    fn titled(&self, id: &str) -> String {
        self.titles.get(id).map_or_else(|| id.to_owned(), |title| format!("{id} {title}"))
    }

    fn excerpt<'a>(
        &self,
        finding: &'a Finding,
        related: impl Iterator<Item = &'a Related>,
        page: &Page<'_>,
    ) -> Option<Excerpt> {
        let mut marks = vec![Mark { location: &finding.location, note: None, primary: true }];
        marks.extend(related.map(|it| Mark { location: &it.location, note: Some(&it.note), primary: false }));
        self.excerpt_of(finding.location.file.as_str(), &marks, page)
    }

    /// The lines around the marks, where the text is at hand.
    fn excerpt_of(&self, path: &str, marks: &[Mark<'_>], page: &Page<'_>) -> Option<Excerpt> {
        let id = *self.by_path.get(path)?;
        Excerpt::new(self.sources.source(id)?, self.sources.redacted(id), marks, &page.options)
    }
}
