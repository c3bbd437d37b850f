//! Stores beside RDS: Redshift, DynamoDB, ElastiCache, OpenSearch.

use crate::collect::terraform::reading::{flag as as_flag, instead, one_of as as_one_of, read};
use crate::collect::terraform::row::{
    Constant, Fact, Join, Row, always, flag, literal, named, not, number, row, stated, value, with,
};
use crate::collect::terraform::subject::Subject;
use crate::collect::terraform::tags::{CLASSIFICATION, TAGS};
use crate::model::{Cause, EvidenceKind, Node, Shape, Unresolved, Value};

use super::parameters::parameter;
use super::statements::statements;

pub const ROWS: &[Row] = &[
    database(&["aws_redshift_cluster"], WAREHOUSE).joined(&[Join {
        types: &["aws_redshift_logging"],
        by: "cluster_identifier",
        to: "cluster_identifier",
        facts: &[always("audit_log", Constant::Bool(true))],
    }]),
    database(&["aws_dynamodb_table"], TABLE).joined(&[Join {
        types: &["aws_dynamodb_resource_policy"],
        by: "resource_arn",
        to: "arn",
        facts: &[with("statements", |it| it.at("policy").as_ref().and_then(statements))],
    }]),
    database(&["aws_elasticache_replication_group"], CACHE),
    database(&["aws_opensearch_domain", "aws_elasticsearch_domain"], SEARCH).joined(&[Join {
        types: &["aws_opensearch_domain_policy", "aws_elasticsearch_domain_policy"],
        by: "domain_name",
        to: "domain_name",
        facts: &[with("statements", access_policies)],
    }]),
];

const fn database(types: &'static [&'static str], facts: &'static [Fact]) -> Row {
    row(EvidenceKind::Database, "aws", types, facts)
}

const WAREHOUSE: &[Fact] = &[
    always("form", Constant::Text("warehouse")),
    always("role", Constant::Text("cluster")),
    // Since January 2025 the service encrypts each new cluster of which nothing is said.
    flag("encrypted", &["encrypted"]).or_true(),
    flag("encryption_stated", &["encrypted"]).or_false(),
    named("kms_key", &["kms_key_id"]),
    with("public", |it| flag_by_version(it, "publicly_accessible")),
    number("backup_retention_days", &["automated_snapshot_retention_period"]).or_number(1),
    flag("multi_zone", &["multi_az"]).or_false(),
    flag("audit_log", &["logging.0.enable"]).or_false(),
    with("tls_required", |it| {
        parameter(it, "cluster_parameter_group_name", &["aws_redshift_parameter_group"], &["require_ssl"])
    }),
    literal("password", &["master_password"]),
    flag("managed_password", &["manage_master_password"]).or_false(),
    not("final_snapshot", &["skip_final_snapshot"]).or_true(),
    CLASSIFICATION,
    TAGS,
];

const TABLE: &[Fact] = &[
    always("form", Constant::Text("table")),
    always("role", Constant::Text("table")),
    always("encrypted", Constant::Bool(true)),
    with("kms_key", key_of_table),
    flag("point_in_time_recovery", &["point_in_time_recovery.0.enabled"]).or_false(),
    flag("deletion_protection", &["deletion_protection_enabled"]).or_false(),
    with("scaling", scales).or_false(),
    flag("expires_records", &["ttl.0.enabled"]).or_false(),
    CLASSIFICATION,
    TAGS,
];

const CACHE: &[Fact] = &[
    always("form", Constant::Text("cache")),
    always("role", Constant::Text("cluster")),
    value("engine", &["engine"]).or_text("redis"),
    with("encrypted", |it| flag_of_cache(it, "at_rest_encryption_enabled")),
    named("kms_key", &["kms_key_id"]),
    with("tls_required", |it| flag_of_cache(it, "transit_encryption_enabled")),
    number("backup_retention_days", &["snapshot_retention_limit"]).or_number(0),
    flag("multi_zone", &["multi_az_enabled"]).or_false(),
    flag("auto_minor_upgrade", &["auto_minor_version_upgrade"]).or_true(),
    literal("password", &["auth_token"]),
    stated("asks_password", &["auth_token", "user_group_ids"]),
    CLASSIFICATION,
    TAGS,
];

const SEARCH: &[Fact] = &[
    always("form", Constant::Text("search")),
    always("role", Constant::Text("cluster")),
    value("engine", &["engine_version", "elasticsearch_version"]),
    flag("encrypted", &["encrypt_at_rest.0.enabled"]).or_false(),
    named("kms_key", &["encrypt_at_rest.0.kms_key_id"]),
    with("public", public_search),
    flag("node_to_node_encrypted", &["node_to_node_encryption.0.enabled"]).or_false(),
    with("tls_required", |it| enforced(it, "domain_endpoint_options", "enforce_https")).or_false(),
    with("min_tls", tls_policy),
    flag("multi_zone", &["cluster_config.0.zone_awareness_enabled"]).or_false(),
    with("log_exports", published_logs).or(Constant::EmptyList),
    stated("iam_auth", &["advanced_security_options.0.enabled"]),
    with("statements", access_policies),
    CLASSIFICATION,
    TAGS,
];

