//! What the page shows: everything is taken from the assessment, ready to be written.

use serde::Serialize;

use crate::model::{
    Assessment, AttestationResult, BaselineResult, Comparison, ControlStatus, CriterionResult, Examination, Notice,
    Outcome, Severity, Sources, Suppression, Table, WaiverResult,
};
use crate::report::page::safe;

use super::policies::{PolicyView, policies};

/// Rows of the ledger that are listed.
const LISTED: usize = 500;

#[derive(Serialize)]
pub(super) struct Page<'a> {
    tool: String,
    framework: String,
    examination: Option<String>,
    date: &'a str,
    revision: String,
    passed: bool,
    reason: &'a str,
    exit_code: u8,
    severities: Vec<(usize, &'static str)>,
    statuses: Vec<Status>,
    tables: Vec<TableView<'a>>,
    policies: Vec<PolicyView>,
    undetermined: Vec<Open>,
    comparison: Option<&'a Comparison>,
    waivers: &'a [WaiverResult],
    attestations: &'a [AttestationResult],
    foreign: &'a [Suppression],
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
    noun: &'static str,
    categories: Vec<Category<'a>>,
    /// What user entities, and what subservice organizations, have to do: id and text.
    user_entities: Vec<(&'a str, &'a str)>,
    subservice_organizations: Vec<(&'a str, &'a str)>,
}

#[derive(Serialize)]
struct Category<'a> {
    title: &'a str,
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
    subjects: usize,
    pass: usize,
    fail: usize,
    undetermined: usize,
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
        Self {
            tool: format!("{} {}", assessment.tool.name, assessment.tool.version),
            framework: assessment.framework_titles(),
            examination: assessment.run.examination.as_ref().map(Examination::words),
            date: &assessment.run.date,
            revision,
            passed: assessment.gate.passed,
            reason: &assessment.gate.reason,
            exit_code: assessment.gate.exit_code,
            severities: Severity::ALL.into_iter().rev().map(|it| (by(it), it.name())).collect(),
            statuses: statuses(assessment),
            tables: assessment.tables().into_iter().map(|it| table(it, assessment)).collect(),
            policies: policies(assessment, sources),
            undetermined: undetermined(assessment),
            comparison: assessment.comparison.as_ref(),
            waivers: &assessment.waivers,
            attestations: &assessment.attestations,
            foreign: &assessment.foreign,
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

fn table<'a>(table: Table<'a>, assessment: &'a Assessment) -> TableView<'a> {
    let texts = |of: fn(&CriterionResult) -> &[String]| -> Vec<(&'a str, &'a str)> {
        let all = table.criteria.iter().flat_map(|it| of(it).iter().map(|text| (it.id.as_str(), text.as_str())));
        all.collect()
    };
    TableView {
        user_entities: texts(|it| &it.user_entities),
        subservice_organizations: texts(|it| &it.subservice_organizations),
        noun: table.framework.measure.noun(),
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
            Some(category) => category.criteria.push(row),
            None => categories.push(Category { title: &it.category, criteria: vec![row] }),
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
        subjects: policy.population.subjects,
        pass: policy.population.pass,
        fail: policy.population.fail,
        undetermined: policy.population.undetermined,
    })
    .collect()
}

fn undetermined(assessment: &Assessment) -> Vec<Open> {
    let open = assessment.findings.iter().filter(|it| it.outcome == Outcome::Undetermined && it.is_open());
    open.map(|it| Open {
        policy: it.policy.0.clone(),
        message: safe(&it.message).into_owned(),
        place: format!("{}:{}", safe(it.location.file.as_str()), it.location.start.line),
        help: it.unresolved.as_ref().map(|it| safe(&it.help).into_owned()).unwrap_or_default(),
    })
    .collect()
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
