//! Buckets, databases, disks, queues.

use crate::collect::cloudformation::translation::{Argument, Type, blocks, is, made, of, part, plain, untouched};
use crate::collect::terraform::reading::instead;
use crate::collect::terraform::row::Constant::{self, Bool, Number};

use super::made::{canned_acl, published_logs, settings, skips_snapshot, there};

pub(super) const TYPES: &[Type] = &[
    of("AWS::S3::Bucket", "aws_s3_bucket").with(BUCKET).parts(&[part(
        "PublicAccessBlockConfiguration",
        "aws_s3_bucket_public_access_block",
        "bucket",
    )]),
    of("AWS::S3::BucketPolicy", "aws_s3_bucket_policy"),
    of("AWS::RDS::DBInstance", "aws_rds_cluster_instance").when("DBClusterIdentifier").with(MEMBER).open(PUBLIC),
    of("AWS::RDS::DBInstance", "aws_db_instance").when("SourceDBInstanceIdentifier").with(INSTANCE).open(PUBLIC),
    of("AWS::RDS::DBInstance", "aws_db_instance")
        .with(INSTANCE)
        .defaults(&[("backup_retention_period", Number(1))])
        .open(PUBLIC),
    of("AWS::RDS::DBCluster", "aws_rds_cluster").with(AURORA),
    of("AWS::RDS::DBParameterGroup", "aws_db_parameter_group").with(PARAMETERS),
    of("AWS::RDS::DBClusterParameterGroup", "aws_rds_cluster_parameter_group").with(PARAMETERS),
    of("AWS::DocDB::DBCluster", "aws_docdb_cluster").with(AURORA).defaults(NO_SNAPSHOT),
    of("AWS::DocDB::DBInstance", "aws_docdb_cluster_instance").with(MEMBER),
    of("AWS::DocDB::DBClusterParameterGroup", "aws_docdb_cluster_parameter_group").with(PARAMETERS),
    of("AWS::Neptune::DBCluster", "aws_neptune_cluster").with(GRAPH).defaults(NO_SNAPSHOT),
    of("AWS::Neptune::DBInstance", "aws_neptune_cluster_instance").with(MEMBER),
    of("AWS::Redshift::Cluster", "aws_redshift_cluster").with(WAREHOUSE).defaults(NO_SNAPSHOT),
    of("AWS::Redshift::ClusterParameterGroup", "aws_redshift_parameter_group").with(&[
        plain("ParameterGroupName", "name"),
        blocks("Parameters", "parameter", &[plain("ParameterName", "name"), plain("ParameterValue", "value")]),
    ]),
    of("AWS::DynamoDB::Table", "aws_dynamodb_table").with(TABLE).parts(&[part(
        "ResourcePolicy",
        "aws_dynamodb_resource_policy",
        "resource_arn",
    )]),
    of("AWS::DynamoDB::GlobalTable", "aws_dynamodb_table").with(GLOBAL_TABLE),
    of("AWS::Serverless::SimpleTable", "aws_dynamodb_table").with(TABLE),
    of("AWS::ElastiCache::ReplicationGroup", "aws_elasticache_replication_group"),
    of("AWS::ElastiCache::CacheCluster", "aws_elasticache_cluster"),
    of("AWS::DAX::Cluster", "aws_dax_cluster")
        .with(&[plain("SSESpecification.SSEEnabled", "server_side_encryption.0.enabled")]),
    of("AWS::MemoryDB::Cluster", "aws_memorydb_cluster").with(&[plain("KmsKeyId", "kms_key_arn")]),
    of("AWS::Timestream::Database", "aws_timestreamwrite_database"),
    of("AWS::DMS::ReplicationInstance", "aws_dms_replication_instance")
        .defaults(&[("publicly_accessible", Bool(true)), ("auto_minor_version_upgrade", Bool(true))]),
    of("AWS::ApplicationAutoScaling::ScalableTarget", "aws_appautoscaling_target"),
    of("AWS::OpenSearchService::Domain", "aws_opensearch_domain").with(SEARCH).defaults(SEARCH_DEFAULTS),
    of("AWS::Elasticsearch::Domain", "aws_elasticsearch_domain").with(SEARCH).defaults(SEARCH_DEFAULTS),
    of("AWS::EC2::Volume", "aws_ebs_volume"),
    of("AWS::EFS::FileSystem", "aws_efs_file_system").parts(&[
        part("BackupPolicy", "aws_efs_backup_policy", "file_system_id")
            .with(&[plain("Status", "backup_policy.0.status")]),
        part("FileSystemPolicy", "aws_efs_file_system_policy", "file_system_id").whole("policy"),
    ]),
    of("AWS::FSx::FileSystem", "aws_fsx_lustre_file_system"),
    of("AWS::SQS::Queue", "aws_sqs_queue").with(&[plain("QueueName", "name")]),
    of("AWS::SQS::QueuePolicy", "aws_sqs_queue_policy").each("Queues", "queue_url"),
    of("AWS::SQS::QueueInlinePolicy", "aws_sqs_queue_policy").with(&[plain("Queue", "queue_url")]),
    of("AWS::SNS::Topic", "aws_sns_topic").with(&[plain("TopicName", "name")]).parts(&[part(
        "Subscription",
        "aws_sns_topic_subscription",
        "topic_arn",
    )]),
    of("AWS::SNS::TopicPolicy", "aws_sns_topic_policy").each("Topics", "arn"),
    of("AWS::SNS::TopicInlinePolicy", "aws_sns_topic_policy").with(&[plain("TopicArn", "arn")]),
    of("AWS::SNS::Subscription", "aws_sns_topic_subscription"),
    of("AWS::Events::Rule", "aws_cloudwatch_event_rule")
        .with(&[plain("Name", "name"), untouched("EventPattern", "event_pattern")])
        .parts(&[part("Targets", "aws_cloudwatch_event_target", "rule")]),
    of("AWS::Scheduler::Schedule", "aws_scheduler_schedule"),
    of("AWS::Kinesis::Stream", "aws_kinesis_stream").with(&[
        plain("StreamEncryption.EncryptionType", "encryption_type"),
        plain("StreamEncryption.KeyId", "kms_key_id"),
    ]),
    of("AWS::KinesisFirehose::DeliveryStream", "aws_kinesis_firehose_delivery_stream").with(DELIVERY),
    of("AWS::MSK::Cluster", "aws_msk_cluster").with(KAFKA),
    of("AWS::AmazonMQ::Broker", "aws_mq_broker"),
];

