//! Settings of a whole AWS account.

use crate::collect::terraform::reading::{instead, lower as as_lower};
use crate::collect::terraform::row::{Constant::Text, Fact, Row, always, flag, number, one_of, row, with};
use crate::collect::terraform::subject::Subject;
use crate::model::{EvidenceKind::Account, Node};

pub const ROWS: &[Row] = &[
    row(Account, "aws", &["aws_iam_account_password_policy"], PASSWORD_FACTS),
    row(Account, "aws", &["aws_s3_account_public_access_block"], PUBLIC_ACCESS_FACTS),
    row(Account, "aws", &["aws_ebs_encryption_by_default"], DISK_FACTS),
    row(Account, "aws", &["aws_ec2_instance_metadata_defaults"], METADATA_FACTS),
    row(Account, "aws", &["aws_cognito_user_pool"], POOL_FACTS),
    row(Account, "aws", &["aws_cognito_identity_pool"], IDENTITY_FACTS),
];

const PASSWORD_FACTS: &[Fact] = &[
    always("setting", Text("password_policy")),
    number("min_password_length", &["minimum_password_length"]).or_number(6),
    number("password_reuse_prevention", &["password_reuse_prevention"]).or_number(0),
    number("max_password_age_days", &["max_password_age"]).or_number(0),
    flag("requires_lowercase", &["require_lowercase_characters"]).or_false(),
    flag("requires_uppercase", &["require_uppercase_characters"]).or_false(),
    flag("requires_numbers", &["require_numbers"]).or_false(),
    flag("requires_symbols", &["require_symbols"]).or_false(),
];

const PUBLIC_ACCESS_FACTS: &[Fact] = &[
    always("setting", Text("public_access_block")),
    flag("blocks_public_acls", &["block_public_acls"]).or_false(),
    flag("blocks_public_policy", &["block_public_policy"]).or_false(),
    flag("ignores_public_acls", &["ignore_public_acls"]).or_false(),
    flag("restricts_public_buckets", &["restrict_public_buckets"]).or_false(),
];

const DISK_FACTS: &[Fact] =
    &[always("setting", Text("disk_encryption")), flag("disk_encryption_by_default", &["enabled"]).or_true()];

const POOL_FACTS: &[Fact] =
    &[always("setting", Text("user_pool")), with("second_factor", second_factor).or_text("off")];

/// A pool that demands a second factor and has no means for one does not say which.
const MEANS: &[&str] = &[
    "software_token_mfa_configuration",
    "sms_configuration",
    "email_mfa_configuration",
    "enabled_mfas",
    "web_authn_configuration",
];

fn second_factor(subject: &Subject<'_>) -> Option<Node> {
    let stated = as_lower(subject.at("mfa_configuration")?)?;
    let has_means = MEANS.iter().any(|it| subject.at(it).is_some());
    Some(if stated.as_str() == Some("on") && !has_means { instead(&stated, "off") } else { stated })
}

const IDENTITY_FACTS: &[Fact] =
    &[always("setting", Text("identity_pool")), flag("guests", &["allow_unauthenticated_identities"]).or_false()];

const METADATA_FACTS: &[Fact] =
    &[always("setting", Text("instance_metadata")), one_of("imds_v2", "http_tokens", &["required"]).or_false()];
