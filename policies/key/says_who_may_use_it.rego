# METADATA
# title: Keys of Amazon say who may use them
# description: "Without a policy of its own, whoever the account gives rights to keys may use each of them."
# custom:
#   id: key-says-who-may-use-it
#   severity: low
#   criteria:
#     - {id: CC6.1, aspect: keys, strength: supporting, because: who may use a key is said with the key}
#   tests: design
#   reads: [form, statements]
#   remediation:
#     cloudformation: "write a `KeyPolicy`"
#     terraform: "set `policy`, or add an `aws_kms_key_policy`"
#   aliases:
#     checkov: [CKV2_AWS_64]
#   since: "0.1.0"
package gapcheck.key.says_who_may_use_it

subjects contains key.id if {
	some key in input.key
	_in_scope(key)
}

deny contains {"subject": key.id, "path": ["statements"], "message": message} if {
	some key in input.key
	_in_scope(key)
	not key.statements
	message := sprintf("%s does not say who may use it", [key.name])
}

_in_scope(key) if {
	key.provider == "aws"
	key.form == "key"
}
