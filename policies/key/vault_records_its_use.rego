# METADATA
# title: Key vaults record who uses keys and secrets
# description: Without the record nobody can tell which secrets an intruder took.
# custom:
#   id: key-vault-records-its-use
#   severity: medium
#   criteria:
#     - {id: CC7.2, aspect: log-sources, strength: primary, because: use of keys and secrets is recorded}
#     - {id: CC7.3, aspect: triage, strength: supporting, because: a suspected incident is judged by what was read}
#   tests: design
#   reads: [logging]
#   remediation:
#     terraform: "add an `azurerm_monitor_diagnostic_setting` with `enabled_log { category = \"AuditEvent\" }` for the vault"
#   aliases:
#     kics: [38c71c00-c177-4cd7-8d36-cd1007cdb190]
#     prowler: [keyvault_logging_enabled]
#   since: "0.1.0"
package gapcheck.key.vault_records_its_use

subjects contains key.id if {
	some key in input.key
	is_boolean(key.logging)
}

deny contains {"subject": key.id, "path": ["logging"], "message": message} if {
	some key in input.key
	key.logging == false
	message := sprintf("%s does not record who uses it", [key.name])
}
