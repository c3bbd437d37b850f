# METADATA
# title: Config maps hold no credentials
# description: "A config map is kept and shown in plain text, to more people and programs than a secret is."
# custom:
#   id: secret-stays-out-of-config-maps
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: secrets, strength: primary, because: credentials belong into a store and not into settings}
#     - {id: C1.1, aspect: protection, strength: supporting, because: what they protect is no longer confidential}
#   tests: design
#   reads: [form, entries]
#   remediation:
#     kubernetes: "keep the value in a secret store and take it in with `valueFrom.secretKeyRef`; then change the credential, since it has been seen"
#     compose: "keep the value out of `configs`, and take it in as one of `secrets`"
#   aliases:
#     trivy: [AVD-KSV-0109, KSV-0109]
#   since: "0.1.0"
package gapcheck.secret.stays_out_of_config_maps

subjects contains secret.id if {
	some secret in input.secret
	secret.form == "config_map"
}

deny contains {"subject": secret.id, "path": ["entries", sprintf("%d", [index]), "value"], "message": message} if {
	some secret in input.secret
	secret.form == "config_map"
	some index, item in secret.entries
	contains(item.value, "<redacted>")
	message := sprintf("the config map %s holds a credential in %s", [secret.name, item.name])
}
