//! Cloud SQL, BigQuery and Memorystore.

use crate::collect::terraform::grants::{binding, blocks};
use crate::collect::terraform::reading::{instead, one_of as is_one_of, read, stands};
use crate::collect::terraform::row::{
    Constant, Fact, Join, Row, always, flag, literal, one_of, row, stated, value, with,
};
use crate::collect::terraform::subject::Subject;
use crate::collect::terraform::tags::{CLASSIFICATION, TAGS};
use crate::model::{EvidenceKind, Node, Value};

pub const ROWS: &[Row] = &[
    database(&["google_sql_database_instance"], SQL),
    database(&["google_bigquery_dataset"], DATASET).joined(&[
        Join {
            types: &[
                "google_bigquery_dataset_iam_member",
                "google_bigquery_dataset_iam_binding",
                "google_bigquery_dataset_iam_policy",
            ],
            by: "dataset_id",
            to: "dataset_id",
            facts: &[with("grantees", binding)],
        },
        Join {
            types: &["google_bigquery_dataset_access"],
            by: "dataset_id",
            to: "dataset_id",
            facts: &[with("grantees", dataset_access)],
        },
    ]),
    database(&["google_bigquery_table"], TABLE).joined(&[Join {
        types: &[
            "google_bigquery_table_iam_member",
            "google_bigquery_table_iam_binding",
            "google_bigquery_table_iam_policy",
        ],
        by: "table_id",
        to: "table_id",
        facts: &[with("grantees", binding)],
    }]),
    database(&["google_spanner_database"], SPANNER),
    database(&["google_bigtable_instance"], BIGTABLE),
    database(&["google_redis_instance"], REDIS),
];

const fn database(types: &'static [&'static str], facts: &'static [Fact]) -> Row {
    row(EvidenceKind::Database, "google", types, facts)
}

const SQL: &[Fact] = &[
    always("form", Constant::Text("relational")),
    with("role", role),
    value("engine", &["database_version"]),
    always("encrypted", Constant::Bool(true)),
    value("kms_key", &["encryption_key_name"]),
    flag("public", &["settings.0.ip_configuration.0.ipv4_enabled"]).or_true(),
    with("open_networks", networks),
    flag("backups", &["settings.0.backup_configuration.0.enabled"]).or_false(),
    flag(
        "point_in_time_recovery",
        &[
            "settings.0.backup_configuration.0.point_in_time_recovery_enabled",
            "settings.0.backup_configuration.0.binary_log_enabled",
        ],
    )
    .or_false(),
    one_of("multi_zone", "settings.0.availability_type", &["REGIONAL"]).or_false(),
    flag("deletion_protection", &["deletion_protection"]).or_true(),
    value("settings", &["settings.0.database_flags"]).or(Constant::EmptyList),
    with("tls_required", tls).or_false(),
    literal("password", &["root_password"]),
    CLASSIFICATION,
    TAGS,
];

const DATASET: &[Fact] = &[
    always("form", Constant::Text("warehouse")),
    always("role", Constant::Text("table")),
    always("encrypted", Constant::Bool(true)),
    value("kms_key", &["default_encryption_configuration.0.kms_key_name"]),
    with("grantees", |it| blocks(it, "access", MEMBERS, "role")),
    stated("expires_records", &["default_table_expiration_ms", "default_partition_expiration_ms"]),
    CLASSIFICATION,
    TAGS,
];

const TABLE: &[Fact] = &[
    always("form", Constant::Text("warehouse")),
    always("role", Constant::Text("member")),
    always("encrypted", Constant::Bool(true)),
    value("kms_key", &["encryption_configuration.0.kms_key_name"]),
    flag("deletion_protection", &["deletion_protection"]).or_true(),
    TAGS,
];

const SPANNER: &[Fact] = &[
    always("form", Constant::Text("relational")),
    always("role", Constant::Text("member")),
    always("engine", Constant::Text("spanner")),
    always("encrypted", Constant::Bool(true)),
    value("kms_key", &["encryption_config.0.kms_key_name"]),
    flag("deletion_protection", &["deletion_protection"]).or_true(),
];

const BIGTABLE: &[Fact] = &[
    always("form", Constant::Text("document")),
    always("role", Constant::Text("table")),
    always("engine", Constant::Text("bigtable")),
    always("encrypted", Constant::Bool(true)),
    value("kms_key", &["cluster.0.kms_key_name"]),
    flag("deletion_protection", &["deletion_protection"]).or_true(),
    CLASSIFICATION,
    TAGS,
];

const REDIS: &[Fact] = &[
    always("form", Constant::Text("cache")),
    always("role", Constant::Text("server")),
    always("encrypted", Constant::Bool(true)),
    value("kms_key", &["customer_managed_key"]),
    one_of("tls_required", "transit_encryption_mode", &["SERVER_AUTHENTICATION"]).or_false(),
    flag("asks_password", &["auth_enabled"]).or_false(),
    one_of("multi_zone", "tier", &["STANDARD_HA"]).or_false(),
    CLASSIFICATION,
    TAGS,
];

const MEMBERS: &[&str] = &["special_group", "iam_member", "user_by_email", "group_by_email", "domain"];

/// A copy for reading names the server that it copies.
fn role(subject: &Subject<'_>) -> Option<Node> {
    match subject.at("master_instance_name").map(stands) {
        Some(source) if source.as_bool() == Some(true) => Some(instead(&source, "replica")),
        Some(source) if source.as_bool().is_none() => Some(source),
        _ => Some(Node::default_of("server", subject.resource.name_span)),
    }
}

fn networks(subject: &Subject<'_>) -> Option<Node> {
    let blocks = subject.at("settings.0.ip_configuration.0.authorized_networks")?;
    if blocks.as_unresolved().is_some() {
        return Some(blocks);
    }
    let ranges = blocks.items().iter().filter_map(|it| read(it, "value")).collect();
    Some(instead(&blocks, Value::List(ranges)))
}

/// The mode decides where it is stated; before there were modes, a flag did.
fn tls(subject: &Subject<'_>) -> Option<Node> {
    match subject.at("settings.0.ip_configuration.0.ssl_mode") {
        Some(mode) => is_one_of(mode, &["ENCRYPTED_ONLY", "TRUSTED_CLIENT_CERTIFICATE_REQUIRED"]),
        None => subject.at("settings.0.ip_configuration.0.require_ssl"),
    }
}

/// One entry of a dataset's access list.
fn dataset_access(subject: &Subject<'_>) -> Option<Node> {
    let who = MEMBERS.iter().find_map(|it| subject.at(it))?;
    let one = crate::collect::terraform::grants::grantee(&who, subject.at("role").as_ref());
    Some(instead(&who, Value::List([one].into())))
}
