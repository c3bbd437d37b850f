//! What stands on each sheet.

use std::borrow::Cow;

use crate::model::{Assessment, Examination, FileStatus, LedgerEntry, Location, Notice};
use crate::report::table::{self, Cell, FINDING, MATRIX, number, optional, text};

/// Columns whose words are states, and are coloured.
const STATES: &[&str] = &["status", "severity", "outcome", "standing", "verdict"];

pub(super) struct Sheet<'a> {
    pub(super) name: &'static str,
    pub(super) columns: Vec<Head>,
    pub(super) rows: Vec<Vec<Cell<'a>>>,
}

pub(super) struct Head {
    pub(super) name: &'static str,
    pub(super) width: u8,
    pub(super) is_state: bool,
}

/// The sheets, in the order in which an auditor turns them.
pub(super) fn sheets(assessment: &Assessment) -> Vec<Sheet<'_>> {
    let of_several = !assessment.repositories.is_empty();
    let mut sheets = vec![matrix(assessment)];
    if of_several {
        sheets.push(repositories(assessment));
    }
    sheets.extend([
        findings(assessment, of_several),
        population(assessment),
        waivers(assessment),
        attestations(assessment),
        ledger(assessment),
        about(assessment),
    ]);
    sheets
}

fn sheet<'a>(name: &'static str, columns: &[(&'static str, u8)], rows: Vec<Vec<Cell<'a>>>) -> Sheet<'a> {
    let columns = columns.iter().map(|(name, width)| Head { name, width: *width, is_state: STATES.contains(name) });
    Sheet { name, columns: columns.collect(), rows }
}

fn matrix(assessment: &Assessment) -> Sheet<'_> {
    let shown = || MATRIX.iter().filter(|it| it.name != "repository");
    let columns: Vec<_> = shown().map(|it| (it.name, it.width)).collect();
    let rows = table::criteria(assessment, None).map(|row| shown().map(|it| (it.cell)(&row)).collect());
    sheet("matrix", &columns, rows.collect())
}

fn findings(assessment: &Assessment, of_several: bool) -> Sheet<'_> {
    let shown = || FINDING.iter().filter(move |it| of_several || it.name != "repository");
    let columns: Vec<_> = shown().map(|it| (it.name, it.width)).collect();
    let rows = table::findings(assessment, None).map(|row| shown().map(|it| (it.cell)(&row)).collect());
    sheet("findings", &columns, rows.collect())
}

fn repositories(assessment: &Assessment) -> Sheet<'_> {
    const COLUMNS: &[(&str, u8)] = &[
        ("repository", 40),
        ("verdict", 10),
        ("reason", 40),
        ("critical", 9),
        ("high", 9),
        ("medium", 9),
        ("low", 9),
        ("undetermined", 13),
        ("waived", 8),
        ("criteria_with_gap", 40),
        ("criteria_undetermined", 40),
        ("files_read", 10),
        ("files_failed", 11),
        ("commit", 42),
        ("date", 12),
    ];
    let rows = assessment.repositories.iter().map(|it| {
        vec![
            text(&it.name),
            text(if it.passed { "passed" } else { "failed" }),
            text(&it.reason),
            number(it.gaps.critical),
            number(it.gaps.high),
            number(it.gaps.medium),
            number(it.gaps.low),
            number(it.undetermined),
            number(it.waived),
            Cell::List(&it.criteria_with_gap),
            Cell::List(&it.criteria_undetermined),
            number(it.files.collected + it.files.partly),
            number(it.files.failed),
            optional(it.commit.as_deref()),
            text(&it.date),
        ]
    });
    sheet("repositories", COLUMNS, rows.collect())
}

/// What was looked at: policies with their populations, those that found no subject among them.
fn population(assessment: &Assessment) -> Sheet<'_> {
    const COLUMNS: &[(&str, u8)] = &[
        ("policy", 36),
        ("title", 50),
        ("severity", 10),
        ("subjects", 9),
        ("pass", 8),
        ("fail", 8),
        ("undetermined", 13),
        ("waived", 8),
        ("criteria", 24),
        ("formats", 40),
    ];
    let rows = assessment.policies.iter().map(|it| {
        let mut criteria: Vec<&str> = it.criteria.iter().map(|it| it.criterion.as_str()).collect();
        criteria.dedup();
        vec![
            text(&it.id.0),
            text(&it.title),
            text(it.severity.name()),
            number(it.population.subjects),
            number(it.population.pass),
            number(it.population.fail),
            number(it.population.undetermined),
            number(it.population.waived),
            Cell::Text(Cow::Owned(criteria.join(" "))),
            Cell::List(&it.formats),
        ]
    });
    sheet("population", COLUMNS, rows.collect())
}

fn waivers(assessment: &Assessment) -> Sheet<'_> {
    const COLUMNS: &[(&str, u8)] = &[
        ("id", 18),
        ("standing", 14),
        ("expires", 12),
        ("policy", 34),
        ("subject", 40),
        ("path", 20),
        ("value", 18),
        ("reason", 60),
        ("owner", 20),
        ("compensated_by", 30),
        ("findings", 9),
        ("written_at", 34),
    ];
    let rows = assessment.waivers.iter().map(|it| {
        let waiver = &it.waiver;
        vec![
            text(&waiver.id),
            text(it.standing.name()),
            text(&waiver.expires),
            text(&waiver.policy),
            text(&waiver.subject),
            optional(waiver.path.as_deref()),
            optional(waiver.value.as_deref()),
            text(&waiver.reason),
            text(&waiver.owner),
            optional(waiver.compensated_by.as_deref()),
            number(it.findings),
            place(&waiver.location),
        ]
    });
    sheet("waivers", COLUMNS, rows.collect())
}

