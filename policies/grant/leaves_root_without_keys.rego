# METADATA
# title: No access key is made for the root user
# description: "Root cannot be limited, so a key of root defeats every other control."
# custom:
#   id: grant-leaves-root-without-keys
#   severity: critical
#   criteria:
#     - {id: CC6.1, aspect: access-settings, strength: primary, because: no policy can limit what root may do}
#     - {id: CC6.3, aspect: least-privilege, strength: supporting, because: the most privileged identity must be used by nobody from day to day}
#   tests: design
#   reads: [form, holder]
#   remediation:
#     cloudformation: "remove the key and make a role with the rights that the duty needs"
#     terraform: "remove the key and make a role with the rights that the duty needs"
#   aliases:
#     checkov: [CKV_AWS_348]
#     trivy: [AVD-AWS-0141, AWS-0141]
#     tfsec: [aws-iam-no-root-access-keys]
#     kics: [970d224d-b42a-416b-81f9-8f4dfe70c4bc,
#       4c137350-7307-4803-8c04-17c09a7a9fcf]
#     prowler: [iam_no_root_access_key]
#     powerpipe: [iam_root_user_no_access_keys]
#   since: "0.1.0"
package gapcheck.grant.leaves_root_without_keys

subjects contains grant.id if {
	some grant in input.grant
	grant.form == "credential"
}

deny contains {"subject": grant.id, "path": ["holder"], "message": message} if {
	some grant in input.grant
	grant.form == "credential"
	lower(grant.holder) == "root"
	message := sprintf("%s is a key of the root user", [grant.name])
}
