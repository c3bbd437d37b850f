//! Cloud Storage buckets, disks, keys, secrets and registries.

use crate::collect::terraform::grants::{binding, grantee};
use crate::collect::terraform::reading::{instead, read};
use crate::collect::terraform::row::{
    Constant, Fact, Join, Row, always, flag, literal, lower, one_of, row, stated, value, with,
};
use crate::collect::terraform::subject::Subject;
use crate::collect::terraform::tags::{CLASSIFICATION, TAGS};
use crate::model::{EvidenceKind, Node, Value};

pub const ROWS: &[Row] = &[
    row(EvidenceKind::Bucket, "google", &["google_storage_bucket"], BUCKET).joined(&[
        Join {
            types: &[
                "google_storage_bucket_iam_member",
                "google_storage_bucket_iam_binding",
                "google_storage_bucket_iam_policy",
                "google_storage_bucket_access_control",
            ],
            by: "bucket",
            to: "name",
            facts: GRANTS,
        },
        Join {
            types: &["google_storage_bucket_acl"],
            by: "bucket",
            to: "name",
            facts: &[value("acl", &["predefined_acl"]), with("grantees", role_entities)],
        },
        Join {
            types: &["google_storage_bucket"],
            by: "logging.0.log_bucket",
            to: "name",
            facts: &[always("holds_logs", Constant::Bool(true))],
        },
    ]),
    row(EvidenceKind::Disk, "google", &["google_compute_disk", "google_compute_region_disk"], DISK),
    row(EvidenceKind::Key, "google", &["google_kms_crypto_key"], KEY).joined(&[Join {
        types: &[
            "google_kms_crypto_key_iam_member",
            "google_kms_crypto_key_iam_binding",
            "google_kms_crypto_key_iam_policy",
        ],
        by: "crypto_key_id",
        to: "name",
        facts: GRANTS,
    }]),
    row(EvidenceKind::Key, "google", &["google_kms_key_ring"], RING).joined(&[Join {
        types: &["google_kms_key_ring_iam_member", "google_kms_key_ring_iam_binding", "google_kms_key_ring_iam_policy"],
        by: "key_ring_id",
        to: "name",
        facts: GRANTS,
    }]),
    row(EvidenceKind::Secret, "google", &["google_secret_manager_secret"], SECRET).joined(&[
        Join {
            types: &[
                "google_secret_manager_secret_iam_member",
                "google_secret_manager_secret_iam_binding",
                "google_secret_manager_secret_iam_policy",
            ],
            by: "secret_id",
            to: "secret_id",
            facts: GRANTS,
        },
        Join {
            types: &["google_secret_manager_secret_version"],
            by: "secret",
            to: "secret_id",
            facts: &[literal("value", &["secret_data"])],
        },
    ]),
    row(EvidenceKind::Registry, "google", &["google_artifact_registry_repository"], REGISTRY).joined(&[Join {
        types: &[
            "google_artifact_registry_repository_iam_member",
            "google_artifact_registry_repository_iam_binding",
            "google_artifact_registry_repository_iam_policy",
        ],
        by: "repository",
        to: "repository_id",
        facts: GRANTS,
    }]),
];

const GRANTS: &[Fact] = &[with("grantees", binding)];

const BUCKET: &[Fact] = &[
    always("encrypted", Constant::Bool(true)),
    value("kms_key", &["encryption.0.default_kms_key_name"]),
    one_of("public_access_blocked", "public_access_prevention", &["enforced"]).or_false(),
    flag("uniform_access", &["uniform_bucket_level_access", "bucket_policy_only"]).or_false(),
    flag("versioning", &["versioning.0.enabled"]).or_false(),
    with("soft_delete_days", soft_delete).or_number(7),
    stated("logging", &["logging.0.log_bucket"]),
    value("log_target", &["logging.0.log_bucket"]),
    with("expires_objects", |it| expires(it, &["age", "created_before", "days_since_custom_time"])).or_false(),
    with("expires_former_versions", |it| {
        expires(it, &["num_newer_versions", "days_since_noncurrent_time", "noncurrent_time_before"])
    })
    .or_false(),
    flag("object_lock", &["retention_policy.0.is_locked"]).or_false(),
    CLASSIFICATION,
    TAGS,
];

const DISK: &[Fact] = &[
    always("form", Constant::Text("volume")),
    always("encrypted", Constant::Bool(true)),
    with("kms_key", disk_key),
    CLASSIFICATION,
    TAGS,
];

