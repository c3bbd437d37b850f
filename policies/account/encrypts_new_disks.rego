# METADATA
# title: The account encrypts new disks by itself
# description: "A disk that somebody makes by hand is encrypted too, without anybody thinking of it."
# custom:
#   id: account-encrypts-new-disks
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: encryption, strength: primary, because: "every new disk is encrypted, whoever makes it"}
#     - {id: CC5.2, aspect: guardrails, strength: supporting, because: the account itself holds everybody to the rule}
#   tests: design
#   reads: [disk_encryption_by_default]
#   remediation:
#     terraform: "set `enabled = true` on `aws_ebs_encryption_by_default`"
#   aliases:
#     checkov: [CKV_AWS_106]
#     kics: [3d3f6270-546b-443c-adb4-bb6fb2187ca6]
#     prowler: [ec2_ebs_default_encryption]
#     powerpipe: [ebs_encryption_by_default_enabled]
#   since: "0.1.0"
package gapcheck.account.encrypts_new_disks

subjects contains account.id if {
	some account in input.account
	is_boolean(account.disk_encryption_by_default)
}

deny contains {"subject": account.id, "path": ["disk_encryption_by_default"], "message": message} if {
	some account in input.account
	account.disk_encryption_by_default == false
	message := sprintf("%s leaves new disks unencrypted", [account.name])
}
