//! What a document is about, by its name or its folder.

use camino::Utf8Path;

use crate::collect::aside::is_aside;

/// A topic, names of its documents, and folders that hold nothing else.
type Topic = (&'static str, &'static [&'static str], &'static [&'static str]);

/// Names are compared without case, with `-` for `_` and blanks. The first row that fits decides.
const TOPICS: &[Topic] = &[
    ("incident-response", &["incident-response", "incident-response-plan", "incident-management", "irp"], &[]),
    ("on-call", &["on-call", "oncall", "escalation", "escalation-policy"], &["on-call", "oncall"]),
    ("post-incident-review", &[], &["postmortems", "post-mortems", "postmortem", "incident-reviews"]),
    ("recovery-test", &["recovery-test", "restore-test", "dr-test"], &["dr-tests", "recovery-tests", "restore-tests"]),
    (
        "recovery-runbook",
        &[
            "disaster-recovery",
            "disaster-recovery-plan",
            "backup-policy",
            "backup-and-recovery",
            "recovery-runbook",
            "restore",
            "dr-plan",
            "business-continuity",
            "business-continuity-plan",
            "backup-and-restore",
        ],
        &["disaster-recovery"],
    ),
    ("risk-register", &["risk-register", "risks", "risk-assessment"], &["risk", "risk-register"]),
    (
        "threat-model",
        &["threat-model", "threatmodel", "threat-modelling", "threat-modeling"],
        &["threatmodel", "threat-model"],
    ),
    ("architecture", &["architecture", "system-description", "data-flow", "dataflow"], &["architecture"]),
    ("vendor-list", &["vendors", "vendor-list", "vendor-inventory", "subprocessors", "third-parties"], &["vendors"]),
    ("access-review", &["access-review"], &["access-reviews"]),
    ("service-commitments", &["sla", "service-levels", "service-level-agreement", "commitments", "terms"], &[]),
    ("data-classification", &["data-classification", "data-classification-policy", "information-classification"], &[]),
    ("retention-schedule", &["data-retention", "data-retention-policy", "retention-schedule", "retention-policy"], &[]),
    ("data-inventory", &["data-inventory", "ropa", "records-of-processing", "data-map"], &[]),
    ("privacy-notice", &["privacy", "privacy-policy", "privacy-notice"], &[]),
    ("data-subject-requests", &["dsar", "data-subject-requests", "data-subject-rights"], &[]),
    ("breach-notification", &["breach-notification", "breach-response", "data-breach"], &[]),
    (
        "policy",
        &[
            "information-security-policy",
            "security-policy",
            "access-control-policy",
            "change-management",
            "change-management-policy",
            "acceptable-use",
            "acceptable-use-policy",
            "encryption-policy",
            "password-policy",
        ],
        &["policies"],
    ),
];

/// Folders where an organization keeps what it writes down. Elsewhere a page of the same name may be a product's help.
const FOLDERS: &[&str] = &[
    "",
    "docs",
    "doc",
    "runbooks",
    "runbook",
    "policies",
    "security",
    "compliance",
    "legal",
    "privacy",
    "risk",
    "governance",
    "soc2",
    ".github",
    "operations",
    "ops",
    "architecture",
    "incident-reviews",
    "access-reviews",
    "postmortems",
    "post-mortems",
    "postmortem",
    "on-call",
    "oncall",
    "dr-tests",
    "recovery-tests",
    "restore-tests",
    "disaster-recovery",
    "risk-register",
    "threatmodel",
    "threat-model",
    "vendors",
    "evidence",
    "records",
];

/// Whether a path is that of a text for people.
pub(super) fn is_prose(path: &Utf8Path) -> bool {
    matches!(path.extension(), Some("md" | "markdown" | "adoc" | "asciidoc"))
}

/// The topic that a path tells.
pub(super) fn topic(path: &Utf8Path) -> Option<&'static str> {
    let plain = |it: &str| it.to_ascii_lowercase().replace(['_', ' '], "-");
    let name = plain(path.file_stem()?);
    let folder = path.parent()?;
    let is_kept = folder.components().all(|it| FOLDERS.contains(&plain(it.as_str()).as_str()));
    if !is_prose(path) || !is_kept || is_aside(path) || matches!(name.as_str(), "readme" | "index" | "template") {
        return None;
    }
    let own = folder.file_name().map(plain).unwrap_or_default();
    let fits = |row: &&Topic| row.1.contains(&bare(&name)) || row.2.contains(&own.as_str());
    TOPICS.iter().find(fits).map(|it| it.0)
}

/// Topics that a document may name in its head.
pub(super) fn is_topic(name: &str) -> bool {
    TOPICS.iter().any(|it| it.0 == name)
}

/// A name without the day that it begins or ends with: `2026-03-01-restore-test`.
fn bare(name: &str) -> &str {
    name.trim_matches(|it: char| it.is_ascii_digit() || it == '-')
}
