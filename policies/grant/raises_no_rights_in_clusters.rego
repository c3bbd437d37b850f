# METADATA
# title: Roles do not let their holder raise rights
# description: "With `bind`, `escalate` or `impersonate` a subject gives itself any right there is."
# custom:
#   id: grant-raises-no-rights-in-clusters
#   severity: high
#   criteria:
#     - {id: CC6.3, aspect: least-privilege, strength: primary, because: rights must not be a way to more rights}
#     - {id: CC6.3, aspect: duty-separation, strength: supporting, because: nobody should be able to pass a control alone}
#   tests: design
#   reads: [form, actions, resources, api_groups]
#   remediation:
#     kubernetes: "name the `verbs` that are needed, without `bind`, `escalate`, `impersonate` and `*`"
#   aliases:
#     checkov: [CKV_K8S_157, CKV_K8S_158]
#     trivy: [AVD-KSV-0043, KSV-0043]
#     kics: [8320826e-7a9c-4b0b-9535-578333193432, 9f85c3f6-26fd-4007-938a-2e0cb0100980]
#   since: "0.1.0"
package gapcheck.grant.raises_no_rights_in_clusters

subjects contains grant.id if {
	some grant in input.grant
	grant.form == "rule"
}

deny contains {"subject": grant.id, "path": ["actions", sprintf("%d", [index])], "message": message} if {
	some grant in input.grant
	grant.form == "rule"
	some index, action in grant.actions
	action in {"bind", "escalate", "impersonate"}
	message := sprintf("%s may %s, and so take rights that nobody gave", [grant.name, action])
}

# Every verb is these three as well, where they mean something.
deny contains {"subject": grant.id, "path": ["actions", sprintf("%d", [index])], "message": message} if {
	some grant in input.grant
	grant.form == "rule"
	some index, action in grant.actions
	action == "*"
	_gives_rights(grant)
	message := sprintf("%s may do everything with what gives rights, and so take rights that nobody gave", [grant.name])
}

_gives_rights(grant) if {
	some resource in grant.resources
	resource in {"roles", "clusterroles", "*"}
	some group in grant.api_groups
	group in {"rbac.authorization.k8s.io", "*"}
}

_gives_rights(grant) if {
	some resource in grant.resources
	resource in {"users", "groups", "serviceaccounts"}
	some group in grant.api_groups
	group in {"", "*"}
}
