//! Registries of images, trails and log groups, backup plans and vaults.

use crate::collect::terraform::reading::{flag as as_flag, instead, read};
use crate::collect::terraform::row::{
    Constant, Fact, Join, Row, always, flag, named, number, one_of, row, value, with,
};
use crate::collect::terraform::subject::Subject;
use crate::collect::terraform::tags::{CLASSIFICATION, TAGS};
use crate::model::{EvidenceKind, Node};

use super::alarms::filters;
use super::statements::statements;

pub const ROWS: &[Row] = &[
    row(EvidenceKind::Registry, "aws", &["aws_ecr_repository"], REGISTRY).joined(&[
        Join { types: &["aws_ecr_repository_policy"], by: "repository", to: "name", facts: POLICY },
        Join {
            types: &["aws_ecr_lifecycle_policy"],
            by: "repository",
            to: "name",
            facts: &[always("expires_images", Constant::Bool(true))],
        },
    ]),
    row(EvidenceKind::Log, "aws", &["aws_cloudtrail"], TRAIL),
    row(EvidenceKind::Log, "aws", &["aws_cloudwatch_log_group"], GROUP).joined(&[Join {
        types: &["aws_cloudwatch_log_data_protection_policy"],
        by: "log_group_name",
        to: "name",
        facts: &[always("masks_data", Constant::Bool(true))],
    }]),
    row(EvidenceKind::Backup, "aws", &["aws_backup_plan"], PLAN),
    row(EvidenceKind::Backup, "aws", &["aws_backup_vault"], VAULT).joined(&[
        Join {
            types: &["aws_backup_vault_lock_configuration"],
            by: "backup_vault_name",
            to: "name",
            facts: &[always("locked", Constant::Bool(true))],
        },
        Join { types: &["aws_backup_vault_policy"], by: "backup_vault_name", to: "name", facts: POLICY },
    ]),
    row(EvidenceKind::Backup, "aws", &["aws_backup_selection"], &[always("form", Constant::Text("selection"))]),
    row(
        EvidenceKind::Backup,
        "aws",
        &["aws_backup_restore_testing_plan"],
        &[always("form", Constant::Text("restore_test")), value("schedule", &["schedule_expression"])],
    ),
];

const POLICY: &[Fact] = &[with("statements", |it| it.at("policy").as_ref().and_then(statements))];

const REGISTRY: &[Fact] = &[
    always("form", Constant::Text("docker")),
    with("scan_on_push", scan),
    one_of("immutable_tags", "image_tag_mutability", &["IMMUTABLE", "IMMUTABLE_WITH_EXCLUSION"]).or_false(),
    always("encrypted", Constant::Bool(true)),
    named("kms_key", &["encryption_configuration.0.kms_key"]),
    one_of("kms", "encryption_configuration.0.encryption_type", &["KMS", "KMS_DSSE"]).or_false(),
    with("statements", |it| it.at("policy").as_ref().and_then(statements)),
    TAGS,
];

const TRAIL: &[Fact] = &[
    always("form", Constant::Text("trail")),
    flag("enabled", &["enable_logging"]).or_true(),
    flag("multi_region", &["is_multi_region_trail"]).or_false(),
    flag("global_events", &["include_global_service_events"]).or_true(),
    flag("management_events", &["event_selector.0.include_management_events"]).or_true(),
    flag("validation", &["enable_log_file_validation"]).or_false(),
    always("encrypted", Constant::Bool(true)),
    named("kms_key", &["kms_key_id"]),
    value("target", &["s3_bucket_name"]),
    value("streams_to", &["cloud_watch_logs_group_arn"]),
    with("filters", filters),
    TAGS,
];

const GROUP: &[Fact] = &[
    always("form", Constant::Text("group")),
    always("encrypted", Constant::Bool(true)),
    named("kms_key", &["kms_key_id"]),
    number("retention_days", &["retention_in_days"]).or_number(0),
    always("masks_data", Constant::Bool(false)),
    CLASSIFICATION,
    TAGS,
];

const PLAN: &[Fact] = &[
    always("form", Constant::Text("plan")),
    with("retention_days", shortest_retention),
    value("schedule", &["rule.0.schedule"]),
    with("copies_elsewhere", copies).or_false(),
    TAGS,
];

const VAULT: &[Fact] = &[
    always("form", Constant::Text("vault")),
    always("encrypted", Constant::Bool(true)),
    named("kms_key", &["kms_key_arn"]),
    always("locked", Constant::Bool(false)),
    TAGS,
];

/// The repository's own setting, or that of the whole registry where it is declared beside it.
fn scan(subject: &Subject<'_>) -> Option<Node> {
    let own = subject.at("image_scanning_configuration.0.scan_on_push").and_then(|it| as_flag(it, true));
    if own.as_ref().is_some_and(|it| it.as_bool() != Some(false)) {
        return own;
    }
    let whole = subject.scope.of_type("aws_ecr_registry_scanning_configuration").first();
    match whole {
        Some(whole) => Some(Node::new(true, whole.name_span)),
        None => Some(own.unwrap_or_else(|| Node::default_of(false, subject.resource.name_span))),
    }
}

/// The shortest time that a rule keeps its backups. A rule without an end keeps them for good.
fn shortest_retention(subject: &Subject<'_>) -> Option<Node> {
    let rules = subject.at("rule")?;
    if rules.as_unresolved().is_some() {
        return Some(rules);
    }
    let ends: Vec<Node> = rules.items().iter().filter_map(|it| read(it, "lifecycle.0.delete_after")).collect();
    let unknown = ends.iter().find(|it| it.as_unresolved().is_some()).cloned();
    unknown.or_else(|| ends.into_iter().filter(|it| it.as_i64().is_some()).min_by_key(|it| it.as_i64()))
}

fn copies(subject: &Subject<'_>) -> Option<Node> {
    let rules = subject.at("rule")?;
    if rules.as_unresolved().is_some() {
        return Some(rules);
    }
    let copy = rules.items().iter().find_map(|it| read(it, "copy_action.0"))?;
    Some(instead(&copy, true))
}
