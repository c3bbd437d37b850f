# METADATA
# title: Alarms tell of the events in a trail that attacks begin with
# description: "Who turns the trail off, opens a network or takes root is seen at once only where an alarm counts it."
# custom:
#   id: log-alarms-tell-what-attacks-begin-with
#   severity: low
#   criteria:
#     - {id: CC7.2, aspect: alarms, strength: primary, because: unusual acts in the account raise an alarm}
#     - {id: CC7.3, aspect: escalation, strength: supporting, because: somebody is called to judge them}
#   tests: design
#   reads: [form, enabled, multi_region, filters, monitor.watch]
#   remediation:
#     cloudformation: "for each event add an `AWS::Logs::MetricFilter` on the log group of the trail, and an `AWS::CloudWatch::Alarm` on its metric"
#     terraform: "for each event add an `aws_cloudwatch_log_metric_filter` on the log group of the trail, and an `aws_cloudwatch_metric_alarm` on its metric"
#   aliases:
#     trivy: [AVD-AWS-0147, AWS-0147, AVD-AWS-0148, AWS-0148, AVD-AWS-0149, AWS-0149, AVD-AWS-0150, AWS-0150,
#       AVD-AWS-0151, AWS-0151, AVD-AWS-0152, AWS-0152, AVD-AWS-0153, AWS-0153, AVD-AWS-0154, AWS-0154, AVD-AWS-0155,
#       AWS-0155, AVD-AWS-0156, AWS-0156, AVD-AWS-0157, AWS-0157, AVD-AWS-0158, AWS-0158, AVD-AWS-0159, AWS-0159,
#       AVD-AWS-0160, AWS-0160, AVD-AWS-0174, AWS-0174]
#     prowler: [cloudwatch_log_metric_filter_root_usage, cloudwatch_log_metric_filter_unauthorized_api_calls,
#       cloudwatch_log_metric_filter_sign_in_without_mfa, cloudwatch_log_metric_filter_policy_changes,
#       cloudwatch_log_metric_filter_for_s3_bucket_policy_changes,
#       cloudwatch_log_metric_filter_security_group_changes,
#       cloudwatch_log_metric_filter_and_alarm_for_cloudtrail_configuration_changes_enabled,
#       cloudwatch_log_metric_filter_and_alarm_for_aws_config_configuration_changes_enabled]
#   since: "0.1.0"
package gapcheck.log.alarms_tell_what_attacks_begin_with

# Which events are asked for; each is what a change or an act is about.
parameters := {"events": [name | some name, _ in _words]}

# Words that a pattern which counts the event holds.
_words := {
	"access-lists": [
		"CreateNetworkAclEntry", "DeleteNetworkAclEntry", "ReplaceNetworkAclEntry", "ReplaceNetworkAclAssociation",
	],
	"bucket-policies": ["PutBucketAcl", "PutBucketPolicy", "DeleteBucketPolicy", "DeleteBucketLifecycle"],
	"configuration-records": [
		"StopConfigurationRecorder", "DeleteDeliveryChannel", "PutDeliveryChannel", "PutConfigurationRecorder",
	],
	"failed-sign-ins": ["ConsoleLogin", "Failed authentication"],
	"gateways": [
		"CreateCustomerGateway", "DeleteCustomerGateway", "AttachInternetGateway", "CreateInternetGateway",
		"DeleteInternetGateway", "DetachInternetGateway",
	],
	"keys": ["kms.amazonaws.com", "DisableKey", "ScheduleKeyDeletion"],
	"networks": ["ModifyVpcAttribute", "CreateVpcPeeringConnection", "DeleteVpcPeeringConnection"],
	"organization": ["organizations.amazonaws.com"],
	"policies": [
		"DeleteGroupPolicy", "DeleteRolePolicy", "DeleteUserPolicy", "PutGroupPolicy", "PutRolePolicy",
		"PutUserPolicy", "CreatePolicyVersion", "DeletePolicyVersion", "AttachRolePolicy", "DetachRolePolicy",
		"AttachUserPolicy", "DetachUserPolicy", "AttachGroupPolicy", "DetachGroupPolicy",
	],
	"root": ["userIdentity.type", "Root"],
	"routes": [
		"CreateRouteTable", "ReplaceRouteTableAssociation", "DeleteRouteTable", "DisassociateRouteTable",
	],
	"security-groups": [
		"AuthorizeSecurityGroupIngress", "AuthorizeSecurityGroupEgress", "RevokeSecurityGroupIngress",
		"RevokeSecurityGroupEgress", "CreateSecurityGroup", "DeleteSecurityGroup",
	],
	"sign-ins-without-second-factor": ["ConsoleLogin", "MFAUsed"],
	"trails": ["CreateTrail", "UpdateTrail", "DeleteTrail", "StartLogging", "StopLogging"],
	"unauthorized-calls": ["UnauthorizedOperation", "AccessDenied"],
}

subjects contains log.id if {
	some log in input.log
	_in_scope(log)
}

deny contains {"subject": log.id, "path": ["filters"], "message": message} if {
	some log in _trails
	count(log.filters) == 0
	message := sprintf("no alarm watches what %s records", [log.name])
}

deny contains {"subject": log.id, "path": ["filters", event], "message": message} if {
	some log in _trails
	count(log.filters) > 0
	watched := concat(" ", [filter.pattern | some filter in log.filters; filter.alarmed == true])
	some event in parameters.events
	some word in _words[event]
	not contains(watched, word)
	message := sprintf("no alarm watches %s in what %s records", [event, log.name])
}

_trails contains log if {
	some log in input.log
	_in_scope(log)
}

# A hub for findings looks at the same events by itself.
_in_scope(log) if {
	log.form == "trail"
	log.enabled == true
	log.multi_region == true
	is_array(log.filters)
	not _judged_elsewhere
}

_judged_elsewhere if {
	some monitor in input.monitor
	monitor.watch == "findings_hub"
}
