//! Every policy that judged something, with its gaps and the lines that decide.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::model::{Assessment, Finding, PolicyResult, Population, SourceId, Sources};
use crate::report::excerpt::{Excerpt, Mark};
use crate::report::gaps::{Gap, sections};
use crate::report::options::HumanOptions;
use crate::report::page::{count, safe};

/// Gaps of one policy that are shown; a page of all of them would not open.
const SHOWN: usize = 100;

/// Gaps of the whole page that are shown with their lines, the worst ones.
const WITH_LINES: usize = 2_000;

/// Subjects of one gap that are named.
const NAMED: usize = 30;

/// Columns of a snippet.
const WIDTH: usize = 140;

#[derive(Serialize)]
pub(super) struct PolicyView {
    id: String,
    title: String,
    description: String,
    severity: &'static str,
    population: Population,
    summary: String,
    criteria: Vec<(String, String)>,
    remediation: Vec<(String, String)>,
    gaps: Vec<GapView>,
    more: usize,
    accepted: Vec<String>,
    accepted_more: usize,
}

impl PolicyView {
    pub(super) fn has_gaps(&self) -> bool {
        !self.gaps.is_empty()
    }

    /// Gaps that are shown with their lines.
    pub(super) fn with_lines(&self) -> usize {
        self.gaps.iter().filter(|it| !it.snippets.is_empty()).count()
    }
}

#[derive(Serialize)]
struct GapView {
    message: String,
    place: String,
    /// How many subjects it is of, and those that are named.
    number: usize,
    subjects: Vec<String>,
    snippets: Vec<Snippet>,
}

#[derive(Serialize)]
struct Snippet {
    note: String,
    place: String,
    lines: Vec<SnippetLine>,
}

/// A line in three parts: before the mark, the mark, and behind it.
#[derive(Serialize)]
struct SnippetLine {
    number: usize,
    before: String,
    mark: String,
    after: String,
}

/// Policies with gaps first, worst first, then the others by their ids; and how many gaps stand without their lines
/// because enough of them are shown.
pub(super) fn policies(assessment: &Assessment, sources: &Sources) -> (Vec<PolicyView>, usize) {
    let by_path: BTreeMap<&str, SourceId> = sources.iter().map(|(id, it)| (it.path.as_str(), id)).collect();
    let results: BTreeMap<&str, &PolicyResult> = assessment.policies.iter().map(|it| (it.id.0.as_str(), it)).collect();
    let mut hidden: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for it in assessment.findings.iter().filter(|it| !it.is_open()) {
        hidden.entry(&it.policy.0).or_default().push(it);
    }
    let sections = sections(assessment);
    let mut failing: BTreeSet<&str> = BTreeSet::new();
    let (mut views, mut room, mut brief) = (Vec::new(), WITH_LINES, 0);
    let hidden = |id: &str| hidden.get(id).map_or(&[][..], Vec::as_slice);
    for it in &sections {
        let id = it.policy.0.as_str();
        failing.insert(id);
        let Some(policy) = results.get(id) else { continue };
        let shown = it.gaps.len().min(SHOWN);
        let lines = shown.min(room);
        views.push(view(policy, &it.gaps, hidden(id), lines, sources, &by_path));
        room -= lines;
        brief += shown - lines;
    }
    let mut others: Vec<&PolicyResult> = assessment
        .policies
        .iter()
        .filter(|it| it.population.subjects > 0 && !failing.contains(it.id.0.as_str()))
        .collect();
    others.sort_by_key(|it| &it.id);
    views.extend(others.into_iter().map(|it| view(it, &[], hidden(&it.id.0), 0, sources, &by_path)));
    (views, brief)
}