const BUCKET: &[Argument] = &[
    plain("BucketName", "bucket"),
    made("AccessControl", "acl", canned_acl),
    plain(
        "BucketEncryption.ServerSideEncryptionConfiguration.0.ServerSideEncryptionByDefault.KMSMasterKeyID",
        "server_side_encryption_configuration.0.rule.0.apply_server_side_encryption_by_default.0.kms_master_key_id",
    ),
    plain(
        "BucketEncryption.ServerSideEncryptionConfiguration.0.ServerSideEncryptionByDefault.SSEAlgorithm",
        "server_side_encryption_configuration.0.rule.0.apply_server_side_encryption_by_default.0.sse_algorithm",
    ),
    is("VersioningConfiguration.Status", "versioning.0.enabled", &["Enabled"]),
    plain("LoggingConfiguration.DestinationBucketName", "logging.0.target_bucket"),
    // Without a destination, a bucket keeps its own log.
    made("LoggingConfiguration", "logging.0.target_bucket", |it| Some(instead(it, "itself"))),
    blocks("LifecycleConfiguration.Rules", "lifecycle_rule", LIFECYCLE),
    plain("ReplicationConfiguration", "replication_configuration"),
];

const LIFECYCLE: &[Argument] = &[
    plain("Status", "status"),
    plain("ExpirationInDays", "expiration.0.days"),
    plain("ExpirationDate", "expiration.0.date"),
    plain("NoncurrentVersionExpirationInDays", "noncurrent_version_expiration.0.days"),
    plain("NoncurrentVersionExpiration.NoncurrentDays", "noncurrent_version_expiration.0.noncurrent_days"),
];

const INSTANCE: &[Argument] = &[
    plain("DBInstanceIdentifier", "identifier"),
    plain("MasterUserPassword", "password"),
    plain("EnableIAMDatabaseAuthentication", "iam_database_authentication_enabled"),
    plain("EnableCloudwatchLogsExports", "enabled_cloudwatch_logs_exports"),
    plain("DBParameterGroupName", "parameter_group_name"),
    plain("SourceDBInstanceIdentifier", "replicate_source_db"),
    made("DeletionPolicy", "skip_final_snapshot", skips_snapshot),
];

