//! RDS, Aurora, DocumentDB and Neptune: servers, clusters and their members.

use crate::collect::terraform::reading::{instead, stands};
use crate::collect::terraform::row::{
    Constant, Fact, Row, always, flag, literal, named, not, number, row, value, with,
};
use crate::collect::terraform::subject::Subject;
use crate::collect::terraform::tags::{CLASSIFICATION, TAGS};
use crate::model::{Cause, EvidenceKind, Node, Shape, Unresolved};

use super::parameters::parameter;

pub const ROWS: &[Row] = &[
    database(&["aws_db_instance"], INSTANCE),
    database(&["aws_rds_cluster"], AURORA),
    database(&["aws_rds_cluster_instance"], AURORA_MEMBER),
    database(&["aws_docdb_cluster"], DOCUMENT),
    database(&["aws_docdb_cluster_instance"], DOCUMENT_MEMBER),
    database(&["aws_neptune_cluster"], GRAPH),
    database(&["aws_neptune_cluster_instance"], GRAPH_MEMBER),
];

const fn database(types: &'static [&'static str], facts: &'static [Fact]) -> Row {
    row(EvidenceKind::Database, "aws", types, facts)
}

const INSTANCE: &[Fact] = &[
    always("form", Constant::Text("relational")),
    with("role", role_of_instance),
    value("engine", &["engine"]),
    with("encrypted", encryption_of_instance).or_false(),
    named("kms_key", &["kms_key_id"]),
    flag("public", &["publicly_accessible"]).or_false(),
    number("backup_retention_days", &["backup_retention_period"]).or_number(0),
    flag("multi_zone", &["multi_az"]).or_false(),
    flag("deletion_protection", &["deletion_protection"]).or_false(),
    value("log_exports", &["enabled_cloudwatch_logs_exports"]).or(Constant::EmptyList),
    with("tls_required", tls_of_instance),
    flag("auto_minor_upgrade", &["auto_minor_version_upgrade"]).or_true(),
    flag("iam_auth", &["iam_database_authentication_enabled"]).or_false(),
    literal("password", &["password"]),
    flag("managed_password", &["manage_master_user_password"]).or_false(),
    not("final_snapshot", &["skip_final_snapshot"]).or_true(),
    CLASSIFICATION,
    TAGS,
];

const AURORA: &[Fact] = &[
    always("form", Constant::Text("relational")),
    always("role", Constant::Text("cluster")),
    value("engine", &["engine"]),
    with("encrypted", encryption_of_cluster).or_false(),
    named("kms_key", &["kms_key_id"]),
    number("backup_retention_days", &["backup_retention_period"]).or_number(1),
    with("multi_zone", zones_of_cluster),
    flag("deletion_protection", &["deletion_protection"]).or_false(),
    value("log_exports", &["enabled_cloudwatch_logs_exports"]).or(Constant::EmptyList),
    with("tls_required", tls_of_cluster),
    flag("iam_auth", &["iam_database_authentication_enabled"]).or_false(),
    literal("password", &["master_password"]),
    flag("managed_password", &["manage_master_user_password"]).or_false(),
    not("final_snapshot", &["skip_final_snapshot"]).or_true(),
    CLASSIFICATION,
    TAGS,
];

const AURORA_MEMBER: &[Fact] = &[
    always("form", Constant::Text("relational")),
    always("role", Constant::Text("member")),
    value("engine", &["engine"]),
    flag("public", &["publicly_accessible"]).or_false(),
    flag("auto_minor_upgrade", &["auto_minor_version_upgrade"]).or_true(),
    TAGS,
];

const DOCUMENT: &[Fact] = &[
    always("form", Constant::Text("document")),
    always("role", Constant::Text("cluster")),
    value("engine", &["engine"]).or_text("docdb"),
    flag("encrypted", &["storage_encrypted"]).or_false(),
    named("kms_key", &["kms_key_id"]),
    number("backup_retention_days", &["backup_retention_period"]).or_number(1),
    flag("deletion_protection", &["deletion_protection"]).or_false(),
    value("log_exports", &["enabled_cloudwatch_logs_exports"]).or(Constant::EmptyList),
    with("tls_required", |it| {
        parameter(it, "db_cluster_parameter_group_name", &["aws_docdb_cluster_parameter_group"], &["tls"])
    })
    .or_true(),
    literal("password", &["master_password"]),
    flag("managed_password", &["manage_master_user_password"]).or_false(),
    not("final_snapshot", &["skip_final_snapshot"]).or_true(),
    CLASSIFICATION,
    TAGS,
];

const DOCUMENT_MEMBER: &[Fact] = &[
    always("form", Constant::Text("document")),
    always("role", Constant::Text("member")),
    flag("auto_minor_upgrade", &["auto_minor_version_upgrade"]).or_true(),
    TAGS,
];

const GRAPH: &[Fact] = &[
    always("form", Constant::Text("graph")),
    always("role", Constant::Text("cluster")),
    value("engine", &["engine"]).or_text("neptune"),
    flag("encrypted", &["storage_encrypted"]).or_false(),
    named("kms_key", &["kms_key_arn"]),
    number("backup_retention_days", &["backup_retention_period"]).or_number(1),
    flag("deletion_protection", &["deletion_protection"]).or_false(),
    value("log_exports", &["enable_cloudwatch_logs_exports"]).or(Constant::EmptyList),
    flag("iam_auth", &["iam_database_authentication_enabled"]).or_false(),
    not("final_snapshot", &["skip_final_snapshot"]).or_true(),
    CLASSIFICATION,
    TAGS,
];

