# METADATA
# title: Managed secrets do not have their value in the source
# description: A secret store keeps nothing secret that stands in the repository beside it.
# custom:
#   id: secret-is-not-in-the-source
#   severity: critical
#   criteria:
#     - {id: CC6.1, aspect: secrets, strength: primary, because: secrets are known to the store and their users only}
#   tests: design
#   reads: [value]
#   remediation:
#     cloudformation: "take `GenerateSecretString` instead of `SecretString`, or set the value outside the repository"
#     terraform: "create the secret empty and set its value outside the repository, or generate it (`random_password`, `ephemeral`)"
#   since: "0.1.0"
package gapcheck.secret.is_not_in_the_source

subjects contains secret.id if some secret in input.secret

deny contains {"subject": secret.id, "path": ["value"], "message": message} if {
	some secret in input.secret
	contains(secret.value, "<redacted>")
	message := sprintf("%s has its value in the source", [secret.name])
}
