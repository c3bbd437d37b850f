//! Modules of `terraform-aws-modules`, by the inputs that their documentation lists.

use super::group::rules;
use super::module::{Input, Makes, Module, block, from_all, makes, module, plain};
use crate::collect::terraform::reading::{instead, one_of, read};
use crate::collect::terraform::row::Constant::{Bool, Number, Text};
use crate::model::{Entry, Node, Value};

pub(super) const MODULES: &[Module] = &[
    module("terraform-aws-modules/alb/aws", &[makes("aws_lb").with(&[block("access_logs", "access_logs")])]),
    module("terraform-aws-modules/cloudfront/aws", &[makes("aws_cloudfront_distribution").with(DISTRIBUTION)]),
    module("terraform-aws-modules/dynamodb-table/aws", &[TABLE]),
    module("terraform-aws-modules/ec2-instance/aws", &[makes("aws_instance").with(MACHINE)]),
    module("terraform-aws-modules/ecr/aws", &[makes("aws_ecr_repository").with(REGISTRY)]),
    module(
        "terraform-aws-modules/efs/aws",
        &[makes("aws_efs_file_system").with(&[plain("kms_key_arn", "kms_key_id")])],
    ),
    module("terraform-aws-modules/eks/aws", &[makes("aws_eks_cluster").with(CLUSTER)]),
    module("terraform-aws-modules/iam/aws//modules/iam-account", &[PASSWORDS]),
    module("terraform-aws-modules/iam/aws//modules/iam-policy", &[makes("aws_iam_policy").when(&["policy"])]),
    module("terraform-aws-modules/kms/aws", &[makes("aws_kms_key")]),
    module("terraform-aws-modules/lambda/aws", &[makes("aws_lambda_function").with(FUNCTION)]),
    module("terraform-aws-modules/rds/aws", &[INSTANCE]),
    module("terraform-aws-modules/rds-aurora/aws", &[makes("aws_rds_cluster")]),
    module("terraform-aws-modules/redshift/aws", &[makes("aws_redshift_cluster").with(&[block("logging", "logging")])]),
    module("terraform-aws-modules/s3-bucket/aws", &[BUCKET, PUBLIC_ACCESS]),
    module("terraform-aws-modules/security-group/aws", &[makes("aws_security_group").with(GROUP)]),
    module("terraform-aws-modules/sns/aws", &[makes("aws_sns_topic")]),
    module("terraform-aws-modules/sqs/aws", &[makes("aws_sqs_queue")]),
];

const BUCKET: Makes = makes("aws_s3_bucket")
    .with(&[
        from_all("versioning", versioning_of_bucket),
        block("logging", "logging"),
        block("server_side_encryption_configuration", "server_side_encryption_configuration"),
        block("lifecycle_rule", "lifecycle_rule"),
        plain("replication_configuration.rules", "replication_configuration.0.rules"),
        from_all("policy", policy_of_bucket),
    ])
    .defaults(&[("versioning.0.enabled", Bool(false)), ("logging.0.target_bucket", Text(""))]);

const PUBLIC_ACCESS: Makes = makes("aws_s3_bucket_public_access_block")
    .when(&["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"])
    .with(&[plain("bucket", "name")])
    .about("bucket");

/// `{enabled = true}`, `{status = true}` and `{status = "Enabled"}` say the same.
fn versioning_of_bucket(inputs: &Node) -> Option<Node> {
    let stated = inputs.get("versioning")?;
    if stated.as_unresolved().is_some() {
        return Some(stated.clone());
    }
    let enabled = read(stated, "enabled").or_else(|| one_of(read(stated, "status")?, &["true", "enabled"]))?;
    let place = stated.name_span.unwrap_or(stated.span);
    let block = Node::map(vec![Entry::new("enabled", enabled)], stated.span).named(place);
    Some(instead(stated, Value::List([block].into())))
}

/// The policy is put on the bucket only where a flag says so.
fn policy_of_bucket(inputs: &Node) -> Option<Node> {
    let attached = inputs.get("attach_policy").and_then(Node::as_bool) == Some(true);
    inputs.get("policy").filter(|_| attached).cloned()
}

const INSTANCE: Makes = makes("aws_db_instance").defaults(&[
    ("publicly_accessible", Bool(false)),
    ("multi_az", Bool(false)),
    ("iam_database_authentication_enabled", Bool(false)),
    ("deletion_protection", Bool(false)),
]);

const TABLE: Makes = makes("aws_dynamodb_table")
    .with(&[
        plain("point_in_time_recovery_enabled", "point_in_time_recovery.0.enabled"),
        plain("server_side_encryption_enabled", "server_side_encryption.0.enabled"),
        plain("server_side_encryption_kms_key_arn", "server_side_encryption.0.kms_key_arn"),
        plain("ttl_enabled", "ttl.0.enabled"),
    ])
    .defaults(&[("point_in_time_recovery.0.enabled", Bool(false))]);

const MACHINE: &[Input] = &[
    block("metadata_options", "metadata_options"),
    block("root_block_device", "root_block_device"),
    block("ebs_block_device", "ebs_block_device"),
];

const REGISTRY: &[Input] = &[
    plain("repository_image_tag_mutability", "image_tag_mutability"),
    plain("repository_image_scan_on_push", "image_scanning_configuration.0.scan_on_push"),
    plain("repository_encryption_type", "encryption_configuration.0.encryption_type"),
    plain("repository_kms_key", "encryption_configuration.0.kms_key"),
];

const CLUSTER: &[Input] = &[
    plain("cluster_endpoint_public_access", "vpc_config.0.endpoint_public_access"),
    plain("endpoint_public_access", "vpc_config.0.endpoint_public_access"),
    plain("cluster_endpoint_private_access", "vpc_config.0.endpoint_private_access"),
    plain("endpoint_private_access", "vpc_config.0.endpoint_private_access"),
    plain("cluster_endpoint_public_access_cidrs", "vpc_config.0.public_access_cidrs"),
    plain("endpoint_public_access_cidrs", "vpc_config.0.public_access_cidrs"),
    plain("cluster_enabled_log_types", "enabled_cluster_log_types"),
    plain("enabled_log_types", "enabled_cluster_log_types"),
    plain("cluster_version", "version"),
    plain("kubernetes_version", "version"),
    block("cluster_encryption_config", "encryption_config"),
];

const PASSWORDS: Makes = makes("aws_iam_account_password_policy").defaults(&[("max_password_age", Number(0))]);

const FUNCTION: &[Input] = &[
    plain("environment_variables", "environment.0.variables"),
    plain("tracing_mode", "tracing_config.0.mode"),
    plain("dead_letter_target_arn", "dead_letter_config.0.target_arn"),
    plain("vpc_subnet_ids", "vpc_config.0.subnet_ids"),
];

const DISTRIBUTION: &[Input] = &[
    block("default_cache_behavior", "default_cache_behavior"),
    block("ordered_cache_behavior", "ordered_cache_behavior"),
    block("viewer_certificate", "viewer_certificate"),
    block("logging_config", "logging_config"),
    from_all("origin", origins),
];

/// Origins are an object of objects here.
fn origins(inputs: &Node) -> Option<Node> {
    let origins = inputs.get("origin")?;
    if origins.as_unresolved().is_some() {
        return Some(origins.clone());
    }
    let blocks = origins.entries().iter().map(|it| it.node.clone()).collect();
    Some(Node { value: Value::List(blocks), ..origins.clone() })
}

const GROUP: &[Input] = &[from_all("ingress", |it| rules(it, "ingress")), from_all("egress", |it| rules(it, "egress"))];
