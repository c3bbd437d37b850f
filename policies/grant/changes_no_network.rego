# METADATA
# title: Roles do not change how traffic flows
# description: "Services, ingresses and network policies decide who reaches what; whoever changes them takes a wall away or listens in."
# custom:
#   id: grant-changes-no-network
#   severity: medium
#   criteria:
#     - {id: CC6.6, aspect: firewall-rules, strength: supporting, because: what is open is decided in reviewed changes}
#     - {id: CC6.3, aspect: least-privilege, strength: supporting, because: few duties need this right}
#   tests: design
#   reads: [form, actions, resources]
#   remediation:
#     kubernetes: "leave `get`, `list` and `watch`, and let reviewed changes alter services, ingresses and network policies"
#   aliases:
#     trivy: [AVD-KSV-0056, KSV-0056]
#   since: "0.1.0"
package gapcheck.grant.changes_no_network

subjects contains grant.id if {
	some grant in input.grant
	grant.form == "rule"
}

deny contains {"subject": grant.id, "path": ["resources", sprintf("%d", [index])], "message": message} if {
	some grant in input.grant
	grant.form == "rule"
	some index, resource in grant.resources
	resource in {"services", "endpoints", "endpointslices", "networkpolicies", "ingresses"}
	some action in grant.actions
	action in {"create", "update", "patch", "delete", "deletecollection", "*"}
	message := sprintf("%s may change %s", [grant.name, resource])
}
