# METADATA
# title: API servers give rights by role
# description: "Without role-based access control, rights stand in files on the host or nowhere, and nobody can review them in the cluster."
# custom:
#   id: cluster-authorizes-by-role
#   severity: high
#   criteria:
#     - {id: CC6.3, aspect: roles, strength: primary, because: rights in the cluster follow roles that can be read and reviewed}
#     - {id: CC6.1, aspect: access-settings, strength: supporting, because: a binding shows who may reach what}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "start the API server with `--authorization-mode=Node,RBAC`"
#   aliases:
#     checkov: [CKV_K8S_77]
#     trivy: [AVD-KCV-0009, KCV-0009]
#     kics: [1aa4a1ae-5dbb-48a1-9aa2-630ea4be208e]
#     prowler: [apiserver_auth_mode_include_rbac]
#   since: "0.1.0"
package gapcheck.cluster.authorizes_by_role

subjects contains cluster.id if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
}

deny contains {"subject": cluster.id, "path": ["flags", "authorization-mode"], "message": message} if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
	not _includes(cluster)
	message := sprintf("%s gives no rights by role", [cluster.name])
}

_includes(cluster) if "RBAC" in split(cluster.flags["authorization-mode"], ",")
