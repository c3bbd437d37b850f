# METADATA
# title: "Secrets of Amazon are encrypted with a key of one's own"
# description: "With a key of one's own, the right to read is a right on the key as well, and taking it away locks the data."
# custom:
#   id: secret-keeps-own-key
#   severity: low
#   criteria:
#     - {id: CC6.1, aspect: keys, strength: primary, because: whoever may use the key decides who reads the secret}
#   tests: design
#   reads: [secure, kms_key]
#   remediation:
#     cloudformation: "name a key in `KmsKeyId`"
#     terraform: "name a key in `kms_key_id` of the secret, or in `key_id` of the parameter"
#   aliases:
#     checkov: [CKV_AWS_149, CKV_AWS_337]
#     trivy: [AVD-AWS-0098, AWS-0098]
#     tfsec: [aws-ssm-secret-use-customer-key]
#     kics: [c8ae9ba9-c2f7-4e5c-b32e-a4b7712d4d22]
#   since: "0.1.0"
package gapcheck.secret.keeps_own_key

subjects contains secret.id if {
	some secret in input.secret
	secret.provider == "aws"
	secret.secure == true
}

deny contains {"subject": secret.id, "path": ["kms_key"], "message": message} if {
	some secret in input.secret
	secret.provider == "aws"
	secret.secure == true
	_has_no_key(secret)
	message := sprintf("%s is not encrypted with a key of one's own", [secret.name])
}

_has_no_key(secret) if not secret.kms_key

# Keys under these names are the provider's.
_has_no_key(secret) if contains(secret.kms_key, "alias/aws/")
