# METADATA
# title: Containers drop all Linux capabilities
# description: "What a runtime gives by itself is more than nearly any process needs, raw network packets among it."
# custom:
#   id: workload-drops-capabilities
#   severity: medium
#   criteria:
#     - {id: CC6.3, aspect: runtime-privilege, strength: primary, because: rights that a process does not need must be taken away}
#     - {id: CC6.8, aspect: least-privilege, strength: supporting, because: it limits what hostile code can do}
#   tests: design
#   reads: [dropped_capabilities, os]
#   remediation:
#     kubernetes: "set `securityContext.capabilities.drop: [ALL]`, and add back what the process needs"
#     compose: "set `cap_drop: [ALL]`, and add back with `cap_add` what the process needs"
#   aliases:
#     checkov: [CKV_K8S_37]
#     trivy: [AVD-KSV-0003, KSV-0003]
#     kics: [21cef75f-289f-470e-8038-c7cee0664164,
#       268ca686-7fb7-4ae9-b129-955a2a89064e, ce76b7d0-9e77-464d-b86f-c5c48e03e22d] # in parts
#     prowler: [core_minimize_containers_capabilities_assigned]
#   since: "0.1.0"
package gapcheck.workload.drops_capabilities

subjects contains workload.id if {
	some workload in input.workload
	_in_scope(workload)
}

deny contains {"subject": workload.id, "path": ["dropped_capabilities"], "message": message} if {
	some workload in input.workload
	_in_scope(workload)
	not _drops_enough(workload)
	message := sprintf("%s keeps Linux capabilities that it may not need", [workload.name])
}

_drops_enough(workload) if {
	some capability in workload.dropped_capabilities
	capability == "ALL"
}

# What an engine of containers gives by itself is less than what a cluster's node may give: somebody chose what to drop.
_drops_enough(workload) if {
	workload.format == "compose"
	count(workload.dropped_capabilities) > 0
}

# Windows has no such capabilities.
_in_scope(workload) if not workload.os == "windows"
