# METADATA
# title: Keys rotate
# description: "The longer one key is used, the more is lost when it leaks."
# custom:
#   id: key-rotates
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: keys, strength: primary, because: keys are renewed on a schedule}
#   tests: design
#   reads: [form, usage, symmetric, rotation, rotation_days]
#   remediation:
#     cloudformation: "set `EnableKeyRotation: true`"
#     terraform: "set `enable_key_rotation = true` (AWS) or a `rotation_period` of at most 90 days (Google: `7776000s`)"
#   aliases:
#     checkov: [CKV_AWS_7, CKV_GCP_43]
#     trivy: [AVD-AWS-0065, AWS-0065, AVD-GCP-0065, GCP-0065]
#     tfsec: [aws-kms-auto-rotate-keys, google-kms-rotate-kms-keys]
#     kics: [22fbfeac-7b5a-421a-8a27-7a2178bb910b, d8c57c4e-bf6f-4e32-a2bf-8643532de77b,
#       1c07bfaf-663c-4f6f-b22b-8e2d481e4df5, 235ca980-eb71-48f4-9030-df0c371029eb]
#     prowler: [kms_cmk_rotation_enabled, kms_key_rotation_enabled, kms_key_rotation_max_90_days]
#   since: "0.1.0"
package gapcheck.key.rotates

# How many days may pass; Google asks for a number, AWS rotates yearly unless told otherwise.
parameters := {"days": {"aws": 365, "google": 90}}

subjects contains key.id if {
	some key in input.key
	_in_scope(key)
}

deny contains {"subject": key.id, "path": ["rotation"], "message": message} if {
	some key in input.key
	_in_scope(key)
	not key.rotation
	message := sprintf("%s does not rotate", [key.name])
}

deny contains {"subject": key.id, "path": ["rotation_days"], "message": message} if {
	some key in input.key
	_in_scope(key)
	key.rotation
	key.rotation_days > parameters.days[key.provider]
	message := sprintf("%s rotates every %d days only", [key.name, key.rotation_days])
}

# The provider can rotate symmetric keys with material of its own only.
_in_scope(key) if {
	key.form == "key"
	key.provider in {"aws", "google"}
	key.usage == "encrypt"
	key.symmetric
}
