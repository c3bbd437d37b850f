# METADATA
# title: Audit logs cover every service and everybody
# description: "Who is exempted, or works in a service that is left out, leaves no trace in data."
# custom:
#   id: log-covers-all-services
#   severity: high
#   criteria:
#     - {id: CC7.2, aspect: log-sources, strength: primary, because: access to data is recorded wherever it happens}
#     - {id: CC2.1, aspect: audit-records, strength: supporting, because: what was done with data is told by records and not from memory}
#   tests: design
#   reads: [form, covers_all_services, exempted, categories]
#   remediation:
#     terraform: "set `service = \"allServices\"` with an `audit_log_config` for `DATA_READ` and `DATA_WRITE`, and no `exempted_members`"
#   aliases:
#     trivy: [AVD-GCP-0079, GCP-0079]
#     kics: [89fe890f-b480-460c-8b6b-7d8b1468adb4]
#     prowler: [iam_audit_logs_enabled]
#   since: "0.1.0"
package gapcheck.log.covers_all_services

subjects contains log.id if {
	some log in input.log
	log.form == "audit"
}

deny contains {"subject": log.id, "path": ["covers_all_services"], "message": message} if {
	some log in input.log
	log.form == "audit"
	log.covers_all_services == false
	not split(log.id, "#")[0] in _covered
	message := sprintf("%s records one service only", [log.name])
}

deny contains {"subject": log.id, "path": ["exempted", sprintf("%d", [index])], "message": message} if {
	some log in input.log
	log.form == "audit"
	some index, who in log.exempted
	message := sprintf("%s records nothing of %s", [log.name, who])
}

deny contains {"subject": log.id, "path": ["categories"], "message": message} if {
	some log in input.log
	log.form == "audit"
	log.covers_all_services == true
	kept := {category | some category in log.categories}
	count(kept & {"DATA_READ", "DATA_WRITE"}) == 0
	message := sprintf("%s records no access to data", [log.name])
}

# Configurations where another one records all services: their projects are most likely the same.
_covered contains configuration if {
	some log in input.log
	log.form == "audit"
	log.covers_all_services == true
	configuration := split(log.id, "#")[0]
}
