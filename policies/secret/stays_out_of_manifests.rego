# METADATA
# title: Manifests of secrets hold no values
# description: "Base64 is no protection: whoever reads the repository reads the secret."
# custom:
#   id: secret-stays-out-of-manifests
#   severity: critical
#   criteria:
#     - {id: CC6.1, aspect: secrets, strength: primary, because: credentials belong into a store and not into the repository}
#     - {id: C1.1, aspect: protection, strength: supporting, because: what they protect is no longer confidential}
#   tests: design
#   reads: [store, entries]
#   remediation:
#     kubernetes: "keep the value in a secret store and refer to it with an ExternalSecret, or seal it (SealedSecret, SOPS); then change the credential, since it has been seen"
#   since: "0.1.0"
package gapcheck.secret.stays_out_of_manifests

subjects contains secret.id if {
	some secret in input.secret
	secret.store
}

deny contains {"subject": secret.id, "path": ["entries", sprintf("%d", [index]), "value"], "message": message} if {
	some secret in input.secret
	secret.store == "manifest"
	some index, item in secret.entries
	contains(item.value, "<redacted>")
	message := sprintf("the secret %s holds %s in plain sight", [secret.name, item.name])
}
