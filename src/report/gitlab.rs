//! GitLab's two forms: the code quality report and the report of a SAST scanner.

use std::io;
use std::io::Write;

use serde::Serialize;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::model::{Assessment, Finding, Outcome, Severity, Sources};

use super::json;
use super::options::HumanOptions;

/// The version of the report format (gitlab-org/security-products/security-report-schemas).
const SAST_VERSION: &str = "15.2.1";

/// GitLab cuts a finding's name here.
const MAX_NAME: usize = 255;

/// Code quality, as merge requests show it (Code Climate's format). What is waived or in the baseline is left out:
/// the format has no word for it.
pub fn code_quality(
    assessment: &Assessment,
    _sources: &Sources,
    _options: &HumanOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let issues: Vec<Issue<'_>> = reported(assessment).map(Issue::from).collect();
    json::write(&issues, out)
}

/// The report that GitLab's vulnerability pages read.
pub fn sast(
    assessment: &Assessment,
    _sources: &Sources,
    _options: &HumanOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let name = &assessment.tool.name;
    let scanner = json!({
        "id": name, "name": name, "version": assessment.tool.version, "vendor": {"name": name},
    });
    let day = format!("{}T00:00:00", assessment.run.date);
    let report = json!({
        "version": SAST_VERSION,
        "scan": {
            "analyzer": scanner,
            "scanner": scanner,
            "type": "sast",
            "start_time": day,
            "end_time": day,
            "status": if assessment.problems.is_empty() { "success" } else { "failure" },
            "messages": messages(assessment),
        },
        "vulnerabilities": reported(assessment).map(|it| vulnerability(it, assessment)).collect::<Vec<_>>(),
    });
    json::write(&report, out)
}

/// Failures that stand, and what could not be judged.
fn reported(assessment: &Assessment) -> impl Iterator<Item = &Finding> {
    let is_open = |it: &&Finding| it.outcome == Outcome::Undetermined && it.is_open();
    assessment.findings.iter().filter(move |it| it.stands() || is_open(it))
}

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: String,
    severity: &'static str,
    location: Value,
}

impl<'a> From<&'a Finding> for Issue<'a> {
    fn from(finding: &'a Finding) -> Self {
        let severity = match (finding.outcome, finding.severity) {
            (Outcome::Undetermined | Outcome::Pass, _) => "info",
            (_, Severity::Critical) => "blocker",
            (_, Severity::High) => "critical",
            (_, Severity::Medium) => "major",
            (_, Severity::Low) => "minor",
        };
        let at = &finding.location;
        Self {
            description: format!("{} ({})", finding.message, finding.criteria.join(", ")),
            check_name: &finding.policy.0,
            fingerprint: finding.key(),
            severity,
            location: json!({"path": at.file, "lines": {"begin": at.start.line, "end": at.end.line}}),
        }
    }
}

fn vulnerability(finding: &Finding, assessment: &Assessment) -> Value {
    let policy = assessment.policies.iter().find(|it| it.id == finding.policy);
    let severity = match (finding.outcome, finding.severity) {
        (Outcome::Undetermined | Outcome::Pass, _) => "Unknown",
        (_, Severity::Critical) => "Critical",
        (_, Severity::High) => "High",
        (_, Severity::Medium) => "Medium",
        (_, Severity::Low) => "Low",
    };
    let own = json!({"type": "gapcheck_policy", "name": finding.policy, "value": finding.policy});
    let criteria = finding.criteria.iter().map(|it| {
        let found = assessment.criteria.iter().find(|criterion| criterion.id == *it);
        let framework = found.map(|it| it.framework.as_str()).filter(|it| !it.is_empty());
        let framework = framework.unwrap_or(&assessment.scope.framework);
        json!({"type": format!("{framework}_criterion"), "name": format!("{framework} {it}"), "value": it})
    });
    let mut vulnerability = json!({
        "id": id(finding),
        "name": finding.message.chars().take(MAX_NAME).collect::<String>(),
        "description": policy.map_or("", |it| it.description.as_str()),
        "severity": severity,
        "identifiers": std::iter::once(own).chain(criteria).collect::<Vec<_>>(),
        "location": {
            "file": finding.location.file,
            "start_line": finding.location.start.line,
            "end_line": finding.location.end.line,
        },
    });
    let help = finding.unresolved.as_ref().map(|it| &it.help).or(finding.remediation.as_ref());
    if let (Some(help), Some(fields)) = (help, vulnerability.as_object_mut()) {
        fields.insert("solution".to_owned(), json!(help));
    }
    vulnerability
}

/// What kept the scan from knowing more.
fn messages(assessment: &Assessment) -> Vec<Value> {
    let unread = assessment.ledger.unread().map(|it| {
        let why = it.reason.as_deref().or(it.problems.first().map(|it| it.message.as_str())).unwrap_or_default();
        json!({"level": "warn", "value": format!("{} was not read whole: {why}", it.path)})
    });
    let broken = assessment.problems.iter().map(|it| json!({"level": "fatal", "value": it.message}));
    broken.chain(unread).collect()
}

/// Fingerprints are unique within a repository.
fn id(finding: &Finding) -> String {
    match finding.repository {
        None => uuid(&finding.fingerprint),
        Some(_) => Uuid::new_v5(&Uuid::NAMESPACE_URL, finding.key().as_bytes()).to_string(),
    }
}

/// The fingerprint, a digest of 128 bits, written as a UUID of version 8 (RFC 9562: bits of one's own).
fn uuid(fingerprint: &str) -> String {
    let digits: Vec<char> =
        fingerprint.chars().filter(char::is_ascii_hexdigit).chain(std::iter::repeat('0')).take(32).collect();
    let marked = digits.iter().enumerate().map(|(at, it)| match at {
        12 => '8',
        16 => '8',
        _ => *it,
    });
    let mut text = String::with_capacity(36);
    for (at, it) in marked.enumerate() {
        if matches!(at, 8 | 12 | 16 | 20) {
            text.push('-');
        }
        text.push(it);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fingerprints_are_written_as_uuids() {
        assert_eq!(uuid("de739855f220ba86ecf571b0baf5baaa"), "de739855-f220-8a86-8cf5-71b0baf5baaa");
        assert_eq!(uuid("f00d"), "f00d0000-0000-8000-8000-000000000000");
    }
}
