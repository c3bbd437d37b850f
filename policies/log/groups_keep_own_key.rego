# METADATA
# title: "Log groups are encrypted with a key of one's own"
# description: "With a key of one's own, the right to read is a right on the key as well, and taking it away locks the data."
# custom:
#   id: log-groups-keep-own-key
#   severity: low
#   criteria:
#     - {id: CC7.2, aspect: log-protection, strength: primary, because: a right on the key is needed to read what was recorded}
#     - {id: CC6.1, aspect: keys, strength: supporting, because: the key decides who reads the log}
#   tests: design
#   reads: [form, kms_key]
#   remediation:
#     cloudformation: "name a key in `KmsKeyId` of the `AWS::Logs::LogGroup`"
#     terraform: "name a key in `kms_key_id` of the `aws_cloudwatch_log_group`"
#   aliases:
#     checkov: [CKV_AWS_158]
#     trivy: [AVD-AWS-0017, AWS-0017]
#     tfsec: [aws-cloudwatch-log-group-customer-key]
#     kics: [0afbcfe9-d341-4b92-a64c-7e6de0543879]
#     prowler: [cloudwatch_log_group_kms_encryption_enabled]
#     powerpipe: [log_group_encryption_at_rest_enabled]
#   since: "0.1.0"
package gapcheck.log.groups_keep_own_key

subjects contains log.id if {
	some log in input.log
	log.provider == "aws"
	log.form == "group"
}

deny contains {"subject": log.id, "path": ["kms_key"], "message": message} if {
	some log in input.log
	log.provider == "aws"
	log.form == "group"
	_has_no_key(log)
	message := sprintf("%s is not encrypted with a key of one's own", [log.name])
}

_has_no_key(log) if not log.kms_key

# Keys under these names are the provider's.
_has_no_key(log) if contains(log.kms_key, "alias/aws/")
