# METADATA
# title: Search domains record who did what
# description: "Without an audit log nobody can say who searched for what, or who deleted an index."
# custom:
#   id: database-search-records-who-did-what
#   severity: low
#   criteria:
#     - {id: CC7.2, aspect: log-sources, strength: supporting, because: requests to the domain are a source for detection}
#   tests: design
#   reads: [form, log_exports]
#   remediation:
#     cloudformation: "enable `AUDIT_LOGS` in `LogPublishingOptions`"
#     terraform: "add `log_publishing_options { log_type = \"AUDIT_LOGS\", ... }`"
#   aliases:
#     checkov: [CKV_AWS_317]
#     trivy: [AVD-AWS-0042, AWS-0042]
#   since: "0.1.0"
package gapcheck.database.search_records_who_did_what

subjects contains database.id if {
	some database in input.database
	database.provider == "aws"
	database.form == "search"
}

deny contains {"subject": database.id, "path": ["log_exports"], "message": message} if {
	some database in input.database
	database.provider == "aws"
	database.form == "search"
	not "AUDIT_LOGS" in database.log_exports
	message := sprintf("%s keeps no audit log", [database.name])
}
