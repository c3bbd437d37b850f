//! The columns of every table: what a finding and a row of the control matrix tell, cell by cell.

use std::borrow::Cow;

use crate::model::{Assessment, Change, CriterionResult, Finding, Link, PolicyResult};

/// What stands in a cell.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Cell<'a> {
    Text(Cow<'a, str>),
    Number(u64),
    Flag(bool),
    List(&'a [String]),
    Nothing,
}

/// A column: its name, how wide it reads well in a workbook, and what a row has in it.
pub(super) struct Column<R> {
    pub(super) name: &'static str,
    pub(super) width: u8,
    pub(super) cell: R,
}

/// A finding with the run it is of.
#[derive(Clone, Copy)]
pub(super) struct FindingRow<'a> {
    pub(super) repository: Option<&'a str>,
    pub(super) finding: &'a Finding,
}

/// A criterion with one of the policies that bear on it, where there is any.
#[derive(Clone, Copy)]
pub(super) struct MatrixRow<'a> {
    pub(super) repository: Option<&'a str>,
    pub(super) criterion: &'a CriterionResult,
    pub(super) link: Option<(&'a PolicyResult, &'a Link)>,
}

type OfFinding = for<'a> fn(&FindingRow<'a>) -> Cell<'a>;
type OfMatrix = for<'a> fn(&MatrixRow<'a>) -> Cell<'a>;

const fn finding(name: &'static str, width: u8, cell: OfFinding) -> Column<OfFinding> {
    Column { name, width, cell }
}

const fn matrix(name: &'static str, width: u8, cell: OfMatrix) -> Column<OfMatrix> {
    Column { name, width, cell }
}

/// One row a finding.
pub(super) const FINDING: &[Column<OfFinding>] = &[
    finding("repository", 24, |it| optional(it.finding.repository.as_deref().or(it.repository))),
    finding("severity", 10, |it| text(it.finding.severity.name())),
    finding("outcome", 13, |it| text(it.finding.outcome.name())),
    finding("open", 7, |it| Cell::Flag(it.finding.is_open())),
    finding("policy", 34, |it| text(&it.finding.policy.0)),
    finding("message", 60, |it| text(&it.finding.message)),
    finding("file", 34, |it| text(it.finding.file())),
    finding("line", 7, |it| Cell::Number(it.finding.location.start.line.into())),
    finding("column", 8, |it| Cell::Number(it.finding.location.start.column.into())),
    finding("criteria", 20, |it| Cell::List(&it.finding.criteria)),
    finding("remediation", 60, |it| optional(it.finding.remediation.as_deref())),
    finding("missing", 40, |it| optional(it.finding.unresolved.as_ref().map(|it| it.help.as_str()))),
    finding("waiver", 18, |it| optional(it.finding.waiver.as_deref())),
    finding("baseline", 9, |it| Cell::Flag(it.finding.baseline)),
    finding("change", 11, |it| optional(it.finding.change.map(Change::name))),
    finding("subject", 40, |it| text(&it.finding.subject.id)),
    finding("kind", 16, |it| text(it.finding.subject.kind.name())),
    finding("name", 22, |it| text(&it.finding.subject.name)),
    finding("format", 16, |it| text(&it.finding.subject.format)),
    finding("provider", 10, |it| optional(it.finding.subject.provider.as_deref())),
    finding("type", 24, |it| optional(it.finding.subject.native_type.as_deref())),
    finding("fingerprint", 34, |it| text(&it.finding.fingerprint)),
];

/// One row a criterion and linked policy; a criterion without a policy has a row of its own.
pub(super) const MATRIX: &[Column<OfMatrix>] = &[
    matrix("repository", 24, |it| optional(it.repository)),
    matrix("criterion", 10, |it| text(&it.criterion.id)),
    matrix("title", 34, |it| text(&it.criterion.title)),
    matrix("category", 14, |it| text(&it.criterion.category)),
    matrix("nature", 14, |it| text(it.criterion.nature.name())),
    matrix("status", 14, |it| text(it.criterion.status.words())),
    matrix("reason", 50, |it| text(&it.criterion.reason)),
    matrix("policy", 34, |it| optional(it.link.map(|it| it.0.id.0.as_str()))),
    matrix("policy_title", 44, |it| optional(it.link.map(|it| it.0.title.as_str()))),
    matrix("severity", 10, |it| optional(it.link.map(|it| it.0.severity.name()))),
    matrix("aspect", 18, |it| optional(it.link.map(|it| it.1.aspect.as_str()))),
    matrix("strength", 11, |it| optional(it.link.map(|it| it.1.strength.name()))),
    matrix("because", 50, |it| optional(it.link.map(|it| it.1.because.as_str()))),
    matrix("subjects", 9, |it| optional_number(it.link.map(|it| it.0.population.subjects))),
    matrix("pass", 7, |it| optional_number(it.link.map(|it| it.0.population.pass))),
    matrix("fail", 7, |it| optional_number(it.link.map(|it| it.0.population.fail))),
    matrix("undetermined", 13, |it| optional_number(it.link.map(|it| it.0.population.undetermined))),
    matrix("waived", 8, |it| optional_number(it.link.map(|it| it.0.population.waived))),
    matrix("framework", 12, |it| text(&it.criterion.framework)),
    matrix("objective", 50, |it| optional(it.criterion.objective.as_deref())),
    matrix("user_entity_controls", 50, |it| joined(&it.criterion.user_entities)),
    matrix("subservice_organization_controls", 50, |it| joined(&it.criterion.subservice_organizations)),
];

/// The rows of the findings.
pub(super) fn findings<'a>(
    assessment: &'a Assessment,
    repository: Option<&'a str>,
) -> impl Iterator<Item = FindingRow<'a>> {
    assessment.findings.iter().map(move |finding| FindingRow { repository, finding })
}

/// The rows of the matrix, in the order of the framework.
pub(super) fn criteria<'a>(
    assessment: &'a Assessment,
    repository: Option<&'a str>,
) -> impl Iterator<Item = MatrixRow<'a>> {
    assessment.criteria.iter().flat_map(move |criterion| {
        let links = assessment.policies.iter().flat_map(|policy| policy.criteria.iter().map(move |it| (policy, it)));
        let mut own = links.filter(|it| it.1.criterion == criterion.id).peekable();
        let alone = own.peek().is_none();
        let row = move |link| MatrixRow { repository, criterion, link };
        alone.then(|| row(None)).into_iter().chain(own.map(move |it| row(Some(it))))
    })
}

/// Sentences, one after another.
fn joined(texts: &[String]) -> Cell<'_> {
    if texts.is_empty() { Cell::Nothing } else { Cell::Text(Cow::Owned(texts.join("; "))) }
}

pub(super) fn text(text: &str) -> Cell<'_> {
    Cell::Text(Cow::Borrowed(text))
}

pub(super) fn optional(it: Option<&str>) -> Cell<'_> {
    it.map_or(Cell::Nothing, text)
}

pub(super) fn number<'a>(it: usize) -> Cell<'a> {
    Cell::Number(it as u64)
}

fn optional_number<'a>(it: Option<usize>) -> Cell<'a> {
    it.map_or(Cell::Nothing, number)
}
