# METADATA
# title: Containers keep to the capabilities that they are given anyway
# description: "Whatever is added is a right that most containers live without; `NET_BIND_SERVICE` too, where a higher port will do."
# custom:
#   id: workload-adds-no-capabilities
#   severity: low
#   criteria:
#     - {id: CC6.3, aspect: runtime-privilege, strength: supporting, because: each right beyond the usual ones was asked for on purpose}
#   tests: design
#   reads: [added_capabilities]
#   remediation:
#     kubernetes: "remove `securityContext.capabilities.add`, and let the process listen on a port of 1024 or more"
#     compose: "remove `cap_add`, and let the process listen on a port of 1024 or more"
#   aliases:
#     checkov: [CKV_K8S_25]
#     kics: [fe771ff7-ba15-4f8f-ad7a-8aa232b49a28,
#       19ebaa28-fc86-4a58-bcfa-015c9e22fe40, ce76b7d0-9e77-464d-b86f-c5c48e03e22d]
#   since: "0.1.0"
package gapcheck.workload.adds_no_capabilities

subjects contains workload.id if some workload in input.workload

# One finding for all of them: they are taken away together.
deny contains {"subject": workload.id, "path": ["added_capabilities"], "message": message} if {
	some workload in input.workload
	count(workload.added_capabilities) > 0
	message := sprintf("%s adds %s", [workload.name, concat(", ", workload.added_capabilities)])
}
