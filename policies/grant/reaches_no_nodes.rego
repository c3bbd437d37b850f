# METADATA
# title: Roles do not reach the nodes behind the cluster
# description: "Requests by `nodes/proxy` go straight to a node and run commands in its pods; no admission and no audit log sees them."
# custom:
#   id: grant-reaches-no-nodes
#   severity: high
#   criteria:
#     - {id: CC6.3, aspect: least-privilege, strength: primary, because: nobody reaches a node past the rules of the cluster}
#     - {id: CC7.2, aspect: log-sources, strength: supporting, because: what is done in a pod is done where it is recorded}
#   tests: design
#   reads: [form, actions, resources]
#   remediation:
#     kubernetes: "remove `nodes/proxy` from `resources`; metrics need `nodes/metrics` and `nodes/stats` only"
#   aliases:
#     trivy: [AVD-KSV-0047, KSV-0047]
#     prowler: [rbac_minimize_node_proxy_subresource_access]
#   since: "0.1.0"
package gapcheck.grant.reaches_no_nodes

subjects contains grant.id if {
	some grant in input.grant
	grant.form == "rule"
}

deny contains {"subject": grant.id, "path": ["resources", sprintf("%d", [index])], "message": message} if {
	some grant in input.grant
	grant.form == "rule"
	some index, resource in grant.resources
	resource in {"nodes/proxy", "nodes/*"}
	some action in grant.actions
	action in {"get", "create", "*"}
	message := sprintf("%s may reach into nodes by %s", [grant.name, resource])
}