/// Where nothing is said, RDS looks for an internet gateway in the network of the subnets.
const PUBLIC: &[(&str, &str)] = &[("publicly_accessible", "the default of `PubliclyAccessible` in the network")];

const MEMBER: &[Argument] =
    &[plain("DBClusterIdentifier", "cluster_identifier"), plain("DBInstanceIdentifier", "identifier")];

const AURORA: &[Argument] = &[
    plain("DBClusterIdentifier", "cluster_identifier"),
    plain("MasterUserPassword", "master_password"),
    plain("EnableIAMDatabaseAuthentication", "iam_database_authentication_enabled"),
    plain("EnableCloudwatchLogsExports", "enabled_cloudwatch_logs_exports"),
    made("DeletionPolicy", "skip_final_snapshot", skips_snapshot),
];

const GRAPH: &[Argument] = &[
    plain("DBClusterIdentifier", "cluster_identifier"),
    plain("KmsKeyId", "kms_key_arn"),
    plain("IamAuthEnabled", "iam_database_authentication_enabled"),
    made("DeletionPolicy", "skip_final_snapshot", skips_snapshot),
];

const WAREHOUSE: &[Argument] = &[
    plain("MasterUserPassword", "master_password"),
    made("LoggingProperties", "logging.0.enable", there),
    made("DeletionPolicy", "skip_final_snapshot", skips_snapshot),
];

/// Only clusters and instances of RDS leave a snapshot where nothing is said.
const NO_SNAPSHOT: &[(&str, Constant)] = &[("skip_final_snapshot", Bool(true))];

const PARAMETERS: &[Argument] = &[
    plain("DBParameterGroupName", "name"),
    plain("DBClusterParameterGroupName", "name"),
    plain("Name", "name"),
    made("Parameters", "parameter", settings),
];

const TABLE: &[Argument] = &[
    plain("TableName", "name"),
    plain("SSESpecification.KMSMasterKeyId", "server_side_encryption.0.kms_key_arn"),
    plain("PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled", "point_in_time_recovery.0.enabled"),
    plain("TimeToLiveSpecification.Enabled", "ttl.0.enabled"),
];

const GLOBAL_TABLE: &[Argument] = &[
    plain("TableName", "name"),
    plain("Replicas.0.SSESpecification.KMSMasterKeyId", "server_side_encryption.0.kms_key_arn"),
    plain("Replicas.0.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled", "point_in_time_recovery.0.enabled"),
    plain("Replicas.0.DeletionProtectionEnabled", "deletion_protection_enabled"),
    plain("TimeToLiveSpecification.Enabled", "ttl.0.enabled"),
];

const SEARCH: &[Argument] = &[
    plain("EncryptionAtRestOptions.Enabled", "encrypt_at_rest.0.enabled"),
    plain("EncryptionAtRestOptions.KmsKeyId", "encrypt_at_rest.0.kms_key_id"),
    plain("NodeToNodeEncryptionOptions.Enabled", "node_to_node_encryption.0.enabled"),
    plain("VPCOptions", "vpc_options"),
    plain("ElasticsearchClusterConfig", "cluster_config"),
    plain("ElasticsearchVersion", "elasticsearch_version"),
    made("LogPublishingOptions", "log_publishing_options", published_logs),
    untouched("AccessPolicies", "access_policies"),
];

/// Here a domain answers without TLS until it is told not to.
const SEARCH_DEFAULTS: &[(&str, Constant)] = &[("domain_endpoint_options.0.enforce_https", Bool(false))];

const DELIVERY: &[Argument] = &[
    made("DeliveryStreamEncryptionConfigurationInput", "server_side_encryption.0.enabled", there),
    plain("DeliveryStreamEncryptionConfigurationInput.KeyARN", "server_side_encryption.0.key_arn"),
    plain("KinesisStreamSourceConfiguration.KinesisStreamARN", "kinesis_source_configuration.0.kinesis_stream_arn"),
];

const KAFKA: &[Argument] = &[
    plain("EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId", "encryption_info.0.encryption_at_rest_kms_key_arn"),
    plain("EncryptionInfo.EncryptionInTransit", "encryption_info.0.encryption_in_transit"),
    plain(
        "BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type",
        "broker_node_group_info.0.connectivity_info.0.public_access.0.type",
    ),
];