fn attestations(assessment: &Assessment) -> Sheet<'_> {
    const COLUMNS: &[(&str, u8)] = &[
        ("criterion", 10),
        ("aspect", 18),
        ("standing", 14),
        ("statement", 60),
        ("by", 24),
        ("date", 12),
        ("valid_until", 12),
        ("evidence", 60),
        ("written_at", 34),
    ];
    let rows = assessment.attestations.iter().map(|it| {
        let attestation = &it.attestation;
        let files = attestation.evidence.iter().map(|it| format!("{} (SHA-256 {})", it.path, it.sha256));
        vec![
            text(&attestation.criterion),
            optional(attestation.aspect.as_deref()),
            text(it.standing.name()),
            text(&attestation.statement),
            text(&attestation.by),
            text(&attestation.date),
            text(&attestation.valid_until),
            Cell::Text(Cow::Owned(files.collect::<Vec<_>>().join("; "))),
            place(&attestation.location),
        ]
    });
    sheet("attestations", COLUMNS, rows.collect())
}

fn ledger(assessment: &Assessment) -> Sheet<'_> {
    const COLUMNS: &[(&str, u8)] =
        &[("file", 50), ("status", 12), ("read_by", 16), ("why", 60), ("bytes", 10), ("sha256", 66)];
    let rows = assessment.ledger.files.iter().map(|it| {
        vec![
            text(it.path.as_str()),
            text(file_status(it.status)),
            optional(it.collector.as_deref()),
            why(it),
            Cell::Number(it.bytes),
            optional(it.sha256.as_deref()),
        ]
    });
    sheet("ledger", COLUMNS, rows.collect())
}

fn file_status(status: FileStatus) -> &'static str {
    match status {
        FileStatus::Collected => "collected",
        FileStatus::Partly => "partly",
        FileStatus::Failed => "failed",
        FileStatus::Skipped => "skipped",
    }
}

fn why(entry: &LedgerEntry) -> Cell<'_> {
    let parts: Vec<&str> =
        entry.reason.as_deref().into_iter().chain(entry.problems.iter().map(|it| it.message.as_str())).collect();
    if parts.is_empty() { Cell::Nothing } else { Cell::Text(Cow::Owned(parts.join("; "))) }
}

/// By what, when and of what the workbook was made, and what is to be said besides.
fn about(assessment: &Assessment) -> Sheet<'_> {
    let (run, gate, files) = (&assessment.run, &assessment.gate, &assessment.ledger.summary);
    let repository = run.repository.as_ref();
    let field = |name: &'static str, it: Option<&str>| it.map(|it| vec![text(name), Cell::Text(it.to_owned().into())]);
    let count = |name: &'static str, it: usize| Some(vec![text(name), number(it)]);
    let frameworks = assessment.framework_titles();
    let categories = assessment.scope.categories.join(" ");
    let examination = run.examination.as_ref().map(Examination::words);
    let mut rows: Vec<Vec<Cell<'_>>> = [
        field("framework", Some(&frameworks)),
        field("categories", Some(&categories)),
        field("judged by", Some(&run.date)),
        field("examined", examination.as_deref()),
        field("repository", assessment.repository().as_deref()),
        field("commit", repository.and_then(|it| it.commit.as_deref())),
        field("branch", repository.and_then(|it| it.branch.as_deref())),
        field("gate", Some(if gate.passed { "passed" } else { "failed" })),
        field("why", Some(&gate.reason)),
        field("the least severity that fails the gate", Some(gate.fail_on.name())),
        count("files read whole", files.collected),
        count("files read in part", files.partly),
        count("files that could not be read", files.failed),
        count("files set aside", files.skipped),
        field("tool", Some(&assessment.tool.name)),
        field("version", Some(&assessment.tool.version)),
        field("policies", Some(&assessment.tool.policies_digest)),
        field("what it claims", Some("The words claim no more than files show: an opinion is the auditor's.")),
    ]
    .into_iter()
    .flatten()
    .collect();
    rows.extend(assessment.problems.iter().map(|it| vec![text("problem"), notice(it)]));
    rows.extend(assessment.remarks.iter().map(|it| vec![text("remark"), notice(it)]));
    sheet("about", &[("what", 40), ("value", 100)], rows)
}

fn notice(notice: &Notice) -> Cell<'_> {
    let place = notice.location.as_ref().map(|it| format!("{}:{}: ", it.file, it.start.line)).unwrap_or_default();
    let help = notice.help.as_ref().map(|it| format!(" ({it})")).unwrap_or_default();
    Cell::Text(Cow::Owned(format!("{place}{}{help}", notice.message)))
}

fn place(location: &Location) -> Cell<'_> {
    Cell::Text(Cow::Owned(format!("{}:{}", location.file, location.start.line)))
}
