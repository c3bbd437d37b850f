# METADATA
# title: Log groups of personal data mask sensitive values
# description: A value that slips into a log is read by everybody who reads the log.
# custom:
#   id: log-masks-personal-data
#   severity: medium
#   criteria:
#     - {id: C1.1, aspect: protection, strength: primary, because: sensitive values do not spread through logs}
#   tests: design
#   reads: [form, classification, masks_data]
#   remediation:
#     cloudformation: "add a `DataProtectionPolicy` to the log group"
#     terraform: "add an `aws_cloudwatch_log_data_protection_policy`"
#   since: "0.1.0"
package gapcheck.log.masks_personal_data

# Words by which tags call data personal.
_personal := {"personal", "phi", "pii"}

subjects contains log.id if {
	some log in input.log
	_in_scope(log)
}

deny contains {"subject": log.id, "path": ["masks_data"], "message": message} if {
	some log in input.log
	_in_scope(log)
	not log.masks_data
	message := sprintf("%s shows sensitive values to all who read it", [log.name])
}

_in_scope(log) if {
	log.provider == "aws"
	log.form == "group"
	log.classification in _personal
}