const GRAPH_MEMBER: &[Fact] = &[
    always("form", Constant::Text("graph")),
    always("role", Constant::Text("member")),
    flag("public", &["publicly_accessible"]).or_false(),
    flag("auto_minor_upgrade", &["auto_minor_version_upgrade"]).or_true(),
    TAGS,
];

/// A copy for reading names the server that it copies.
fn role_of_instance(subject: &Subject<'_>) -> Option<Node> {
    let name = subject.resource.name_span;
    match subject.at("replicate_source_db").map(stands) {
        None => Some(Node::default_of("server", name)),
        Some(source) => match source.as_bool() {
            Some(true) => Some(instead(&source, "replica")),
            Some(false) => Some(Node::default_of("server", name)),
            None => Some(source),
        },
    }
}

/// A copy in the same region is encrypted as what it copies.
fn encryption_of_instance(subject: &Subject<'_>) -> Option<Node> {
    let stated = subject.at("storage_encrypted");
    let source = subject.at("replicate_source_db");
    let Some(source) = source.filter(|_| stated.is_none()) else {
        return stated.and_then(|it| crate::collect::terraform::reading::flag(it, true));
    };
    match subject.scope.target(&source, &["aws_db_instance"], "identifier") {
        Some(copied) => Subject::alone(copied, subject.scope).at("storage_encrypted"),
        None => Some(Node::unresolved(
            Unresolved {
                cause: Cause::OutOfScope("the server that is copied".to_owned()),
                place: source.span,
                shape: Shape::Bool,
            },
            source.span,
        )),
    }
}

/// The first serverless Aurora is always encrypted, and says nothing else.
fn encryption_of_cluster(subject: &Subject<'_>) -> Option<Node> {
    if let Some(stated) = subject.at("storage_encrypted") {
        return crate::collect::terraform::reading::flag(stated, true);
    }
    let serverless = subject.at("engine_mode").filter(|it| it.as_str() == Some("serverless"))?;
    Some(instead(&serverless, true))
}

/// A cluster of Aurora fails over to its second member; other clusters of RDS always have standbys.
fn zones_of_cluster(subject: &Subject<'_>) -> Option<Node> {
    if let Some(class) = subject.at("db_cluster_instance_class") {
        return Some(instead(&class, true));
    }
    let mode = subject.at("engine_mode").filter(|it| it.as_str() == Some("serverless"));
    if let Some(mode) = mode {
        return Some(instead(&mode, true));
    }
    let members = subject.scope.of_type("aws_rds_cluster_instance").iter();
    let own = members.filter(|it| {
        let cluster = it.body.get("cluster_identifier");
        let target = cluster.and_then(|it| subject.scope.target(it, &["aws_rds_cluster"], "cluster_identifier"));
        target.is_some_and(|it| it.address == subject.resource.address)
    });
    let spans: Vec<_> = own.map(|it| it.name_span).collect();
    let first = spans.first()?;
    Some(Node::new(spans.len() > 1, *first))
}

fn tls_of_instance(subject: &Subject<'_>) -> Option<Node> {
    let names = ["rds.force_ssl", "require_secure_transport"];
    let stated = parameter(subject, "parameter_group_name", &["aws_db_parameter_group"], &names);
    stated.or_else(|| tls_by_engine(subject))
}

fn tls_of_cluster(subject: &Subject<'_>) -> Option<Node> {
    let names = ["rds.force_ssl", "require_secure_transport"];
    let groups = ["aws_rds_cluster_parameter_group"];
    let stated = parameter(subject, "db_cluster_parameter_group_name", &groups, &names);
    stated.or_else(|| tls_by_engine(subject))
}

/// What an engine demands where no parameter says: PostgreSQL TLS from version 15 on (Aurora: 17), MariaDB from 11.8 on.
/// Which version runs where none is stated, and what MySQL demands from 8.4 on, is left open.
fn tls_by_engine(subject: &Subject<'_>) -> Option<Node> {
    let engine = subject.at("engine")?;
    let version = subject.at("engine_version");
    let place = subject.resource.name_span;
    let required = match engine.as_str()? {
        "aurora-mysql" => Some(false),
        name if name.starts_with("sqlserver-") => Some(false),
        "postgres" => release(version.as_ref()).map(|it| it >= (15, 0)),
        "aurora-postgresql" => release(version.as_ref()).map(|it| it >= (17, 0)),
        "mariadb" => release(version.as_ref()).map(|it| it >= (11, 8)),
        "mysql" => release(version.as_ref()).filter(|it| *it < (8, 4)).map(|_| false),
        _ => return None,
    };
    match (required, version) {
        (Some(required), _) => Some(Node::default_of(required, place)),
        (None, Some(unknown)) if unknown.as_unresolved().is_some() => Some(unknown),
        (None, _) => {
            let cause = Cause::ProviderDefault("engine_version".to_owned());
            Some(Node::unresolved(Unresolved { cause, place, shape: Shape::Bool }, place))
        }
    }
}

/// The first two numbers of a version.
fn release(version: Option<&Node>) -> Option<(u32, u32)> {
    let text = version?.scalar_text()?;
    let mut numbers = text.split('.').map(|it| it.parse::<u32>().ok());
    Some((numbers.next()??, numbers.next().flatten().unwrap_or_default()))
}