fn view(
    policy: &PolicyResult,
    found: &[Gap<'_>],
    hidden: &[&Finding],
    lines: usize,
    sources: &Sources,
    by_path: &BTreeMap<&str, SourceId>,
) -> PolicyView {
    let population = policy.population;
    let accepted = |it: &Finding| {
        let why = match (&it.waiver, it.baseline) {
            (Some(waiver), _) => format!("waived by {waiver}"),
            (None, true) => "in the baseline".to_owned(),
            (None, false) => it.change.map_or("", crate::model::Change::name).to_owned(),
        };
        safe(&format!("{} at {}:{} ({why})", it.message, it.location.file, it.location.start.line)).into_owned()
    };
    let formats: BTreeSet<&str> = found.iter().flat_map(Gap::findings).map(|it| it.subject.format.as_str()).collect();
    PolicyView {
        id: policy.id.0.clone(),
        title: policy.title.clone(),
        description: policy.description.clone(),
        severity: policy.severity.name(),
        population,
        summary: if found.is_empty() {
            format!("{}/{} pass", population.pass, population.subjects)
        } else {
            count(found.len(), "gap", "gaps")
        },
        criteria: policy.criteria.iter().map(|it| (it.criterion.clone(), it.because.clone())).collect(),
        remediation: policy
            .remediation
            .iter()
            .filter(|it| formats.contains(it.0.as_str()))
            .map(|(format, text)| (format.clone(), text.clone()))
            .collect(),
        gaps: found.iter().take(SHOWN).enumerate().map(|(at, it)| gap(it, at < lines, sources, by_path)).collect(),
        more: found.len().saturating_sub(SHOWN),
        accepted: hidden.iter().take(SHOWN).map(|it| accepted(it)).collect(),
        accepted_more: hidden.len().saturating_sub(SHOWN),
    }
}

fn gap(gap: &Gap<'_>, has_lines: bool, sources: &Sources, by_path: &BTreeMap<&str, SourceId>) -> GapView {
    let finding = gap.first;
    let own = Mark { location: &finding.location, note: None, primary: true };
    let related =
        finding.related.iter().map(|it| (it.note.as_str(), Mark { location: &it.location, note: None, primary: true }));
    let marks = std::iter::once(("", own)).chain(related);
    let names: Vec<String> = gap.names().iter().take(NAMED).map(|it| safe(it).into_owned()).collect();
    GapView {
        message: safe(&finding.message).into_owned(),
        place: place(&own),
        number: gap.others.len() + 1,
        subjects: if gap.others.is_empty() { Vec::new() } else { names },
        snippets: marks
            .filter(|_| has_lines)
            .filter_map(|(note, mark)| snippet(note, &mark, sources, by_path))
            .collect(),
    }
}

fn place(mark: &Mark<'_>) -> String {
    safe(&format!("{}:{}", mark.location.file, mark.location.start.line)).into_owned()
}

fn snippet(note: &str, mark: &Mark<'_>, sources: &Sources, by_path: &BTreeMap<&str, SourceId>) -> Option<Snippet> {
    let id = *by_path.get(mark.location.file.as_str())?;
    let options = HumanOptions { width: WIDTH, ..HumanOptions::default() };
    let excerpt = Excerpt::new(sources.source(id)?, sources.redacted(id), &[*mark], &options)?;
    let marked = excerpt.labels.first().map(|it| it.range.clone()).unwrap_or_default();
    let line = |it: &crate::report::excerpt::Line| {
        let text = excerpt.text.get(it.range.clone()).unwrap_or_default();
        let part = |from: usize, to: usize| {
            let (from, to) = (from.clamp(it.range.start, it.range.end), to.clamp(it.range.start, it.range.end));
            text.get(from - it.range.start..to - it.range.start)
                .unwrap_or_default()
                .trim_end_matches(['\n', '\r'])
                .to_owned()
        };
        SnippetLine {
            number: it.number + 1,
            before: part(it.range.start, marked.start),
            mark: part(marked.start.max(it.range.start), marked.end),
            after: part(marked.end.max(it.range.start), it.range.end),
        }
    };
    Some(Snippet { note: safe(note).into_owned(), place: place(mark), lines: excerpt.lines.iter().map(line).collect() })
}
