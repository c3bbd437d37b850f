# METADATA
# title: Roles do not approve certificates of the cluster
# description: "Whoever approves requests for certificates can have one made in any name, an administrator's among them."
# custom:
#   id: grant-approves-no-certificates
#   severity: high
#   criteria:
#     - {id: CC6.3, aspect: least-privilege, strength: primary, because: nobody can make themselves another by a certificate}
#     - {id: CC6.1, aspect: keys, strength: supporting, because: the authority of the cluster signs only what few may approve}
#   tests: design
#   reads: [form, actions, resources, api_groups]
#   remediation:
#     kubernetes: "remove `update` and `patch` on `certificatesigningrequests/approval`, and `approve` on `signers`"
#   aliases:
#     checkov: [CKV_K8S_156]
#   since: "0.1.0"
package gapcheck.grant.approves_no_certificates

subjects contains grant.id if {
	some grant in input.grant
	grant.form == "rule"
}

deny contains {"subject": grant.id, "path": ["resources", sprintf("%d", [index])], "message": message} if {
	some grant in input.grant
	grant.form == "rule"
	_of_certificates(grant)
	some index, resource in grant.resources
	some action in grant.actions
	_approves(resource, action)
	message := sprintf("%s may approve certificates of the cluster", [grant.name])
}

_approves(resource, action) if {
	resource in {"certificatesigningrequests/approval", "*"}
	action in {"update", "patch", "*"}
}

_approves(resource, action) if {
	resource in {"signers", "*"}
	action in {"approve", "*"}
}

_of_certificates(grant) if {
	some group in grant.api_groups
	group in {"certificates.k8s.io", "*"}
}
