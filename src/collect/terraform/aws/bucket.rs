//! S3 buckets, with the resources that say more about one.

use crate::collect::terraform::reading::{instead, read};
use crate::collect::terraform::row::{
    Constant, Fact, Join, Row, always, flag, named, one_of, row, stated, value, with,
};
use crate::collect::terraform::subject::Subject;
use crate::collect::terraform::tags::{CLASSIFICATION, TAGS};
use crate::model::{Entry, EvidenceKind, Node, Value};

use super::statements::statements;

pub const ROWS: &[Row] = &[row(EvidenceKind::Bucket, "aws", &["aws_s3_bucket"], BUCKET)
    .joined(JOINS)
    .excused_by(&["holds_logs", "holds_trail"])];

/// Arguments of the bucket itself. Most are deprecated in favour of resources of their own, and still in use.
const BUCKET: &[Fact] = &[
    always("encrypted", Constant::Bool(true)),
    value(
        "kms_key",
        &["server_side_encryption_configuration.0.rule.0.apply_server_side_encryption_by_default.0.kms_master_key_id"],
    ),
    one_of(
        "kms",
        "server_side_encryption_configuration.0.rule.0.apply_server_side_encryption_by_default.0.sse_algorithm",
        KEY_SERVICE,
    )
    .or_false(),
    with("public_access_block", |_| None).or_false(),
    value("acl", &["acl"]).or_text("private"),
    with("grantees", grants_of_bucket),
    with("statements", policy),
    flag("versioning", &["versioning.0.enabled"]).or_false(),
    flag("mfa_delete", &["versioning.0.mfa_delete"]).or_false(),
    stated("logging", &["logging.0.target_bucket"]),
    value("log_target", &["logging.0.target_bucket"]),
    stated("lifecycle", &["lifecycle_rule"]),
    with("expires_objects", |it| expires(it, "lifecycle_rule", &["expiration.0.days", "expiration.0.date"])).or_false(),
    with("expires_former_versions", |it| expires(it, "lifecycle_rule", FORMER)).or_false(),
    flag("object_lock", &["object_lock_enabled"]).or_false(),
    stated("replication", &["replication_configuration.0.rules"]),
    CLASSIFICATION,
    TAGS,
];

const KEY_SERVICE: &[&str] = &["aws:kms", "aws:kms:dsse"];

const FORMER: &[&str] = &["noncurrent_version_expiration.0.noncurrent_days", "noncurrent_version_expiration.0.days"];

const JOINS: &[Join] = &[
    about(
        &["aws_s3_bucket_server_side_encryption_configuration"],
        &[
            named("kms_key", &["rule.0.apply_server_side_encryption_by_default.0.kms_master_key_id"]),
            one_of("kms", "rule.0.apply_server_side_encryption_by_default.0.sse_algorithm", KEY_SERVICE),
        ],
    ),
    about(
        &["aws_s3_bucket_public_access_block"],
        &[
            with("public_access_block", |it| Some(Node::new(true, it.resource.name_span))),
            flag("blocks_public_acls", &["block_public_acls"]).or_false(),
            flag("blocks_public_policy", &["block_public_policy"]).or_false(),
            flag("ignores_public_acls", &["ignore_public_acls"]).or_false(),
            flag("restricts_public_buckets", &["restrict_public_buckets"]).or_false(),
        ],
    ),
    about(&["aws_s3_bucket_acl"], &[value("acl", &["acl"]), with("grantees", grants_of_acl)]),
    about(&["aws_s3_bucket_policy"], &[with("statements", policy)]),
    about(
        &["aws_s3_bucket_versioning"],
        &[
            one_of("versioning", "versioning_configuration.0.status", &["Enabled"]),
            one_of("mfa_delete", "versioning_configuration.0.mfa_delete", &["Enabled"]),
        ],
    ),
    about(
        &["aws_s3_bucket_logging"],
        &[stated("logging", &["target_bucket"]), value("log_target", &["target_bucket"])],
    ),
    about(
        &["aws_s3_bucket_lifecycle_configuration"],
        &[
            stated("lifecycle", &["rule"]),
            with("expires_objects", |it| expires(it, "rule", &["expiration.0.days", "expiration.0.date"])),
            with("expires_former_versions", |it| expires(it, "rule", FORMER)),
        ],
    ),
    about(&["aws_s3_bucket_object_lock_configuration"], &[always("object_lock", Constant::Bool(true))]),
    about(&["aws_s3_bucket_replication_configuration"], &[stated("replication", &["rule"])]),
    holds_logs(&["aws_s3_bucket_logging"], "target_bucket"),
    holds_logs(&["aws_s3_bucket"], "logging.0.target_bucket"),
    Join { types: &["aws_cloudtrail"], by: "s3_bucket_name", to: "bucket", facts: HOLDS_TRAIL },
    holds_logs(&["aws_lb", "aws_alb", "aws_elb"], "access_logs.0.bucket"),
    holds_logs(&["aws_flow_log"], "log_destination"),
];

