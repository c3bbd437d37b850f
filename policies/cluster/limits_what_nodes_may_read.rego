# METADATA
# title: API servers let a node read only what its own pods need
# description: "Without the mode `Node`, a node that is taken over reads the secrets of every pod in the cluster."
# custom:
#   id: cluster-limits-what-nodes-may-read
#   severity: medium
#   criteria:
#     - {id: CC6.3, aspect: least-privilege, strength: primary, because: a node gets no more than the pods on it need}
#     - {id: CC6.1, aspect: secrets, strength: supporting, because: secrets of other nodes stay out of reach}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "add `Node` to `--authorization-mode` of the API server"
#   aliases:
#     checkov: [CKV_K8S_75]
#     trivy: [AVD-KCV-0008, KCV-0008]
#     kics: [4d7ee40f-fc5d-427d-8cac-dffbe22d42d1]
#     prowler: [apiserver_auth_mode_include_node]
#   since: "0.1.0"
package gapcheck.cluster.limits_what_nodes_may_read

subjects contains cluster.id if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
}

deny contains {"subject": cluster.id, "path": ["flags", "authorization-mode"], "message": message} if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
	not _includes(cluster)
	message := sprintf("%s does not limit what nodes may read", [cluster.name])
}

_includes(cluster) if "Node" in split(cluster.flags["authorization-mode"], ",")
