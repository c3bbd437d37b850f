# METADATA
# title: "Log groups keep records for a stated time, a year or longer"
# description: "Intruders are often found after months; without an end, personal data in logs are kept for ever."
# custom:
#   id: log-keeps-records-long-enough
#   severity: medium
#   criteria:
#     - {id: CC7.2, aspect: log-retention, strength: primary, because: records are there when they are needed}
#     - {id: CC7.3, aspect: triage, strength: supporting, because: events are judged from records of the time}
#     - {id: C1.2, aspect: retention-schedule, strength: supporting, because: records end by rule}
#   tests: design
#   reads: [form, retention_days]
#   remediation:
#     cloudformation: "set `RetentionInDays: 365` or longer"
#     terraform: "set `retention_in_days = 365` (or `retention_days` with Google) or longer"
#   aliases:
#     checkov: [CKV_AWS_66, CKV_AWS_338]
#     kics: [ef0b316a-211e-42f1-888e-64efe172b755]
#     prowler: [cloudwatch_log_group_retention_policy_specific_days_enabled]
#     powerpipe: [cloudwatch_log_group_retention_period_365]
#   since: "0.1.0"
package gapcheck.log.keeps_records_long_enough

parameters := {"days": 365}

subjects contains log.id if {
	some log in input.log
	log.form == "group"
}

deny contains {"subject": log.id, "path": ["retention_days"], "message": message} if {
	some log in input.log
	log.form == "group"
	not log.retention_days > 0
	message := sprintf("%s keeps records without a stated end", [log.name])
}

deny contains {"subject": log.id, "path": ["retention_days"], "message": message} if {
	some log in input.log
	log.form == "group"
	log.retention_days > 0
	log.retention_days < parameters.days
	message := sprintf("%s keeps records for %d days", [log.name, log.retention_days])
}
