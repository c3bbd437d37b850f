//! What the page shows: everything is taken from the assessment, ready to be written.

use serde::Serialize;

use crate::model::{
    Assessment, AttestationResult, BaselineResult, Comparison, ControlStatus, CriterionResult, Examination, Finding,
    Notice, Outcome, Population, RepositoryResult, Severity, Sources, Table, WaiverResult,
};
use crate::report::page::safe;

use super::policies::{PolicyView, policies};

/// Rows of one table that are listed: a page of all of them would not open.
const LISTED: usize = 500;

#[derive(Serialize)]
pub(super) struct Page<'a> {
    tool: String,
    digest: &'a str,
    framework: String,
    scope: Vec<&'a str>,
    examination: Option<String>,
    date: &'a str,
    repository: Option<String>,
    revision: String,
    passed: bool,
    reason: &'a str,
    exit_code: u8,
    /// Whether every finding is listed: a merge keeps the worst.
    complete: bool,
    severities: Vec<(usize, &'static str)>,
    open_count: usize,
    statuses: Vec<Status>,
    tables: Vec<TableView<'a>>,
    repositories: &'a [RepositoryResult],
    repositories_more: usize,
    policies: Vec<PolicyView>,
    /// Gaps that are shown with their lines, and those that are not.
    has_gaps: bool,
    shown: usize,
    brief: usize,
    undetermined: Vec<Open>,
    undetermined_more: usize,
    comparison: Option<&'a Comparison>,
    moved: Vec<(&'a str, &'static str, &'static str)>,
    waivers: &'a [WaiverResult],
    waivers_more: usize,
    attestations: &'a [AttestationResult],
    foreign: usize,
    baseline: Option<BaselineResult>,
    remarks: Vec<String>,
    problems: Vec<String>,
    files: Files,
}

#[derive(Serialize)]
struct Status {
    id: String,
    words: &'static str,
    number: usize,
}

/// The control matrix of one framework.
#[derive(Serialize)]
struct TableView<'a> {
    title: String,
    readers: String,
    count: usize,
    /// What the rows are called.
    plural: &'static str,
    categories: Vec<Category<'a>>,
    /// What user entities, and what subservice organizations, have to do: id and text.
    user_entities: Vec<(&'a str, &'a str)>,
    subservice_organizations: Vec<(&'a str, &'a str)>,
}

#[derive(Serialize)]
struct Category<'a> {
    title: &'a str,
    /// Whether none of its criteria is in scope.
    is_out: bool,
    criteria: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    status: String,
    words: &'static str,
    result: &'a CriterionResult,
    links: Vec<Linked<'a>>,
}

/// A policy as a criterion names it.
#[derive(Serialize)]
struct Linked<'a> {
    id: &'a str,
    title: &'a str,
    aspect: &'a str,
    strength: &'static str,
    because: &'a str,
    population: Population,
}

#[derive(Serialize)]
struct Open {
    policy: String,
    message: String,
    place: String,
    help: String,
}

#[derive(Serialize)]
struct Files {
    read: usize,
    partly: usize,
    failed: usize,
    skipped: usize,
    rows: Vec<[String; 4]>,
    more: usize,
}

impl<'a> Page<'a> {
    pub(super) fn of(assessment: &'a Assessment, sources: &Sources) -> Self {
        let repository = assessment.run.repository.as_ref();
        let commit = repository.and_then(|it| it.commit.as_deref()).map(|it| it.get(..12).unwrap_or(it));
        let branch = repository.and_then(|it| it.branch.as_deref());
        let revision = [branch, commit].into_iter().flatten().collect::<Vec<_>>().join(" at ");
        let by =
            |severity: Severity| assessment.findings.iter().filter(|it| it.stands() && it.severity == severity).count();
        let (policies, brief) = policies(assessment, sources);
        let shown = policies.iter().map(PolicyView::with_lines).sum();
        // Only a merge leaves findings out, and its repositories have counted them.
        let counted: usize = assessment.repositories.iter().map(|it| it.gaps.total()).sum();
        let listed = assessment.findings.iter().filter(|it| it.stands()).count();
        let (undetermined, open_count) = undetermined(assessment);
        Self {
            tool: format!("{} {}", assessment.tool.name, assessment.tool.version),
            digest: &assessment.tool.policies_digest,
            framework: assessment.framework_titles(),
            scope: categories_in_scope(assessment),
            examination: assessment.run.examination.as_ref().map(Examination::words),
            date: &assessment.run.date,
            repository: assessment.repository(),
            revision,
            passed: assessment.gate.passed,
            reason: &assessment.gate.reason,
            exit_code: assessment.gate.exit_code,
            complete: assessment.repositories.is_empty() || counted == listed,
            severities: Severity::ALL.into_iter().rev().map(|it| (by(it), it.name())).collect(),
            open_count,
            statuses: statuses(assessment),
            tables: assessment.tables().into_iter().map(|it| table(it, assessment)).collect(),
            repositories: first(&assessment.repositories),
            repositories_more: assessment.repositories.len().saturating_sub(LISTED),
            has_gaps: policies.iter().any(PolicyView::has_gaps),
            policies,
            shown,
            brief,
            undetermined_more: open_count - undetermined.len(),
            undetermined,
            comparison: assessment.comparison.as_ref(),
            moved: moved(assessment),
            waivers: first(&assessment.waivers),
            waivers_more: assessment.waivers.len().saturating_sub(LISTED),
            attestations: &assessment.attestations,
            foreign: assessment.foreign.len(),
            baseline: assessment.baseline,
            remarks: assessment.remarks.iter().map(notice).collect(),
            problems: assessment.problems.iter().map(notice).collect(),
            files: files(assessment),
        }
    }
}

