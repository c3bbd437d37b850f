# METADATA
# title: Audit trails are on
# description: "A trail that was switched off records nothing of what whoever switched it off did next."
# custom:
#   id: log-trails-are-on
#   severity: high
#   criteria:
#     - {id: CC7.2, aspect: log-sources, strength: supporting, because: what happens in the account is recorded at all}
#   tests: design
#   reads: [form, enabled]
#   remediation:
#     cloudformation: "set `IsLogging: true`"
#     terraform: "leave `enable_logging` on"
#   aliases:
#     checkov: [CKV_AWS_251]
#     kics: [4bb76f17-3d63-4529-bdca-2b454529d774, 5c0b06d5-b7a4-484c-aeb0-75a836269ff0]
#   since: "0.1.0"
package gapcheck.log.trails_are_on

subjects contains log.id if {
	some log in input.log
	log.form == "trail"
}

deny contains {"subject": log.id, "path": ["enabled"], "message": message} if {
	some log in input.log
	log.form == "trail"
	log.enabled == false
	message := sprintf("%s is off", [log.name])
}
