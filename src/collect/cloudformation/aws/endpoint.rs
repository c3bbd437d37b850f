//! Load balancers, distributions, API gateways.

use crate::collect::cloudformation::translation::{
    Argument, Part, Type, blocks, is, keyed, made, of, part, plain, untouched,
};
use crate::collect::terraform::row::Constant::{Bool, Text};

use super::made::own_certificate;

pub(super) const TYPES: &[Type] = &[
    of("AWS::ElasticLoadBalancingV2::LoadBalancer", "aws_lb").with(BALANCER),
    of("AWS::ElasticLoadBalancingV2::Listener", "aws_lb_listener").with(&[blocks(
        "DefaultActions",
        "default_action",
        &[plain("Type", "type"), plain("RedirectConfig.Protocol", "redirect.0.protocol")],
    )]),
    of("AWS::ElasticLoadBalancingV2::TargetGroup", "aws_lb_target_group"),
    of("AWS::ElasticLoadBalancing::LoadBalancer", "aws_elb").with(CLASSIC).parts(POLICIES),
    of("AWS::WAFv2::WebACL", "aws_wafv2_web_acl"),
    of("AWS::Transfer::Server", "aws_transfer_server"),
    of("AWS::WAFv2::LoggingConfiguration", "aws_wafv2_web_acl_logging_configuration"),
    of("AWS::Logs::DeliverySource", "aws_cloudwatch_log_delivery_source"),
    of("AWS::WAFv2::WebACLAssociation", "aws_wafv2_web_acl_association"),
    of("AWS::WAFRegional::WebACLAssociation", "aws_wafregional_web_acl_association"),
    of("AWS::CloudFront::Distribution", "aws_cloudfront_distribution")
        .inside("DistributionConfig")
        .with(&[
            plain("CacheBehaviors", "ordered_cache_behavior"),
            plain("Origins", "origin"),
            plain("Logging", "logging_config"),
            plain("ViewerCertificate.MinimumProtocolVersion", "viewer_certificate.0.minimum_protocol_version"),
            plain("ViewerCertificate.CloudFrontDefaultCertificate", DEFAULT_CERTIFICATE),
            plain("ViewerCertificate.AcmCertificateArn", "viewer_certificate.0.acm_certificate_arn"),
            plain("ViewerCertificate.IamCertificateId", "viewer_certificate.0.iam_certificate_id"),
            made("ViewerCertificate", DEFAULT_CERTIFICATE, own_certificate),
        ])
        // A distribution without a certificate of its own shows that of CloudFront.
        .defaults(&[(DEFAULT_CERTIFICATE, Bool(true))]),
    of("AWS::ApiGateway::Stage", "aws_api_gateway_stage").with(STAGE).parts(SETTINGS),
    of("AWS::Serverless::Api", "aws_api_gateway_stage").with(STAGE).parts(SETTINGS),
    of("AWS::ApiGatewayV2::Stage", "aws_apigatewayv2_stage").with(STAGE),
    of("AWS::Serverless::HttpApi", "aws_apigatewayv2_stage").with(STAGE),
    of("AWS::ApiGateway::Method", "aws_api_gateway_method")
        .with(&[plain("AuthorizationType", "authorization")])
        .defaults(&[("authorization", Text("NONE"))]),
    of("AWS::ApiGatewayV2::Route", "aws_apigatewayv2_route"),
    of("AWS::ApiGatewayV2::Api", "aws_apigatewayv2_api"),
    of("AWS::ApiGateway::RestApi", "aws_api_gateway_rest_api").with(&[untouched("Body", "body")]),
    of("AWS::ApiGateway::Authorizer", "aws_api_gateway_authorizer"),
    of("AWS::ApiGateway::DomainName", "aws_api_gateway_domain_name"),
    of("AWS::AppSync::GraphQLApi", "aws_appsync_graphql_api")
        .with(&[plain("LogConfig.CloudWatchLogsRoleArn", "log_config.0.cloudwatch_logs_role_arn")]),
];

const SETTINGS: &[Part] = &[part("MethodSettings", "aws_api_gateway_method_settings", "stage_name")
    .with(&[plain("DataTraceEnabled", "settings.0.data_trace_enabled")])];

const DEFAULT_CERTIFICATE: &str = "viewer_certificate.0.cloudfront_default_certificate";

const BALANCER: &[Argument] = &[
    is("Scheme", "internal", &["internal"]),
    plain("Type", "load_balancer_type"),
    keyed("LoadBalancerAttributes", "access_logs.0.enabled", "access_logs.s3.enabled"),
    keyed("LoadBalancerAttributes", "access_logs.0.bucket", "access_logs.s3.bucket"),
    keyed("LoadBalancerAttributes", "enable_deletion_protection", "deletion_protection.enabled"),
    keyed("LoadBalancerAttributes", "drop_invalid_header_fields", "routing.http.drop_invalid_header_fields.enabled"),
];

const CLASSIC: &[Argument] = &[
    is("Scheme", "internal", &["internal"]),
    plain("AccessLoggingPolicy.Enabled", "access_logs.0.enabled"),
    plain("AccessLoggingPolicy.S3BucketName", "access_logs.0.bucket"),
    blocks("Listeners", "listener", &[plain("Protocol", "lb_protocol"), plain("LoadBalancerPort", "lb_port")]),
];

const POLICIES: &[Part] = &[part("Policies", "aws_load_balancer_policy", "load_balancer_name")
    .with(&[plain("PolicyType", "policy_type_name"), plain("Attributes", "policy_attribute")])];

const STAGE: &[Argument] = &[
    plain("AccessLogSetting.DestinationArn", "access_log_settings.0.destination_arn"),
    plain("AccessLogSettings.DestinationArn", "access_log_settings.0.destination_arn"),
    plain("TracingEnabled", "xray_tracing_enabled"),
];
