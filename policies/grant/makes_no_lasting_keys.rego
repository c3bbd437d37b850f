# METADATA
# title: No key without an end is made for users and service accounts
# description: "A key file can be copied without anybody noticing, and it works until somebody remembers to remove it."
# custom:
#   id: grant-makes-no-lasting-keys
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: secrets, strength: primary, because: credentials must be short-lived or well kept and a key in a state file is neither}
#     - {id: CC6.2, aspect: standing-credentials, strength: supporting, because: keys outlast the people and systems they were made for}
#   tests: design
#   reads: [form, long_lived]
#   remediation:
#     cloudformation: "let workloads take a role, and pipelines federate, instead of making an `AWS::IAM::AccessKey`"
#     terraform: "let workloads take a role or an attached identity, and pipelines federate, instead of making an `aws_iam_access_key` or a `google_service_account_key`"
#   aliases:
#     checkov: [CKV2_GCP_3]
#     prowler: [iam_sa_no_user_managed_keys]
#   since: "0.1.0"
package gapcheck.grant.makes_no_lasting_keys

subjects contains grant.id if {
	some grant in input.grant
	grant.form in {"user", "credential"}
}

deny contains {"subject": grant.id, "path": ["long_lived"], "message": message} if {
	some grant in input.grant
	grant.form == "credential"
	grant.long_lived == true
	message := sprintf("%s is a key without an end", [grant.name])
}
