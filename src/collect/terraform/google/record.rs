//! Pub/Sub, log buckets and sinks, snapshot schedules.

use crate::collect::terraform::grants::binding;
use crate::collect::terraform::row::{Constant, Fact, Join, Row, always, flag, number, row, stated, value, with};
use crate::collect::terraform::subject::Subject;
use crate::collect::terraform::tags::TAGS;
use crate::model::EvidenceKind;

pub const ROWS: &[Row] = &[
    row(EvidenceKind::Queue, "google", &["google_pubsub_topic"], TOPIC).joined(&[
        Join {
            types: &["google_pubsub_topic_iam_member", "google_pubsub_topic_iam_binding"],
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

const EXPORT: &[Fact] = &[always("form", Constant::Text("export")), value("target", &["destination"])];

const PLAN: &[Fact] = &[
    always("form", Constant::Text("plan")),
    number("retention_days", &["snapshot_schedule_policy.0.retention_policy.0.max_retention_days"]),
];

fn is_snapshot_schedule(subject: &Subject<'_>) -> bool {
    subject.at("snapshot_schedule_policy").is_some()
}
