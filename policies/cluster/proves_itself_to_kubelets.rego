# METADATA
# title: API servers prove to kubelets who they are
# description: A kubelet that asks no one for a certificate runs commands in its pods for whoever reaches it.
# custom:
#   id: cluster-proves-itself-to-kubelets
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: primary, because: a node takes orders from the API server only}
#     - {id: CC6.6, aspect: remote-access, strength: supporting, because: nobody else administers the nodes}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "set `--kubelet-client-certificate` and `--kubelet-client-key`"
#   aliases:
#     checkov: [CKV_K8S_72]
#     trivy: [AVD-KCV-0005, KCV-0005]
#     kics: [36a27826-1bf5-49da-aeb0-a60a30c0e834]
#     prowler: [apiserver_kubelet_tls_auth]
#   since: "0.1.0"
package gapcheck.cluster.proves_itself_to_kubelets

subjects contains cluster.id if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
}

deny contains {"subject": cluster.id, "path": ["flags", flag], "message": message} if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
	some flag in ["kubelet-client-certificate", "kubelet-client-key"]
	not cluster.flags[flag]
	message := sprintf("%s does not prove to kubelets who it is: no --%s", [cluster.name, flag])
}
