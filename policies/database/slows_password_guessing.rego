# METADATA
# title: PostgreSQL servers slow clients down that fail to sign in
# description: "Guessing passwords takes many tries in a short time, and a server that answers each at once helps."
# custom:
#   id: database-slows-password-guessing
#   severity: low
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: supporting, because: passwords cannot be guessed at full speed}
#   tests: design
#   reads: [settings]
#   remediation:
#     terraform: "set `connection_throttling` to `on` with `azurerm_postgresql_configuration` (`connection_throttle.enable` on flexible servers)"
#   aliases:
#     checkov: [CKV_AZURE_32]
#     trivy: [AVD-AZU-0021, AZU-0021]
#     tfsec: [azure-database-postgres-configuration-connection-throttling]
#     kics: [2b3c671f-1b76-4741-8789-ed1fe0785dc4]
#     prowler: [postgresql_flexible_server_connection_throttling_on]
#   since: "0.1.0"
package gapcheck.database.slows_password_guessing

_settings := {"connection_throttling", "connection_throttle.enable"}

subjects contains database.id if {
	some database in input.database
	is_array(database.settings)
}

deny contains {"subject": database.id, "path": ["settings", sprintf("%d", [index]), "value"], "message": message} if {
	some database in input.database
	some index, setting in database.settings
	setting.name in _settings
	lower(setting.value) in {"off", "0", "false"}
	message := sprintf("%s has %s off", [database.name, setting.name])
}
