//! Stores in memory beside replication groups, series of measurements, and servers that copy data between stores.

use crate::collect::terraform::row::{Constant, Fact, Row, always, flag, named, number, one_of, row, value};
use crate::collect::terraform::subject::Subject;
use crate::collect::terraform::tags::{CLASSIFICATION, TAGS};
use crate::model::EvidenceKind;

pub const ROWS: &[Row] = &[
    database(&["aws_elasticache_cluster"], NODES).only_when(stands_alone),
    database(&["aws_dax_cluster"], ACCELERATOR),
    database(&["aws_memorydb_cluster"], MEMORY),
    database(&["aws_timestreamwrite_database"], SERIES),
    database(&["aws_dms_replication_instance"], REPLICATOR),
];

const fn database(types: &'static [&'static str], facts: &'static [Fact]) -> Row {
    row(EvidenceKind::Database, "aws", types, facts)
}

/// Nodes outside of a replication group cannot encrypt what they hold, so nothing is said of that.
const NODES: &[Fact] = &[
    always("form", Constant::Text("cache")),
    always("role", Constant::Text("member")),
    value("engine", &["engine"]),
    number("backup_retention_days", &["snapshot_retention_limit"]).or_number(0),
    flag("auto_minor_upgrade", &["auto_minor_version_upgrade"]).or_true(),
    TAGS,
];

const ACCELERATOR: &[Fact] = &[
    always("form", Constant::Text("cache")),
    always("role", Constant::Text("cluster")),
    flag("encrypted", &["server_side_encryption.0.enabled"]).or_false(),
    one_of("tls_required", "cluster_endpoint_encryption_type", &["TLS"]).or_false(),
    CLASSIFICATION,
    TAGS,
];

const MEMORY: &[Fact] = &[
    always("form", Constant::Text("cache")),
    always("role", Constant::Text("cluster")),
    value("engine", &["engine"]).or_text("redis"),
    always("encrypted", Constant::Bool(true)),
    named("kms_key", &["kms_key_arn"]),
    flag("tls_required", &["tls_enabled"]).or_true(),
    number("backup_retention_days", &["snapshot_retention_limit"]).or_number(0),
    flag("auto_minor_upgrade", &["auto_minor_version_upgrade"]).or_true(),
    CLASSIFICATION,
    TAGS,
];

const SERIES: &[Fact] = &[
    always("form", Constant::Text("series")),
    always("role", Constant::Text("database")),
    always("encrypted", Constant::Bool(true)),
    named("kms_key", &["kms_key_id"]),
    TAGS,
];

const REPLICATOR: &[Fact] = &[
    always("form", Constant::Text("replication")),
    always("role", Constant::Text("member")),
    flag("public", &["publicly_accessible"]).or_false(),
    flag("auto_minor_upgrade", &["auto_minor_version_upgrade"]).or_false(),
    TAGS,
];

/// The nodes of a replication group are told with it.
fn stands_alone(subject: &Subject<'_>) -> bool {
    subject.at("replication_group_id").is_none()
}
