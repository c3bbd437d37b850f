//! Rights, keys, secrets.

use crate::collect::cloudformation::translation::{Argument, Part, Type, blocks, of, part, plain, untouched};
use crate::collect::terraform::row::Constant::Text;

pub(super) const TYPES: &[Type] = &[
    of("AWS::IAM::Role", "aws_iam_role").with(&[blocks("Policies", "inline_policy", POLICY)]),
    // Who holds a policy decides which of Terraform's resources says the same.
    of("AWS::IAM::Policy", "aws_iam_user_policy").when("Users"),
    of("AWS::IAM::Policy", "aws_iam_group_policy").when("Groups"),
    of("AWS::IAM::Policy", "aws_iam_role_policy"),
    of("AWS::IAM::RolePolicy", "aws_iam_role_policy").with(&[plain("RoleName", "role")]),
    of("AWS::IAM::UserPolicy", "aws_iam_user_policy").with(&[plain("UserName", "user")]),
    of("AWS::IAM::GroupPolicy", "aws_iam_group_policy").with(&[plain("GroupName", "group")]),
    of("AWS::IAM::ManagedPolicy", "aws_iam_user_policy").when("Users"),
    of("AWS::IAM::ManagedPolicy", "aws_iam_group_policy").when("Groups"),
    of("AWS::IAM::ManagedPolicy", "aws_iam_role_policy").when("Roles"),
    of("AWS::IAM::ManagedPolicy", "aws_iam_policy"),
    of("AWS::IAM::User", "aws_iam_user").with(&[plain("UserName", "name")]).parts(USER),
    of("AWS::IAM::Group", "aws_iam_group").with(&[plain("GroupName", "name")]).parts(&[
        part("Policies", "aws_iam_group_policy", "group").with(POLICY),
        part("ManagedPolicyArns", "aws_iam_group_policy_attachment", "group").whole("policy_arn"),
    ]),
    of("AWS::IAM::AccessKey", "aws_iam_access_key").with(&[plain("UserName", "user")]),
    // CloudFormation leaves the means for a second factor to what the pool offers.
    of("AWS::Cognito::UserPool", "aws_cognito_user_pool").defaults(&[("enabled_mfas", Text(""))]),
    of("AWS::Cognito::IdentityPool", "aws_cognito_identity_pool"),
    of("AWS::KMS::Key", "aws_kms_key").with(&[
        plain("PendingWindowInDays", "deletion_window_in_days"),
        plain("KeySpec", "customer_master_key_spec"),
        plain("Enabled", "is_enabled"),
    ]),
    of("AWS::SecretsManager::Secret", "aws_secretsmanager_secret").parts(&[part(
        "SecretString",
        "aws_secretsmanager_secret_version",
        "secret_id",
    )
    .whole("secret_string")]),
    of("AWS::SecretsManager::RotationSchedule", "aws_secretsmanager_secret_rotation"),
    of("AWS::SecretsManager::ResourcePolicy", "aws_secretsmanager_secret_policy")
        .with(&[plain("SecretId", "secret_arn"), untouched("ResourcePolicy", "policy")]),
    of("AWS::SSM::Parameter", "aws_ssm_parameter"),
];

const POLICY: &[Argument] = &[plain("PolicyName", "name"), untouched("PolicyDocument", "policy")];

const USER: &[Part] = &[
    part("LoginProfile", "aws_iam_user_login_profile", "user"),
    part("Policies", "aws_iam_user_policy", "user").with(POLICY),
    part("ManagedPolicyArns", "aws_iam_user_policy_attachment", "user").whole("policy_arn"),
];
