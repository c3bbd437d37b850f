# METADATA
# title: "Load balancers, distributions, APIs, firewalls and web apps write access logs"
# description: "Without them nobody can say who asked for what, and when."
# custom:
#   id: endpoint-writes-access-logs
#   severity: medium
#   criteria:
#     - {id: CC7.2, aspect: log-sources, strength: primary, because: requests at the boundary are a source for detection}
#     - {id: CC7.3, aspect: triage, strength: supporting, because: a suspected incident can be followed from its first request}
#   tests: design
#   reads: [access_logging]
#   remediation:
#     cloudformation: "load balancers: set the attribute `access_logs.s3.enabled` or an `AccessLoggingPolicy`; stages: set `AccessLogSetting.DestinationArn` (`AccessLogSettings` for HTTP APIs); distributions: add `Logging`; web ACLs: add an `AWS::WAFv2::LoggingConfiguration`; AppSync: add `LogConfig`"
#     terraform: "load balancers: add `access_logs { bucket = ..., enabled = true }`; API Gateway stages: add `access_log_settings`; distributions: add `logging_config`; web ACLs: add an `aws_wafv2_web_acl_logging_configuration`; AppSync: add `log_config`; Azure web apps: add `logs { http_logs { ... } }`"
#   aliases:
#     checkov: [CKV_AWS_91, CKV_AWS_92, CKV_AWS_76, CKV_AZURE_63, CKV_AWS_86, CKV_AWS_95, CKV_AWS_193, CKV2_AWS_31,
#       CKV_AWS_75, CKV_AWS_176]
#     kics: [20018359-6fd7-4d05-ab26-d4dffccbdf79, 1b6799eb-4a7a-4b04-9001-8cceb9999326,
#       80d45af4-4920-4236-a56e-b7ef419d1941, ee12ad32-2863-4c0f-b13f-28272d115028, c62e8b7d-1fdf-4050-ac4c-76ba9e1d9621,
#       94690d79-b3b0-43de-b656-84ebef5753e5, de77cd9f-0e8b-46cc-b4a4-b6b436838642,
#       9111f9a5-6b80-40f9-bc82-c05f970779c3]
#     prowler: [elbv2_logging_enabled, elb_logging_enabled, apigateway_restapi_logging_enabled,
#       apigatewayv2_api_access_logging_enabled, cloudfront_distributions_logging_enabled,
#       wafv2_webacl_logging_enabled]
#     powerpipe: [elb_application_classic_lb_logging_enabled, apigateway_stage_logging_enabled,
#       wafv2_web_acl_logging_enabled]
#     trivy: [AVD-AWS-0001, AWS-0001, AVD-AWS-0010, AWS-0010]
#     tfsec: [aws-api-gateway-enable-access-logging, aws-cloudfront-enable-logging]
#   since: "0.1.0"
package gapcheck.endpoint.writes_access_logs

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	is_boolean(endpoint.access_logging)
}

deny contains {"subject": endpoint.id, "path": ["access_logging"], "message": message} if {
	some endpoint in input.endpoint
	endpoint.access_logging == false
	message := sprintf("%s writes no access log", [endpoint.name])
}
