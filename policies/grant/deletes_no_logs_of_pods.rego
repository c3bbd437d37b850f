# METADATA
# title: Roles do not delete the logs of pods
# description: "What a pod wrote is how people find out what happened in it; whoever may delete that can hide their tracks."
# custom:
#   id: grant-deletes-no-logs-of-pods
#   severity: medium
#   criteria:
#     - {id: CC7.2, aspect: log-protection, strength: supporting, because: what happened can still be read afterwards}
#     - {id: CC6.3, aspect: least-privilege, strength: supporting, because: no duty in a cluster needs this right}
#   tests: design
#   reads: [form, actions, resources]
#   remediation:
#     kubernetes: "remove `delete` and `deletecollection` from the rule about `pods/log`"
#   aliases:
#     trivy: [AVD-KSV-0042, KSV-0042]
#   since: "0.1.0"
package gapcheck.grant.deletes_no_logs_of_pods

subjects contains grant.id if {
	some grant in input.grant
	grant.form == "rule"
}

deny contains {"subject": grant.id, "path": ["actions", sprintf("%d", [index])], "message": message} if {
	some grant in input.grant
	grant.form == "rule"
	some resource in grant.resources
	resource in {"pods/log", "pods/*"}
	some index, action in grant.actions
	action in {"delete", "deletecollection", "*"}
	message := sprintf("%s may delete the logs of pods", [grant.name])
}
