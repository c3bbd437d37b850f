# METADATA
# title: "Audit trails are encrypted with a key of one's own"
# description: "With a key of one's own, reading the trail needs a right of its own, and leaves a trace."
# custom:
#   id: log-keeps-own-key
#   severity: medium
#   criteria:
#     - {id: CC7.2, aspect: log-protection, strength: primary, because: records of the account are read by few}
#     - {id: CC6.1, aspect: keys, strength: supporting, because: the key decides who reads the trail}
#   tests: design
#   reads: [form, kms_key]
#   remediation:
#     cloudformation: "set `KMSKeyId` on the `AWS::CloudTrail::Trail`"
#     terraform: "set `kms_key_id` on `aws_cloudtrail`"
#   aliases:
#     checkov: [CKV_AWS_35]
#     trivy: [AVD-AWS-0015, AWS-0015]
#     tfsec: [aws-cloudtrail-enable-at-rest-encryption]
#     kics: [5d9e3164-9265-470c-9a10-57ae454ac0c7,
#       050a9ba8-d1cb-4c61-a5e8-8805a70d3b85]
#     prowler: [cloudtrail_kms_encryption_enabled]
#     powerpipe: [cloudtrail_trail_logs_encrypted_with_kms_cmk]
#   since: "0.1.0"
package gapcheck.log.keeps_own_key

subjects contains log.id if {
	some log in input.log
	log.form == "trail"
}

deny contains {"subject": log.id, "path": ["kms_key"], "message": message} if {
	some log in input.log
	log.form == "trail"
	not log.kms_key
	message := sprintf("%s is not encrypted with a key of one's own", [log.name])
}
