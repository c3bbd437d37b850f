# METADATA
# title: Tables of personal data delete records after a time
# description: Personal data that nobody deletes are kept longer than anybody was told.
# custom:
#   id: database-expires-personal-records
#   severity: medium
#   criteria:
#     - {id: P4.2, aspect: expiry-rules, strength: primary, because: personal data are kept no longer than needed}
#     - {id: P4.3, aspect: disposal-rules, strength: supporting, because: personal data are disposed of by rule}
#   tests: design
#   reads: [form, classification, expires_records]
#   remediation:
#     cloudformation: "set `TimeToLiveSpecification: {AttributeName: ..., Enabled: true}`"
#     terraform: "add `ttl { attribute_name = ..., enabled = true }`"
#   since: "0.1.0"
package gapcheck.database.expires_personal_records

subjects contains database.id if {
	some database in input.database
	_in_scope(database)
}

deny contains {"subject": database.id, "path": ["expires_records"], "message": message} if {
	some database in input.database
	_in_scope(database)
	not database.expires_records
	message := sprintf("%s keeps personal data without end", [database.name])
}

_in_scope(database) if {
	database.form == "table"
	database.provider == "aws"
	database.classification in {"personal", "phi", "pii", "temporary"}
}
