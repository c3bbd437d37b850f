# METADATA
# title: Audit trails prove that their files were not changed
# description: An intruder who can change the trail can hide; digests show that somebody did.
# custom:
#   id: log-proves-integrity
#   severity: medium
#   criteria:
#     - {id: CC7.2, aspect: log-protection, strength: primary, because: changes to the trail are found}
#     - {id: CC7.3, aspect: evidence-protection, strength: supporting, because: records can serve as evidence}
#     - {id: PI1.5, aspect: change-protection, strength: supporting, because: stored records stay as they were}
#   tests: design
#   reads: [form, validation]
#   remediation:
#     cloudformation: "set `EnableLogFileValidation: true`"
#     terraform: "set `enable_log_file_validation = true` on `aws_cloudtrail`"
#   aliases:
#     checkov: [CKV_AWS_36]
#     trivy: [AVD-AWS-0016, AWS-0016]
#     tfsec: [aws-cloudtrail-enable-log-validation]
#     kics: [52ffcfa6-6c70-4ea6-8376-d828d3961669,
#       2a3560fe-52ca-4443-b34f-bf0ed5eb74c8]
#     prowler: [cloudtrail_log_file_validation_enabled]
#     powerpipe: [cloudtrail_trail_validation_enabled]
#   since: "0.1.0"
package gapcheck.log.proves_integrity

subjects contains log.id if {
	some log in input.log
	log.form == "trail"
}

deny contains {"subject": log.id, "path": ["validation"], "message": message} if {
	some log in input.log
	log.form == "trail"
	not log.validation
	message := sprintf("%s cannot prove that its files were not changed", [log.name])
}
