# METADATA
# title: API servers check that a kubelet is theirs
# description: "Without an authority to check against, logs and commands for a pod can be led to a machine that poses as its node."
# custom:
#   id: cluster-knows-its-kubelets
#   severity: medium
#   criteria:
#     - {id: CC6.7, aspect: encryption-in-transit, strength: supporting, because: links to nodes end where they are meant to}
#     - {id: CC6.6, aspect: network-isolation, strength: supporting, because: a foreign machine cannot stand in for a node}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "set `--kubelet-certificate-authority` to the authority that signs the kubelets' serving certificates"
#   aliases:
#     checkov: [CKV_K8S_73]
#     trivy: [AVD-KCV-0006, KCV-0006]
#     kics: [ec18a0d3-0069-4a58-a7fb-fbfe0b4bbbe0]
#     prowler: [apiserver_kubelet_cert_auth]
#   since: "0.1.0"
package gapcheck.cluster.knows_its_kubelets

subjects contains cluster.id if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
}

deny contains {"subject": cluster.id, "path": ["flags", "kubelet-certificate-authority"], "message": message} if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
	not cluster.flags["kubelet-certificate-authority"]
	message := sprintf("%s takes any machine for its node", [cluster.name])
}
