//! The vocabulary of claims: what a document may promise, and the fact that each thing of a kind answers it with.

use crate::model::EvidenceKind;

/// A claim: its name, the kind of thing it is about, the fact that answers it, and what a value is counted in.
pub(super) struct Term {
    pub(super) name: &'static str,
    pub(super) kind: EvidenceKind,
    pub(super) fact: &'static str,
    /// `days`, `characters`; empty for yes or no.
    pub(super) unit: &'static str,
    /// A value of the fact that means without end, so that it is more than any number.
    pub(super) endless: Option<i64>,
}

const fn term(name: &'static str, kind: EvidenceKind, fact: &'static str, unit: &'static str) -> Term {
    Term { name, kind, fact, unit, endless: None }
}

/// docs/documents.md lists the same; a test holds them together.
pub(super) const TERMS: &[Term] = &[
    term("backup_retention_days", EvidenceKind::Database, "backup_retention_days", "days"),
    term("backup_plan_retention_days", EvidenceKind::Backup, "retention_days", "days"),
    term("backups_are_encrypted", EvidenceKind::Backup, "encrypted", ""),
    Term { endless: Some(0), ..term("log_retention_days", EvidenceKind::Log, "retention_days", "days") },
    Term {
        endless: Some(0),
        ..term("audit_log_retention_days", EvidenceKind::Database, "audit_retention_days", "days")
    },
    Term {
        endless: Some(0),
        ..term("flow_log_retention_days", EvidenceKind::Network, "flow_log_retention_days", "days")
    },
    term("buckets_are_encrypted", EvidenceKind::Bucket, "encrypted", ""),
    term("buckets_keep_versions", EvidenceKind::Bucket, "versioning", ""),
    term("databases_are_encrypted", EvidenceKind::Database, "encrypted", ""),
    term("databases_are_public", EvidenceKind::Database, "public", ""),
    term("databases_span_zones", EvidenceKind::Database, "multi_zone", ""),
    term("databases_are_protected_from_deletion", EvidenceKind::Database, "deletion_protection", ""),
    term("disks_are_encrypted", EvidenceKind::Disk, "encrypted", ""),
    term("queues_are_encrypted", EvidenceKind::Queue, "encrypted", ""),
    term("keys_rotate", EvidenceKind::Key, "rotation", ""),
    term("key_rotation_days", EvidenceKind::Key, "rotation_days", "days"),
    term("secret_rotation_days", EvidenceKind::Secret, "rotation_days", "days"),
    term("password_length", EvidenceKind::Account, "min_password_length", "characters"),
    term("password_age_days", EvidenceKind::Account, "max_password_age_days", "days"),
    term("password_reuse_prevention", EvidenceKind::Account, "password_reuse_prevention", "passwords"),
    term("required_approvals", EvidenceKind::BranchProtection, "required_approvals", "approvals"),
    term("commits_are_signed", EvidenceKind::BranchProtection, "requires_signed_commits", ""),
    term("replicas", EvidenceKind::Workload, "replicas", "instances"),
];

pub(super) fn named(name: &str) -> Option<&'static Term> {
    TERMS.iter().find(|it| it.name == name)
}

/// Terms whose names share a word with one that is not known.
pub(super) fn near(name: &str) -> Vec<&'static str> {
    const COMMON: &[&str] = &["are", "days", "is", "the"];
    let words: Vec<&str> = name.split(['_', '-']).filter(|it| !COMMON.contains(it)).collect();
    let shares = |it: &&Term| it.name.split('_').any(|word| words.contains(&word));
    TERMS.iter().filter(shares).map(|it| it.name).take(5).collect()
}

/// What is promised of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bound {
    AtLeast(i64),
    AtMost(i64),
    Exactly(i64),
    Is(bool),
}

/// `>= 35`, `<= 90`, `35`, `true`. A bare number is exact.
pub(super) fn bound(text: &str) -> Option<Bound> {
    let text = text.trim();
    let number = |rest: &str| rest.trim().parse::<i64>().ok();
    type Sign = (&'static str, fn(i64) -> Bound);
    let signs: [Sign; 5] = [
        (">=", Bound::AtLeast),
        ("<=", Bound::AtMost),
        ("==", Bound::Exactly),
        (">", |it| Bound::AtLeast(it.saturating_add(1))),
        ("<", |it| Bound::AtMost(it.saturating_sub(1))),
    ];
    if let Some((sign, made)) = signs.iter().find(|it| text.starts_with(it.0)) {
        return number(text.get(sign.len()..)?).map(made);
    }
    match text {
        "true" | "yes" => Some(Bound::Is(true)),
        "false" | "no" => Some(Bound::Is(false)),
        _ => number(text.trim_start_matches('=')).map(Bound::Exactly),
    }
}
