//! Every policy that judged something, with its gaps and the lines that decide.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::model::{Assessment, Finding, PolicyResult, SourceId, Sources};
use crate::report::excerpt::{Excerpt, Mark};
use crate::report::gaps::{Gap, sections};
use crate::report::options::HumanOptions;
use crate::report::page::{count, safe};

/// Gaps of one policy that are shown with their lines; a page of all of them would not open.
const SHOWN: usize = 100;

/// Columns of a snippet.
const WIDTH: usize = 140;

#[derive(Serialize)]
pub(super) struct PolicyView {
    id: String,
    title: String,
    description: String,
    severity: &'static str,
    subjects: usize,
    pass: usize,
    fail: usize,
    undetermined: usize,
    waived: usize,
    summary: String,
    criteria: Vec<(String, String)>,
    remediation: Vec<(String, String)>,
    gaps: Vec<GapView>,
    more: usize,
    accepted: Vec<String>,
}

#[derive(Serialize)]
struct GapView {
    message: String,
    place: String,
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

/// Policies with gaps first, worst first, then the others by their ids.
pub(super) fn policies(assessment: &Assessment, sources: &Sources) -> Vec<PolicyView> {
    let by_path: BTreeMap<&str, SourceId> = sources.iter().map(|(id, it)| (it.path.as_str(), id)).collect();
    let sections = sections(assessment);
    let mut failing: BTreeMap<&str, (usize, &[Gap<'_>])> = BTreeMap::new();
    for (at, it) in sections.iter().enumerate() {
        failing.insert(&it.policy.0, (at, &it.gaps));
    }
    let judged = assessment.policies.iter().filter(|it| it.population.subjects > 0);
    let mut views: Vec<(usize, PolicyView)> = judged
        .map(|it| {
            let (rank, gaps) = failing.get(it.id.0.as_str()).copied().unwrap_or((usize::MAX, &[]));
            (rank, view(it, gaps, assessment, sources, &by_path))
        })
        .collect();
    views.sort_by(|a, b| (a.0, &a.1.id).cmp(&(b.0, &b.1.id)));
    views.into_iter().map(|it| it.1).collect()
}

fn view(
    policy: &PolicyResult,
    found: &[Gap<'_>],
    assessment: &Assessment,
    sources: &Sources,
    by_path: &BTreeMap<&str, SourceId>,
) -> PolicyView {
    let population = policy.population;
    let hidden = |it: &&Finding| it.policy == policy.id && !it.is_open();
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
        subjects: population.subjects,
        pass: population.pass,
        fail: population.fail,
        undetermined: population.undetermined,
        waived: population.waived,
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
        gaps: found.iter().take(SHOWN).map(|it| gap(it, sources, by_path)).collect(),
        more: found.len().saturating_sub(SHOWN),
        accepted: assessment.findings.iter().filter(hidden).take(SHOWN).map(accepted).collect(),
    }
}

fn gap(gap: &Gap<'_>, sources: &Sources, by_path: &BTreeMap<&str, SourceId>) -> GapView {
    let finding = gap.first;
    let own = Mark { location: &finding.location, note: None, primary: true };
    let related =
        finding.related.iter().map(|it| (it.note.as_str(), Mark { location: &it.location, note: None, primary: true }));
    let marks = std::iter::once(("", own)).chain(related);
    let names: Vec<String> = gap.names().iter().map(|it| safe(it).into_owned()).collect();
    GapView {
        message: safe(&finding.message).into_owned(),
        place: place(&own),
        subjects: if gap.others.is_empty() { Vec::new() } else { names },
        snippets: marks.filter_map(|(note, mark)| snippet(note, &mark, sources, by_path)).collect(),
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
