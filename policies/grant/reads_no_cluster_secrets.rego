# METADATA
# title: Roles do not read all secrets
# description: "Secrets hold the credentials of everything else: whoever reads them all is everybody."
# custom:
#   id: grant-reads-no-cluster-secrets
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: secrets, strength: primary, because: stored credentials must be open only to those who use them}
#     - {id: CC6.3, aspect: least-privilege, strength: supporting, because: few duties need every secret}
#   tests: design
#   reads: [form, actions, resources, api_groups, resource_names]
#   remediation:
#     kubernetes: "list the secrets that are needed in `resourceNames`, or mount them into the pod and drop the right"
#   aliases:
#     trivy: [AVD-KSV-0041, KSV-0041, AVD-KSV-0113, KSV-0113]
#     kics: [826abb30-3cd5-4e0b-a93b-67729b4f7e63,
#       b7bca5c4-1dab-4c2c-8cbe-3050b9d59b14]
#     kube_linter: [access-to-secrets]
#     prowler: [rbac_minimize_secret_access]
#   since: "0.1.0"
package gapcheck.grant.reads_no_cluster_secrets

subjects contains grant.id if {
	some grant in input.grant
	grant.form == "rule"
}

deny contains {"subject": grant.id, "path": ["resources", sprintf("%d", [index])], "message": message} if {
	some grant in input.grant
	grant.form == "rule"
	some index, resource in grant.resources
	resource in {"secrets", "*"}
	_core(grant)
	not _names(grant)
	_reads(grant)
	message := sprintf("%s may read all secrets", [grant.name])
}

_reads(grant) if {
	some action in grant.actions
	action in {"get", "list", "watch", "*"}
}

_core(grant) if not grant.api_groups

_core(grant) if {
	some group in grant.api_groups
	group in {"", "*"}
}

_names(grant) if count(grant.resource_names) > 0
