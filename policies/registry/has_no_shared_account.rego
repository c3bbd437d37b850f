# METADATA
# title: Registries have no shared account and no anonymous pull
# description: "A shared password tells nobody who used it, and anonymous pull lets everybody read the code."
# custom:
#   id: registry-has-no-shared-account
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: primary, because: who pulls and pushes signs in as themselves}
#     - {id: C1.1, aspect: protection, strength: supporting, because: code is not given to everybody}
#   tests: design
#   reads: [admin_account, anonymous_pull]
#   remediation:
#     terraform: "set `admin_enabled = false` and `anonymous_pull_enabled = false`"
#   aliases:
#     checkov: [CKV_AZURE_137, CKV_AZURE_138]
#     kics: [b897dfbf-322c-45a8-b67c-1e698beeaa51]
#     prowler: [containerregistry_admin_user_disabled]
#   since: "0.1.0"
package gapcheck.registry.has_no_shared_account

_settings := {"admin_account": "has an account with a shared password", "anonymous_pull": "lets everybody pull"}

subjects contains registry.id if {
	some registry in input.registry
	registry.provider == "azure"
}

deny contains {"subject": registry.id, "path": [setting], "message": message} if {
	some registry in input.registry
	some setting, meaning in _settings
	registry[setting] == true
	message := sprintf("%s %s", [registry.name, meaning])
}
