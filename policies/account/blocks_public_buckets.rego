# METADATA
# title: The account blocks public buckets as a whole
# description: A bucket that somebody opens by mistake stays closed.
# custom:
#   id: account-blocks-public-buckets
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: access-settings, strength: primary, because: no bucket of the account can be opened to everybody}
#     - {id: CC5.2, aspect: guardrails, strength: supporting, because: the account itself holds every bucket to the rule}
#   tests: design
#   reads: [setting, blocks_public_acls, blocks_public_policy, ignores_public_acls, restricts_public_buckets]
#   remediation:
#     terraform: "set all four arguments of `aws_s3_account_public_access_block` to `true`"
#   aliases:
#     prowler: [s3_account_level_public_access_blocks]
#     powerpipe: [s3_public_access_block_account]
#   since: "0.1.0"
package gapcheck.account.blocks_public_buckets

_blocks := {"blocks_public_acls", "blocks_public_policy", "ignores_public_acls", "restricts_public_buckets"}

subjects contains account.id if {
	some account in input.account
	account.setting == "public_access_block"
}

deny contains {"subject": account.id, "path": [block], "message": message} if {
	some account in input.account
	account.setting == "public_access_block"
	some block in _blocks
	not account[block] == true
	message := sprintf("%s does not block public buckets wholly", [account.name])
}
