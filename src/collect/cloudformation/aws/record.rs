//! Logs, alarms, detectors, registries, backups.

use crate::collect::cloudformation::translation::{Type, blocks, of, part, plain, untouched};

pub(super) const TYPES: &[Type] = &[
    of("AWS::CloudTrail::Trail", "aws_cloudtrail").with(&[
        plain("IsLogging", "enable_logging"),
        plain("CloudWatchLogsLogGroupArn", "cloud_watch_logs_group_arn"),
        plain("EventSelectors", "event_selector"),
    ]),
    of("AWS::Logs::LogGroup", "aws_cloudwatch_log_group").with(&[plain("LogGroupName", "name")]),
    of("AWS::CloudWatch::Alarm", "aws_cloudwatch_metric_alarm"),
    of("AWS::CloudWatch::CompositeAlarm", "aws_cloudwatch_composite_alarm"),
    of("AWS::GuardDuty::Detector", "aws_guardduty_detector"),
    of("AWS::SecurityHub::Hub", "aws_securityhub_account"),
    of("AWS::SecurityHub::Standard", "aws_securityhub_standards_subscription"),
    of("AWS::Config::ConfigurationRecorder", "aws_config_configuration_recorder"),
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