/// Without the block's switch the service takes a key of its own, whatever is named.
fn key_of_table(subject: &Subject<'_>) -> Option<Node> {
    let switch = subject.at("server_side_encryption.0.enabled").and_then(|it| as_flag(it, true));
    match switch.filter(|it| it.as_bool() != Some(true)) {
        Some(switch) => switch.as_unresolved().is_some().then_some(switch),
        None => subject.at("server_side_encryption.0.kms_key_arn"),
    }
}

/// A table that is paid for by request grows by itself; another does where a target of the scaling service names it.
fn scales(subject: &Subject<'_>) -> Option<Node> {
    let by_request = subject.at("billing_mode").and_then(|it| as_one_of(it, &["PAY_PER_REQUEST"]));
    if by_request.as_ref().is_some_and(|it| it.as_bool() != Some(false)) {
        return by_request;
    }
    let targets = subject.scope.of_type("aws_appautoscaling_target").iter();
    let names: Vec<Node> = targets.filter_map(|it| it.body.get("resource_id").cloned()).collect();
    let own = subject.at("name");
    let is_own = |it: &&Node| match (it.as_str().and_then(|it| it.strip_prefix("table/")), it.as_unresolved()) {
        (Some(table), _) => own.as_ref().and_then(Node::as_str) == Some(table),
        (None, Some(unknown)) => made_by(&unknown.cause, &subject.resource.address),
        (None, None) => false,
    };
    if let Some(named) = names.iter().find(is_own) {
        return Some(instead(named, true));
    }
    let may_be = |it: &&Node| it.as_unresolved().is_some_and(|it| !matches!(it.cause, Cause::AfterApply(_)));
    names.iter().find(may_be).cloned().and_then(|it| as_flag(it, true)).or(by_request)
}

/// Whether a value is known once this resource is there.
fn made_by(cause: &Cause, address: &str) -> bool {
    let Cause::AfterApply(name) = cause else { return false };
    name.strip_prefix(address).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// Redshift's default became safe with version 6 of the provider; which version runs is not in the resource.
fn flag_by_version(subject: &Subject<'_>, argument: &str) -> Option<Node> {
    if let Some(stated) = subject.at(argument) {
        return as_flag(stated, true);
    }
    let place = subject.resource.name_span;
    let cause = Cause::ProviderDefault(argument.to_owned());
    Some(Node::unresolved(Unresolved { cause, place, shape: Shape::Bool }, place))
}

/// Valkey encrypts by default, Redis does not.
fn flag_of_cache(subject: &Subject<'_>, argument: &str) -> Option<Node> {
    if let Some(stated) = subject.at(argument) {
        return as_flag(stated, true);
    }
    let valkey = subject.at("engine").is_some_and(|it| it.as_str() == Some("valkey"));
    Some(Node::default_of(valkey, subject.resource.name_span))
}

/// Without a place in a network, a domain answers on the internet.
fn public_search(subject: &Subject<'_>) -> Option<Node> {
    match subject.at("vpc_options") {
        Some(options) if options.as_unresolved().is_some() => Some(options),
        Some(options) if !options.items().is_empty() => Some(instead(&options, false)),
        _ => Some(Node::default_of(true, subject.resource.name_span)),
    }
}

/// A flag that is on by default where its block is there.
fn enforced(subject: &Subject<'_>, block: &str, argument: &str) -> Option<Node> {
    let blocks = subject.at(block)?;
    let first = match blocks.items().first() {
        Some(first) => first.clone(),
        None => return blocks.as_unresolved().is_some().then_some(blocks),
    };
    match read(&first, argument) {
        Some(stated) => as_flag(stated, true),
        None => Some(Node::default_of(true, first.name_span.unwrap_or(first.span))),
    }
}

/// `Policy-Min-TLS-1-2-2019-07` accepts TLS 1.2 and newer.
fn tls_policy(subject: &Subject<'_>) -> Option<Node> {
    let policy = subject.at("domain_endpoint_options.0.tls_security_policy")?;
    let Some(name) = policy.as_str() else { return Some(policy) };
    let version = name.strip_prefix("Policy-Min-TLS-1-").and_then(|it| it.split('-').next());
    version.map(|it| instead(&policy, format!("1.{it}")))
}

fn published_logs(subject: &Subject<'_>) -> Option<Node> {
    let blocks = subject.at("log_publishing_options")?;
    if blocks.as_unresolved().is_some() {
        return Some(blocks);
    }
    let enabled = |it: &&Node| read(it, "enabled").is_none_or(|it| it.as_bool() != Some(false));
    let kinds = blocks.items().iter().filter(enabled).filter_map(|it| read(it, "log_type")).collect();
    Some(Node { value: Value::List(kinds), ..blocks })
}

fn access_policies(subject: &Subject<'_>) -> Option<Node> {
    subject.at("access_policies").as_ref().and_then(statements)
}
