# METADATA
# title: Warehouses of Amazon state that they are encrypted
# description: "New clusters are encrypted by themselves, older ones are not: what the source states holds for both."
# custom:
#   id: database-warehouses-state-their-encryption
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: encryption, strength: supporting, because: stored records are encrypted whenever the cluster was made}
#     - {id: C1.1, aspect: protection, strength: supporting, because: a copy of all records is protected whatever the default was}
#   tests: design
#   reads: [form, encryption_stated]
#   remediation:
#     cloudformation: "set `Encrypted: true`"
#     terraform: "set `encrypted = true`"
#   aliases:
#     checkov: [CKV_AWS_64]
#     trivy: [AVD-AWS-0084, AWS-0084] # in parts
#     kics: [cfdcabb0-fc06-427c-865b-c59f13e898ce, 3b316b05-564c-44a7-9c3f-405bb95e211e]
#   since: "0.1.0"
package gapcheck.database.warehouses_state_their_encryption

subjects contains database.id if {
	some database in input.database
	_in_scope(database)
}

deny contains {"subject": database.id, "path": ["encryption_stated"], "message": message} if {
	some database in input.database
	_in_scope(database)
	not database.encryption_stated
	message := sprintf("%s does not state that it is encrypted", [database.name])
}

_in_scope(database) if {
	database.provider == "aws"
	database.form == "warehouse"
}
