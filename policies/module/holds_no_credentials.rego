# METADATA
# title: Providers and variables hold no literal credentials
# description: Credentials in code reach everyone who can read the repository and stay in its history.
# custom:
#   id: module-holds-no-credentials
#   severity: critical
#   criteria:
#     - {id: CC6.1, aspect: secrets, strength: primary, because: credentials belong in a store and not in code}
#   tests: design
#   reads: [settings]
#   remediation:
#     terraform: "take the credential out of the code and its history, replace it, and give it by a role, the environment or a secret store"
#   aliases:
#     checkov: [CKV_AWS_41]
#     kics: [d7b9d850-3e06-4a75-852f-c46c2e92240b]
#   since: "0.1.0"
package gapcheck.module.holds_no_credentials

subjects contains module.id if {
	some module in input.module
	is_object(module.settings)
}

deny contains {"subject": module.id, "path": ["settings", name], "message": message} if {
	some module in input.module
	some name, value in module.settings
	contains(value, "<redacted>")
	message := sprintf("%s holds a literal credential", [module.name])
}
