# METADATA
# title: Audit trails are sent where alarms can be raised
# description: A trail that only fills a bucket is read after the fact.
# custom:
#   id: log-trails-can-raise-alarms
#   severity: low
#   criteria:
#     - {id: CC7.2, aspect: alarms, strength: primary, because: events of the account can raise an alarm at once}
#   tests: design
#   reads: [form, streams_to]
#   remediation:
#     cloudformation: "name a log group in `CloudWatchLogsLogGroupArn`, and a role in `CloudWatchLogsRoleArn`"
#     terraform: "name a log group in `cloud_watch_logs_group_arn`, and a role in `cloud_watch_logs_role_arn`"
#   aliases:
#     checkov: [CKV2_AWS_10]
#     trivy: [AVD-AWS-0162, AWS-0162]
#     tfsec: [aws-cloudtrail-ensure-cloudwatch-integration]
#     kics: [17b30f8f-8dfb-4597-adf6-57600b6cf25e, 65d07da5-9af5-44df-8983-52d2e6f24c44]
#     prowler: [cloudtrail_cloudwatch_logging_enabled]
#     powerpipe: [cloudtrail_trail_integrated_with_logs]
#   since: "0.1.0"
package gapcheck.log.trails_can_raise_alarms

subjects contains log.id if {
	some log in input.log
	log.provider == "aws"
	log.form == "trail"
}

deny contains {"subject": log.id, "path": ["streams_to"], "message": message} if {
	some log in input.log
	log.provider == "aws"
	log.form == "trail"
	not log.streams_to
	message := sprintf("%s is not sent to a log group", [log.name])
}