const HOLDS_TRAIL: &[Fact] = &[always("holds_logs", Constant::Bool(true)), always("holds_trail", Constant::Bool(true))];

const HOLDS_LOGS: &[Fact] = &[always("holds_logs", Constant::Bool(true))];

const fn about(types: &'static [&'static str], facts: &'static [Fact]) -> Join {
    Join { types, by: "bucket", to: "bucket", facts }
}

const fn holds_logs(types: &'static [&'static str], by: &'static str) -> Join {
    Join { types, by, to: "bucket", facts: HOLDS_LOGS }
}

fn policy(subject: &Subject<'_>) -> Option<Node> {
    subject.at("policy").as_ref().and_then(statements)
}

/// Whether a rule that is on deletes objects: at once when one is found, unresolved when one may.
fn expires(subject: &Subject<'_>, rules: &str, after: &[&str]) -> Option<Node> {
    let rules = subject.at(rules)?;
    if rules.as_unresolved().is_some() {
        return Some(rules);
    }
    let deletion = |rule: &Node| after.iter().find_map(|it| read(rule, it));
    let on = |rule: &&Node| match (read(rule, "enabled"), read(rule, "status")) {
        (Some(enabled), _) => enabled.as_bool() != Some(false),
        (None, Some(status)) => status.as_str() != Some("Disabled"),
        (None, None) => true,
    };
    let found = rules.items().iter().filter(on).find_map(deletion);
    match found {
        Some(after) if after.as_unresolved().is_some() => Some(after),
        Some(after) => Some(instead(&after, true)),
        None => Some(instead(&rules, false)),
    }
}

/// `grant` blocks of the bucket: `uri` for groups, `id` for accounts.
fn grants_of_bucket(subject: &Subject<'_>) -> Option<Node> {
    let grants = subject.at("grant")?;
    grantees(&grants, "uri", "id", "permissions.0")
}

fn grants_of_acl(subject: &Subject<'_>) -> Option<Node> {
    let grants = subject.at("access_control_policy.0.grant")?;
    grantees(&grants, "grantee.0.uri", "grantee.0.id", "permission")
}

fn grantees(grants: &Node, group: &str, account: &str, right: &str) -> Option<Node> {
    if grants.as_unresolved().is_some() {
        return Some(grants.clone());
    }
    let grantee = |grant: &Node| {
        if grant.as_unresolved().is_some() {
            return grant.clone();
        }
        let who = read(grant, group).or_else(|| read(grant, account));
        let who = who.map(|it| Entry::new("who", it));
        let right = read(grant, right).map(|it| Entry::new("right", it));
        let entries = who.into_iter().chain(right).collect();
        Node { value: Node::map(entries, grant.span).value, ..grant.clone() }
    };
    let items = grants.items().iter().map(grantee).collect();
    Some(Node { value: Value::List(items), ..grants.clone() })
}