fn statuses(assessment: &Assessment) -> Vec<Status> {
    let number = |status| assessment.criteria.iter().filter(|it| it.status == status).count();
    let all =
        ControlStatus::ALL.into_iter().rev().map(|it| Status { id: id(it), words: it.words(), number: number(it) });
    all.filter(|it| it.number > 0).collect()
}

/// The categories of all frameworks, each once.
fn categories_in_scope(assessment: &Assessment) -> Vec<&str> {
    let of_each = assessment.frameworks.iter().flat_map(|it| &it.categories);
    let mut all: Vec<&str> = Vec::new();
    for it in assessment.scope.categories.iter().chain(of_each) {
        if !all.contains(&it.as_str()) {
            all.push(it);
        }
    }
    all
}

fn table<'a>(table: Table<'a>, assessment: &'a Assessment) -> TableView<'a> {
    let texts = |of: fn(&CriterionResult) -> &[String]| -> Vec<(&'a str, &'a str)> {
        let all = table.criteria.iter().flat_map(|it| of(it).iter().map(|text| (it.id.as_str(), text.as_str())));
        all.collect()
    };
    TableView {
        user_entities: texts(|it| &it.user_entities),
        subservice_organizations: texts(|it| &it.subservice_organizations),
        count: table.criteria.len(),
        plural: table.framework.measure.plural(),
        categories: categories(&table, assessment),
        title: table.framework.title,
        readers: table.framework.readers,
    }
}

fn categories<'a>(table: &Table<'a>, assessment: &'a Assessment) -> Vec<Category<'a>> {
    let mut categories: Vec<Category<'_>> = Vec::new();
    for it in table.criteria.iter().copied() {
        let row = Row { status: id(it.status), words: it.status.words(), result: it, links: links(it, assessment) };
        match categories.iter_mut().find(|category| category.title == it.category) {
            Some(category) => {
                category.is_out &= it.status == ControlStatus::OutOfScope;
                category.criteria.push(row);
            }
            None => {
                let is_out = it.status == ControlStatus::OutOfScope;
                categories.push(Category { title: &it.category, is_out, criteria: vec![row] });
            }
        }
    }
    categories
}

fn links<'a>(criterion: &CriterionResult, assessment: &'a Assessment) -> Vec<Linked<'a>> {
    let judged = assessment.policies.iter().filter(|it| it.population.subjects > 0);
    let links = judged.flat_map(|policy| policy.criteria.iter().map(move |link| (policy, link)));
    let own = links.filter(|(_, link)| link.criterion == criterion.id);
    own.map(|(policy, link)| Linked {
        id: &policy.id.0,
        title: &policy.title,
        aspect: &link.aspect,
        strength: link.strength.name(),
        because: &link.because,
        population: policy.population,
    })
    .collect()
}

/// What could not be judged, as much of it as is listed, and how much there is.
fn undetermined(assessment: &Assessment) -> (Vec<Open>, usize) {
    let open = || assessment.findings.iter().filter(|it| it.outcome == Outcome::Undetermined && it.is_open());
    let row = |it: &Finding| Open {
        policy: it.policy.0.clone(),
        message: safe(&it.message).into_owned(),
        place: format!("{}:{}", safe(it.location.file.as_str()), it.location.start.line),
        help: it.unresolved.as_ref().map(|it| safe(&it.help).into_owned()).unwrap_or_default(),
    };
    (open().take(LISTED).map(row).collect(), open().count())
}

/// Criteria whose status the change moved.
fn moved(assessment: &Assessment) -> Vec<(&str, &'static str, &'static str)> {
    let moved = assessment.comparison.iter().flat_map(|it| &it.criteria);
    moved.map(|it| (it.id.as_str(), it.before.words(), it.after.words())).collect()
}

fn first<T>(all: &[T]) -> &[T] {
    all.get(..LISTED).unwrap_or(all)
}

fn files(assessment: &Assessment) -> Files {
    let summary = &assessment.ledger.summary;
    let row = |it: &crate::model::LedgerEntry| {
        let problem = it.problems.first().map(|it| it.message.as_str());
        let why = it.reason.as_deref().or(problem).unwrap_or_default();
        let status = format!("{:?}", it.status).to_lowercase();
        [safe(it.path.as_str()).into_owned(), it.collector.clone().unwrap_or_default(), status, safe(why).into_owned()]
    };
    Files {
        read: summary.collected + summary.partly,
        partly: summary.partly,
        failed: summary.failed,
        skipped: summary.skipped,
        rows: assessment.ledger.files.iter().take(LISTED).map(row).collect(),
        more: assessment.ledger.files.len().saturating_sub(LISTED),
    }
}

fn notice(notice: &Notice) -> String {
    let place = notice.location.as_ref().map(|it| format!("{}:{}: ", it.file, it.start.line)).unwrap_or_default();
    let help = notice.help.as_ref().map(|it| format!(" ({it})")).unwrap_or_default();
    safe(&format!("{place}{}{help}", notice.message)).into_owned()
}

/// The status as the style and the filter know it.
fn id(status: ControlStatus) -> String {
    status.words().replace(' ', "-")
}
