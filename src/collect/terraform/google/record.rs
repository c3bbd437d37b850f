//! Pub/Sub, log buckets and sinks, snapshot schedules.

use crate::collect::terraform::grants::binding;
use crate::collect::terraform::reading::{flag as as_flag, instead, read};
use crate::collect::terraform::row::{
    Constant, Fact, Join, Row, always, flag, number, one_of, row, stated, value, with,
};
use crate::collect::terraform::subject::Subject;
use crate::collect::terraform::tags::TAGS;
use crate::model::{EvidenceKind, Node, Value};

use super::alarms::filters;

pub const ROWS: &[Row] = &[
    row(EvidenceKind::Queue, "google", &["google_pubsub_topic"], TOPIC).joined(&[
        Join {
            types: &[
                "google_pubsub_topic_iam_member",
                "google_pubsub_topic_iam_binding",
                "google_pubsub_topic_iam_policy",
            ],
            by: "topic",
            to: "name",
            facts: &[with("grantees", binding)],
        },
        Join {
            types: &["google_pubsub_subscription"],
            by: "dead_letter_policy.0.dead_letter_topic",
            to: "name",
            facts: &[always("holds_dead_letters", Constant::Bool(true))],
        },
    ]),
    row(EvidenceKind::Queue, "google", &["google_pubsub_subscription"], SUBSCRIPTION),
    row(
        EvidenceKind::Log,
        "google",
        &[
            "google_logging_project_bucket_config",
            "google_logging_folder_bucket_config",
            "google_logging_organization_bucket_config",
        ],
        GROUP,
    ),
    row(
        EvidenceKind::Log,
        "google",
        &["google_logging_project_sink", "google_logging_folder_sink", "google_logging_organization_sink"],
        EXPORT,
    ),
    row(
        EvidenceKind::Log,
        "google",
        &["google_project_iam_audit_config", "google_folder_iam_audit_config", "google_organization_iam_audit_config"],
        AUDIT,
    ),
    row(EvidenceKind::Backup, "google", &["google_compute_resource_policy"], PLAN).only_when(is_snapshot_schedule),
];

const TOPIC: &[Fact] = &[
    always("form", Constant::Text("topic")),
    always("encrypted", Constant::Bool(true)),
    value("kms_key", &["kms_key_name"]),
    TAGS,
];

const SUBSCRIPTION: &[Fact] = &[
    always("form", Constant::Text("subscription")),
    always("encrypted", Constant::Bool(true)),
    stated("dead_letter", &["dead_letter_policy.0.dead_letter_topic"]),
    TAGS,
];

const GROUP: &[Fact] = &[
    always("form", Constant::Text("group")),
    always("encrypted", Constant::Bool(true)),
    value("kms_key", &["cmek_settings.0.kms_key_name"]),
    number("retention_days", &["retention_days"]).or_number(30),
    flag("retention_locked", &["locked"]).or_false(),
];

const EXPORT: &[Fact] = &[
    always("form", Constant::Text("export")),
    value("target", &["destination"]),
    with("retention_locked", locks_its_bucket),
];

const AUDIT: &[Fact] = &[
    always("form", Constant::Text("audit")),
    one_of("covers_all_services", "service", &["allServices"]),
    with("categories", |it| of_each(it, "log_type")),
    with("exempted", |it| of_each(it, "exempted_members")),
    with("filters", filters),
];

const PLAN: &[Fact] = &[
    always("form", Constant::Text("plan")),
    number("retention_days", &["snapshot_schedule_policy.0.retention_policy.0.max_retention_days"]),
];

fn is_snapshot_schedule(subject: &Subject<'_>) -> bool {
    subject.at("snapshot_schedule_policy").is_some()
}

/// Whether the storage bucket that a sink fills is here and locks how long it keeps.
fn locks_its_bucket(subject: &Subject<'_>) -> Option<Node> {
    let target = subject.at("destination")?;
    let name = instead(&target, target.as_str()?.strip_prefix("storage.googleapis.com/")?);
    let bucket = subject.scope.target(&name, &["google_storage_bucket"], "name")?;
    let locked = read(&bucket.body, "retention_policy.0.is_locked").and_then(|it| as_flag(it, true));
    Some(instead(&target, locked.map_or(Value::Bool(false), |it| it.value)))
}

/// What the blocks of an audit configuration say, put together.
fn of_each(subject: &Subject<'_>, name: &str) -> Option<Node> {
    let blocks = subject.at("audit_log_config")?;
    if blocks.as_unresolved().is_some() {
        return Some(blocks);
    }
    let stated = blocks.items().iter().filter_map(|it| read(it, name));
    let items = stated.flat_map(|it| match &it.value {
        Value::List(items) => items.to_vec(),
        _ => vec![it],
    });
    Some(Node::list(items.collect(), blocks.name_span.unwrap_or(blocks.span)))
}
