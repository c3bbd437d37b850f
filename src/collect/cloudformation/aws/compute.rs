//! Machines, functions, clusters, containers.

use crate::collect::cloudformation::attributes::as_api;
use crate::collect::cloudformation::translation::{Argument, Type, made, of, part, plain};

use super::made::{data_disks, root_disk, types};

pub(super) const TYPES: &[Type] = &[
    of("AWS::EC2::Instance", "aws_instance").with(&[
        plain("ImageId", "ami"),
        plain("NetworkInterfaces.0.AssociatePublicIpAddress", "associate_public_ip_address"),
        made("BlockDeviceMappings", "root_block_device", root_disk),
        made("BlockDeviceMappings", "ebs_block_device", data_disks),
    ]),
    of("AWS::EC2::LaunchTemplate", "aws_launch_template").inside("LaunchTemplateData"),
    of("AWS::AutoScaling::LaunchConfiguration", "aws_launch_configuration").with(&[
        made("BlockDeviceMappings", "root_block_device", root_disk),
        made("BlockDeviceMappings", "ebs_block_device", data_disks),
        plain("InstanceMonitoring", "enable_monitoring"),
    ]),
    of("AWS::AutoScaling::AutoScalingGroup", "aws_autoscaling_group").with(&[
        plain("AutoScalingGroupName", "name"),
        plain("LoadBalancerNames", "load_balancers"),
        plain("TargetGroupARNs", "target_group_arns"),
        plain("TrafficSources", "traffic_source"),
    ]),
    of("AWS::CodeBuild::Project", "aws_codebuild_project"),
    of("AWS::StepFunctions::StateMachine", "aws_sfn_state_machine"),
    of("AWS::Serverless::StateMachine", "aws_sfn_state_machine")
        .with(&[plain("Logging", "logging_configuration"), plain("Tracing", "tracing_configuration")]),
    of("AWS::WorkSpaces::Workspace", "aws_workspaces_workspace"),
    of("AWS::SageMaker::NotebookInstance", "aws_sagemaker_notebook_instance"),
    of("AWS::Lambda::Function", "aws_lambda_function"),
    of("AWS::Serverless::Function", "aws_lambda_function").with(SERVERLESS_FUNCTION).parts(&[
        part("FunctionUrlConfig", "aws_lambda_function_url", "function_name")
            .with(&[plain("AuthType", "authorization_type")]),
        part("EventInvokeConfig", "aws_lambda_function_event_invoke_config", "function_name").with(&[
            plain("DestinationConfig.OnFailure.Destination", FAILURES),
            // SAM makes a queue or topic where none is named.
            plain("DestinationConfig.OnFailure.Type", FAILURES),
        ]),
        part("Policies", "aws_iam_role_policy", "role").whole("policy"),
    ]),
    of("AWS::Lambda::Permission", "aws_lambda_permission"),
    of("AWS::Lambda::Url", "aws_lambda_function_url")
        .with(&[plain("TargetFunctionArn", "function_name"), plain("AuthType", "authorization_type")]),
    of("AWS::Lambda::EventInvokeConfig", "aws_lambda_function_event_invoke_config"),
    of("AWS::EKS::Cluster", "aws_eks_cluster").with(&[
        plain("ResourcesVpcConfig", "vpc_config"),
        made("Logging.ClusterLogging.EnabledTypes", "enabled_cluster_log_types", types),
    ]),
    of("AWS::ECS::Cluster", "aws_ecs_cluster").with(&[plain("ClusterSettings", "setting")]),
    of("AWS::ECS::TaskDefinition", "aws_ecs_task_definition").with(&[made(
        "ContainerDefinitions",
        "container_definitions",
        as_api,
    )]),
];

const FAILURES: &str = "destination_config.0.on_failure.0.destination";

const SERVERLESS_FUNCTION: &[Argument] =
    &[plain("Tracing", "tracing_config.0.mode"), plain("DeadLetterQueue.TargetArn", "dead_letter_config.0.target_arn")];