const KEY: &[Fact] = &[
    always("form", Constant::Text("key")),
    with("usage", usage).or_text("encrypt"),
    with("symmetric", symmetric).or_true(),
    stated("rotation", &["rotation_period"]),
    with("rotation_days", |it| days(it, "rotation_period")),
    with("deletion_window_days", |it| days(it, "destroy_scheduled_duration")).or_number(30),
    TAGS,
];

const RING: &[Fact] = &[always("form", Constant::Text("ring"))];

const SECRET: &[Fact] = &[
    always("form", Constant::Text("secret")),
    always("secure", Constant::Bool(true)),
    value("kms_key", &["replication.0.auto.0.customer_managed_encryption.0.kms_key_name"]),
    stated("rotation", &["rotation.0"]),
    with("rotation_days", |it| days(it, "rotation.0.rotation_period")),
    value("expires", &["expire_time", "ttl"]),
    TAGS,
];

const REGISTRY: &[Fact] = &[
    lower("form", &["format"]),
    flag("immutable_tags", &["docker_config.0.immutable_tags"]).or_false(),
    always("encrypted", Constant::Bool(true)),
    value("kms_key", &["kms_key_name"]),
    stated("expires_images", &["cleanup_policies"]),
    TAGS,
];

/// A key in the key service, or one that is supplied with each call and is not shown.
fn disk_key(subject: &Subject<'_>) -> Option<Node> {
    let named = subject.at("disk_encryption_key.0.kms_key_self_link");
    named.or_else(|| subject.at("disk_encryption_key.0.raw_key").map(|it| instead(&it, "supplied")))
}

/// `READER:allUsers` and the like.
fn role_entities(subject: &Subject<'_>) -> Option<Node> {
    let entities = subject.at("role_entity")?;
    let one = |it: &Node| match it.as_str().and_then(|text| text.split_once(':')) {
        Some((role, who)) => grantee(&instead(it, who), Some(&instead(it, role))),
        None => it.clone(),
    };
    match entities.as_unresolved() {
        Some(_) => Some(entities),
        None => Some(instead(&entities, Value::List(entities.items().iter().map(one).collect()))),
    }
}

/// Whether a rule deletes objects under one of these conditions.
fn expires(subject: &Subject<'_>, conditions: &[&str]) -> Option<Node> {
    let rules = subject.at("lifecycle_rule")?;
    if rules.as_unresolved().is_some() {
        return Some(rules);
    }
    let deletes = |it: &&Node| read(it, "action.0.type").is_some_and(|it| it.as_str() == Some("Delete"));
    let condition = |rule: &Node| conditions.iter().find_map(|it| read(rule, &format!("condition.0.{it}")));
    match rules.items().iter().filter(deletes).find_map(condition) {
        Some(it) if it.as_unresolved().is_some() => Some(it),
        Some(it) => Some(instead(&it, true)),
        None => Some(instead(&rules, false)),
    }
}

fn soft_delete(subject: &Subject<'_>) -> Option<Node> {
    let seconds = subject.at("soft_delete_policy.0.retention_duration_seconds")?;
    match seconds.as_i64() {
        Some(it) => Some(instead(&seconds, it / DAY)),
        None => seconds.as_unresolved().is_some().then_some(seconds),
    }
}

const DAY: i64 = 86_400;

/// `7776000s` in days.
fn days(subject: &Subject<'_>, path: &str) -> Option<Node> {
    let period = subject.at(path)?;
    let Some(text) = period.as_str() else {
        return period.as_unresolved().is_some().then_some(period);
    };
    let seconds: f64 = text.strip_suffix('s')?.parse().ok()?;
    let days = seconds / 86_400.0;
    serde_json::Number::from_f64(days.ceil()).and_then(|it| it.as_f64()).map(|it| instead(&period, it as i64))
}

fn usage(subject: &Subject<'_>) -> Option<Node> {
    let purpose = subject.at("purpose")?;
    let name = match purpose.as_str()? {
        "ENCRYPT_DECRYPT" | "ASYMMETRIC_DECRYPT" | "RAW_ENCRYPT_DECRYPT" => "encrypt",
        "ASYMMETRIC_SIGN" => "sign",
        "MAC" => "mac",
        _ => return None,
    };
    Some(instead(&purpose, name))
}

fn symmetric(subject: &Subject<'_>) -> Option<Node> {
    let purpose = subject.at("purpose")?;
    crate::collect::terraform::reading::one_of(purpose, &["ENCRYPT_DECRYPT"])
}
