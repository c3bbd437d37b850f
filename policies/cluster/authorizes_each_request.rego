# METADATA
# title: API servers and kubelets ask whether a caller may do what it wants
# description: "In the mode `AlwaysAllow`, which is the default of both, whoever is let in may do everything."
# custom:
#   id: cluster-authorizes-each-request
#   severity: critical
#   criteria:
#     - {id: CC6.1, aspect: access-settings, strength: primary, because: being known does not mean being allowed}
#     - {id: CC6.3, aspect: least-privilege, strength: supporting, because: rights can only be limited where somebody asks for them}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "start the API server with `--authorization-mode=Node,RBAC` and the kubelet with `--authorization-mode=Webhook`"
#   aliases:
#     checkov: [CKV_K8S_74, CKV_K8S_139]
#     trivy: [AVD-KCV-0007, KCV-0007]
#     kics: [f1f4d8da-1ac4-47d0-b1aa-91e69d33f7d5]
#     prowler: [apiserver_auth_mode_not_always_allow, kubelet_authorization_mode]
#   since: "0.1.0"
package gapcheck.cluster.authorizes_each_request

subjects contains cluster.id if {
	some cluster in input.cluster
	_in_scope(cluster)
}

deny contains {"subject": cluster.id, "path": ["flags", "authorization-mode"], "message": message} if {
	some cluster in input.cluster
	_in_scope(cluster)
	_allows_everything(cluster)
	message := sprintf("%s allows every caller everything", [cluster.name])
}

# It is the default of both.
_allows_everything(cluster) if not cluster.flags["authorization-mode"]

_allows_everything(cluster) if "AlwaysAllow" in split(cluster.flags["authorization-mode"], ",")

_in_scope(cluster) if cluster.component in {"kube-apiserver", "kubelet"}
