//! Logs, alarms, detectors, registries, backups.

use crate::collect::cloudformation::translation::{Type, blocks, made, of, part, plain, untouched};

use super::made::all_regions;

pub(super) const TYPES: &[Type] = &[
    of("AWS::CloudTrail::Trail", "aws_cloudtrail").with(&[
        plain("IsLogging", "enable_logging"),
        plain("CloudWatchLogsLogGroupArn", "cloud_watch_logs_group_arn"),
        plain("EventSelectors", "event_selector"),
    ]),
    of("AWS::Logs::LogGroup", "aws_cloudwatch_log_group").with(&[plain("LogGroupName", "name")]).parts(&[part(
        "DataProtectionPolicy",
        "aws_cloudwatch_log_data_protection_policy",
        "log_group_name",
    )
    .whole("policy_document")]),
    of("AWS::Logs::MetricFilter", "aws_cloudwatch_log_metric_filter").with(&[
        plain("FilterPattern", "pattern"),
        plain("MetricTransformations.0.MetricName", "metric_transformation.0.name"),
    ]),
    of("AWS::CloudWatch::Alarm", "aws_cloudwatch_metric_alarm"),
    of("AWS::CloudWatch::CompositeAlarm", "aws_cloudwatch_composite_alarm"),
    of("AWS::GuardDuty::Detector", "aws_guardduty_detector"),
    of("AWS::SecurityHub::Hub", "aws_securityhub_account"),
    of("AWS::SecurityHub::Standard", "aws_securityhub_standards_subscription"),
    of("AWS::Config::ConfigurationRecorder", "aws_config_configuration_recorder"),
    of("AWS::Config::ConfigurationAggregator", "aws_config_configuration_aggregator").with(&[
        made("AccountAggregationSources", "account_aggregation_source.0.all_regions", all_regions),
        plain("OrganizationAggregationSource.AllAwsRegions", "organization_aggregation_source.0.all_regions"),
    ]),
    of("AWS::Macie::Session", "aws_macie2_account"),
    of("AWS::SSM::PatchBaseline", "aws_ssm_patch_baseline").with(&[blocks(
        "ApprovalRules.PatchRules",
        "approval_rule",
        &[plain("ApproveAfterDays", "approve_after_days")],
    )]),
    of("AWS::ECR::Repository", "aws_ecr_repository")
        .with(&[plain("RepositoryName", "name"), untouched("RepositoryPolicyText", "policy")])
        .parts(&[part("LifecyclePolicy", "aws_ecr_lifecycle_policy", "repository")]),
    of("AWS::ECR::RegistryScanningConfiguration", "aws_ecr_registry_scanning_configuration"),
    of("AWS::Backup::BackupPlan", "aws_backup_plan").inside("BackupPlan").with(&[blocks(
        "BackupPlanRule",
        "rule",
        &[
            plain("ScheduleExpression", "schedule"),
            plain("Lifecycle.DeleteAfterDays", "lifecycle.0.delete_after"),
            plain("CopyActions", "copy_action"),
        ],
    )]),
    of("AWS::Backup::BackupVault", "aws_backup_vault")
        .with(&[plain("BackupVaultName", "name"), plain("EncryptionKeyArn", "kms_key_arn")])
        .parts(&[
            part("LockConfiguration", "aws_backup_vault_lock_configuration", "backup_vault_name"),
            part("AccessPolicy", "aws_backup_vault_policy", "backup_vault_name").whole("policy"),
        ]),
    of("AWS::Backup::BackupSelection", "aws_backup_selection"),
    of("AWS::Backup::RestoreTestingPlan", "aws_backup_restore_testing_plan"),
];
