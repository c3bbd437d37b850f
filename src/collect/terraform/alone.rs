//! Resources that are about a thing declared elsewhere, such as the policy of a bucket of another configuration: that
//! thing is judged by what they say of it, and by nothing else.

use std::collections::HashSet;

use crate::model::Entry;

use super::facts::of_joins;
use super::resource::Resource;
use super::row::Row;
use super::scope::Scope;
use super::subject::Subject;

/// Types that say enough of their target by themselves: who may reach it, over what, and how it is kept.
const TYPES: &[&str] = &[
    "aws_backup_vault_policy",
    "aws_default_security_group",
    "aws_ecr_repository_policy",
    "aws_efs_file_system_policy",
    "aws_elasticsearch_domain_policy",
    "aws_iam_user_login_profile",
    "aws_kms_key_policy",
    "aws_lambda_function_url",
    "aws_lambda_permission",
    "aws_opensearch_domain_policy",
    "aws_s3_bucket_acl",
    "aws_s3_bucket_lifecycle_configuration",
    "aws_s3_bucket_logging",
    "aws_s3_bucket_policy",
    "aws_s3_bucket_public_access_block",
    "aws_s3_bucket_server_side_encryption_configuration",
    "aws_s3_bucket_versioning",
    "aws_secretsmanager_secret_policy",
    "aws_sns_topic_policy",
    "aws_sqs_queue_policy",
    "azurerm_mariadb_firewall_rule",
    "azurerm_mssql_database_extended_auditing_policy",
    "azurerm_mssql_firewall_rule",
    "azurerm_mysql_firewall_rule",
    "azurerm_mysql_flexible_server_firewall_rule",
    "azurerm_postgresql_configuration",
    "azurerm_postgresql_firewall_rule",
    "azurerm_postgresql_flexible_server_configuration",
    "azurerm_postgresql_flexible_server_firewall_rule",
    "azurerm_sql_firewall_rule",
    "azurerm_storage_account_network_rules",
    "azurerm_storage_container",
    "google_artifact_registry_repository_iam_binding",
    "google_artifact_registry_repository_iam_member",
    "google_artifact_registry_repository_iam_policy",
    "google_bigquery_dataset_access",
    "google_bigquery_dataset_iam_binding",
    "google_bigquery_dataset_iam_member",
    "google_bigquery_dataset_iam_policy",
    "google_bigquery_table_iam_binding",
    "google_bigquery_table_iam_member",
    "google_bigquery_table_iam_policy",
    "google_cloud_run_service_iam_binding",
    "google_cloud_run_service_iam_member",
    "google_cloud_run_service_iam_policy",
    "google_cloud_run_v2_service_iam_binding",
    "google_cloud_run_v2_service_iam_member",
    "google_cloud_run_v2_service_iam_policy",
    "google_cloudfunctions2_function_iam_binding",
    "google_cloudfunctions2_function_iam_member",
    "google_cloudfunctions2_function_iam_policy",
    "google_cloudfunctions_function_iam_binding",
    "google_cloudfunctions_function_iam_member",
    "google_cloudfunctions_function_iam_policy",
    "google_kms_crypto_key_iam_binding",
    "google_kms_crypto_key_iam_member",
    "google_kms_crypto_key_iam_policy",
    "google_kms_key_ring_iam_binding",
    "google_kms_key_ring_iam_member",
    "google_kms_key_ring_iam_policy",
    "google_pubsub_topic_iam_binding",
    "google_pubsub_topic_iam_member",
    "google_pubsub_topic_iam_policy",
    "google_secret_manager_secret_iam_binding",
    "google_secret_manager_secret_iam_member",
    "google_secret_manager_secret_iam_policy",
    "google_storage_bucket_access_control",
    "google_storage_bucket_acl",
    "google_storage_bucket_iam_binding",
    "google_storage_bucket_iam_member",
    "google_storage_bucket_iam_policy",
];

/// What stands for the targets of resources that nothing here is known to be meant by: each with its row and facts.
/// `spoken_for` holds the addresses of those whose target is here, or may be.
pub(super) fn alone<'a>(
    row: &Row,
    scope: &'a Scope<'a>,
    spoken_for: &mut HashSet<&'a str>,
) -> Vec<(&'a Resource, Vec<Entry>)> {
    let mut found = Vec::new();
    let types = row.joins.iter().flat_map(|it| it.types).filter(|it| TYPES.contains(it));
    for resource in types.flat_map(|it| scope.of_type(it)).copied() {
        if row.parts.is_some() || !spoken_for.insert(&resource.address) {
            continue;
        }
        let mut subject = Subject::alone(resource, scope);
        let about = row.joins.iter().enumerate().filter(|(_, it)| it.types.contains(&&*resource.native_type));
        let about: Vec<_> = about.filter(|(_, it)| subject.at(it.by).is_some()).map(|(at, _)| (at, resource)).collect();
        subject.joined = about;
        found.extend(of_joins(row, &subject).map(|facts| (resource, facts)));
    }
    found
}
