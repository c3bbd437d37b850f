# METADATA
# title: Roles do not open shells or ports of running pods
# description: A shell in production passes by the review of changes and leaves no trace in the repository.
# custom:
#   id: grant-opens-no-shells
#   severity: medium
#   criteria:
#     - {id: CC6.3, aspect: least-privilege, strength: primary, because: few duties need a shell in a running workload}
#     - {id: CC8.1, aspect: deployment, strength: supporting, because: changes by hand pass by the gates of a deployment}
#   tests: design
#   reads: [form, actions, resources, api_groups]
#   remediation:
#     kubernetes: "remove `pods/exec`, `pods/attach` and `pods/portforward`, or give them through a break-glass role for a time"
#   aliases:
#     trivy: [AVD-KSV-0053, KSV-0053, AVD-KSV-0054, KSV-0054]
#     kics: [c589f42c-7924-4871-aee2-1cede9bc7cbc, d45330fd-f58d-45fb-a682-6481477a0f84,
#       38fa11ef-dbcc-4da8-9680-7e1fd855b6fb]
#   since: "0.1.0"
package gapcheck.grant.opens_no_shells

subjects contains grant.id if {
	some grant in input.grant
	grant.form == "rule"
}

deny contains {"subject": grant.id, "path": ["resources", sprintf("%d", [index])], "message": message} if {
	some grant in input.grant
	grant.form == "rule"
	some index, resource in grant.resources
	resource in {"pods/exec", "pods/attach", "pods/portforward", "pods/*", "*"}
	some action in grant.actions
	action in {"create", "get", "*"}
	_of_pods(grant, resource, action)
	message := sprintf("%s may reach into running pods by %s", [grant.name, resource])
}

_of_pods(_, resource, _) if resource != "*"

# Reading everything is a question of its own; making everything is this one as well.
_of_pods(grant, "*", action) if {
	action in {"create", "*"}
	some group in grant.api_groups
	group in {"", "*"}
}
