# METADATA
# title: Parameters that are called secrets are kept as secrets
# description: "A parameter in the clear is read by all who may read settings, and stands in every log of changes."
# custom:
#   id: secret-keeps-named-secrets-secure
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: secrets, strength: primary, because: credentials are encrypted wherever they are kept}
#   tests: design
#   reads: [form, secure, called]
#   remediation:
#     cloudformation: "keep the value in an `AWS::SecretsManager::Secret`: templates cannot make a `SecureString`"
#     terraform: "set `type = \"SecureString\"`, or use an `aws_secretsmanager_secret`"
#   since: "0.1.0"
package gapcheck.secret.keeps_named_secrets_secure

subjects contains secret.id if {
	some secret in input.secret
	_named_as_secret(secret)
}

deny contains {"subject": secret.id, "path": ["secure"], "message": message} if {
	some secret in input.secret
	_named_as_secret(secret)
	secret.secure == false
	message := sprintf("%s is called a secret and kept in the clear", [secret.name])
}

# Addresses and names of secrets, and how long they last, are none.
_named_as_secret(secret) if {
	secret.form == "parameter"
	name := lower(secret.called)
	regex.match(`(password|passwd|secret|token|api[_-]?key|private[_-]?key|credentials?)$`, name)
}
