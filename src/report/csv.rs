//! Tables for spreadsheets: the findings, and the control matrix.

use std::io;
use std::io::Write;

use crate::model::{Assessment, Change, Sources};

use super::options::HumanOptions;
use super::page::is_unsafe;

/// One row a finding.
pub fn findings(
    assessment: &Assessment,
    _sources: &Sources,
    _options: &HumanOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    table.write_record([
        "fingerprint",
        "policy",
        "severity",
        "outcome",
        "waiver",
        "baseline",
        "change",
        "subject",
        "kind",
        "name",
        "format",
        "file",
        "line",
        "column",
        "message",
        "criteria",
        "remediation",
        "missing",
    ])?;
    for it in &assessment.findings {
        let (line, column) = (it.location.start.line.to_string(), it.location.start.column.to_string());
        let outcome = it.outcome.name();
        let missing = it.unresolved.as_ref().map_or("", |it| it.help.as_str());
        let row = [
            it.fingerprint.as_str(),
            it.policy.0.as_str(),
            it.severity.name(),
            outcome,
            it.waiver.as_deref().unwrap_or_default(),
            if it.baseline { "yes" } else { "no" },
            it.change.map_or("", Change::name),
            &it.subject.id,
            it.subject.kind.name(),
            &it.subject.name,
            &it.subject.format,
            it.location.file.as_str(),
            &line,
            &column,
            &it.message,
            &it.criteria.join(" "),
            it.remediation.as_deref().unwrap_or_default(),
            missing,
        ];
        table.write_record(row.map(inert))?;
    }
    table.flush()
}

/// One row a criterion and linked policy; a criterion without a policy has a row of its own.
pub fn matrix(
    assessment: &Assessment,
    _sources: &Sources,
    _options: &HumanOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    table.write_record([
        "criterion",
        "title",
        "category",
        "nature",
        "status",
        "reason",
        "policy",
        "policy title",
        "severity",
        "aspect",
        "strength",
        "because",
        "subjects",
        "pass",
        "fail",
        "undetermined",
        "waived",
        "framework",
        "objective",
        "user entity controls",
        "subservice organization controls",
    ])?;
    for criterion in &assessment.criteria {
        let (nature, status) = (criterion.nature.name(), criterion.status.words());
        let head = [&criterion.id, &criterion.title, &criterion.category, nature, status, &criterion.reason];
        let objective = criterion.objective.as_deref().unwrap_or_default();
        let others = [&criterion.user_entities, &criterion.subservice_organizations].map(|it| it.join("; "));
        let end = [criterion.framework.as_str(), objective, others[0].as_str(), others[1].as_str()];
        let mut alone = true;
        for policy in &assessment.policies {
            for link in policy.criteria.iter().filter(|it| it.criterion == criterion.id) {
                alone = false;
                let it = policy.population;
                let numbers = [it.subjects, it.pass, it.fail, it.undetermined, it.waived].map(|it| it.to_string());
                let tail = [
                    policy.id.0.as_str(),
                    &policy.title,
                    policy.severity.name(),
                    &link.aspect,
                    link.strength.name(),
                    &link.because,
                ];
                table.write_record(head.into_iter().chain(tail).map(inert).chain(numbers).chain(end.map(inert)))?;
            }
        }
        if alone {
            table.write_record(head.into_iter().chain([""; 11]).chain(end).map(inert))?;
        }
    }
    table.flush()
}

/// A cell that a spreadsheet takes for text: one that begins like a formula gets an apostrophe in front
/// (OWASP, CSV injection).
fn inert(cell: &str) -> String {
    let text: String = cell.chars().map(|it| if is_unsafe(it) { ' ' } else { it }).collect();
    match text.trim_start().chars().next() {
        Some('=' | '+' | '-' | '@') => format!("'{text}"),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_hold_no_formula() {
        assert_eq!(inert("=1+1"), "'=1+1");
        assert_eq!(inert(" @SUM(A1)"), "' @SUM(A1)");
        assert_eq!(inert("\t-2"), "' -2");
        assert_eq!(inert("main.tf"), "main.tf");
    }
}
