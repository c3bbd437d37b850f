//! KMS keys, Secrets Manager secrets and SSM parameters.

use crate::collect::terraform::reading::{instead, may_be_literal};
use crate::collect::terraform::row::{
    Constant, Fact, Join, Row, always, flag, literal, named, number, one_of, row, stated, value, with,
};
use crate::collect::terraform::subject::Subject;
use crate::collect::terraform::tags::TAGS;
use crate::model::{EvidenceKind, Node};

use super::statements::statements;

pub const ROWS: &[Row] = &[
    row(EvidenceKind::Key, "aws", &["aws_kms_key"], KEY).joined(&[Join {
        types: &["aws_kms_key_policy"],
        by: "key_id",
        to: "key_id",
        facts: POLICY,
    }]),
    row(EvidenceKind::Secret, "aws", &["aws_secretsmanager_secret"], SECRET).joined(&[
        Join {
            types: &["aws_secretsmanager_secret_rotation"],
            by: "secret_id",
            to: "name",
            facts: &[
                always("rotation", Constant::Bool(true)),
                number("rotation_days", &["rotation_rules.0.automatically_after_days"]),
            ],
        },
        Join { types: &["aws_secretsmanager_secret_policy"], by: "secret_arn", to: "name", facts: POLICY },
        Join {
            types: &["aws_secretsmanager_secret_version"],
            by: "secret_id",
            to: "name",
            facts: &[literal("value", &["secret_string"])],
        },
    ]),
    row(EvidenceKind::Secret, "aws", &["aws_ssm_parameter"], PARAMETER),
];

const POLICY: &[Fact] = &[with("statements", policy)];

const KEY: &[Fact] = &[
    always("form", Constant::Text("key")),
    with("usage", usage).or_text("encrypt"),
    with("symmetric", symmetric).or_true(),
    flag("enabled", &["is_enabled"]).or_true(),
    flag("rotation", &["enable_key_rotation"]).or_false(),
    number("rotation_days", &["rotation_period_in_days"]).or_number(365),
    number("deletion_window_days", &["deletion_window_in_days"]).or_number(30),
    flag("multi_region", &["multi_region"]).or_false(),
    with("statements", policy),
    TAGS,
];

const SECRET: &[Fact] = &[
    always("form", Constant::Text("secret")),
    always("secure", Constant::Bool(true)),
    named("kms_key", &["kms_key_id"]),
    stated("rotation", &["rotation_lambda_arn"]),
    number("rotation_days", &["rotation_rules.0.automatically_after_days"]),
    number("recovery_window_days", &["recovery_window_in_days"]).or_number(30),
    with("statements", policy),
    TAGS,
];

const PARAMETER: &[Fact] = &[
    always("form", Constant::Text("parameter")),
    value("called", &["name"]),
    one_of("secure", "type", &["SecureString"]).or_false(),
    named("kms_key", &["key_id"]),
    with("value", secure_value),
    TAGS,
];

fn policy(subject: &Subject<'_>) -> Option<Node> {
    subject.at("policy").as_ref().and_then(statements)
}

fn usage(subject: &Subject<'_>) -> Option<Node> {
    let usage = subject.at("key_usage")?;
    let name = match usage.as_str()? {
        "ENCRYPT_DECRYPT" => "encrypt",
        "SIGN_VERIFY" => "sign",
        "GENERATE_VERIFY_MAC" => "mac",
        "KEY_AGREEMENT" => "agree",
        _ => return None,
    };
    Some(instead(&usage, name))
}

/// Only symmetric keys whose material KMS itself makes can rotate by themselves.
fn symmetric(subject: &Subject<'_>) -> Option<Node> {
    if let Some(store) = subject.at("custom_key_store_id") {
        return Some(instead(&store, false));
    }
    let spec = subject.at("customer_master_key_spec")?;
    crate::collect::terraform::reading::one_of(spec, &["SYMMETRIC_DEFAULT"])
}

/// What a parameter holds is a secret only where it says so.
fn secure_value(subject: &Subject<'_>) -> Option<Node> {
    subject.at("type").filter(|it| it.as_str() == Some("SecureString"))?;
    subject.at("value").filter(may_be_literal)
}
