# METADATA
# title: Nobody is bound to cluster-admin
# description: "Whoever holds the role may read every secret, change every workload and switch every control off."
# custom:
#   id: grant-binds-no-cluster-admin
#   severity: critical
#   criteria:
#     - {id: CC6.3, aspect: least-privilege, strength: primary, because: administration of a whole cluster must be left to the few who need it}
#     - {id: CC6.1, aspect: access-settings, strength: supporting, because: the role passes by every other rule}
#   tests: design
#   reads: [form, scope, role, principals]
#   remediation:
#     kubernetes: "bind a role with the rights that the work needs; keep `cluster-admin` for a break-glass group that is not bound in files"
#   aliases:
#     trivy: [AVD-KSV-0111, KSV-0111]
#     kics: [17172bc2-56fb-4f17-916f-a014147706cd,
#       249328b8-5f0f-409f-b1dd-029f07882e11]
#     kube_linter: [cluster-admin-role-binding]
#     prowler: [rbac_cluster_admin_usage]
#   since: "0.1.0"
package gapcheck.grant.binds_no_cluster_admin

subjects contains grant.id if {
	some grant in input.grant
	_binds(grant)
}

# Only clusters name their principals in this way.
_binds(grant) if {
	grant.form == "binding"
	grant.scope in {"cluster", "namespace"}
}

deny contains {"subject": grant.id, "path": ["role"], "message": message} if {
	some grant in input.grant
	_binds(grant)
	grant.role == "cluster-admin"
	message := sprintf("%s makes %s administrator", [grant.name, concat(", ", grant.principals)])
}
