# METADATA
# title: Certificates of kubelets are renewed by themselves
# description: "Certificates that nobody renews are made to last for years, and a stolen one works as long."
# custom:
#   id: cluster-renews-certificates-of-kubelets
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: keys, strength: primary, because: keys of nodes are replaced before they are old}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "remove `--rotate-certificates=false` and the feature gate `RotateKubeletServerCertificate=false`; in the kubelet's file set `rotateCertificates: true`"
#   aliases:
#     checkov: [CKV_K8S_112, CKV_K8S_149, CKV_K8S_150]
#     trivy: [AVD-KCV-0038, KCV-0038]
#     kics: [1c621b8e-2c6a-44f5-bd6a-fb0fb7ba33e2, 52d70f2e-3257-474c-b3dc-8ad9ba6a061a]
#     prowler: [controllermanager_rotate_kubelet_server_cert, kubelet_rotate_certificates]
#   since: "0.1.0"
package gapcheck.cluster.renews_certificates_of_kubelets

subjects contains cluster.id if {
	some cluster in input.cluster
	_in_scope(cluster)
}

deny contains {"subject": cluster.id, "path": ["flags", "rotate-certificates"], "message": message} if {
	some cluster in input.cluster
	cluster.component == "kubelet"
	cluster.flags["rotate-certificates"] == "false"
	message := sprintf("%s does not renew its certificate", [cluster.name])
}

deny contains {"subject": cluster.id, "path": ["flags", "feature-gates"], "message": message} if {
	some cluster in input.cluster
	_in_scope(cluster)
	"RotateKubeletServerCertificate=false" in split(cluster.flags["feature-gates"], ",")
	message := sprintf("%s keeps kubelets from renewing what they serve with", [cluster.name])
}

_in_scope(cluster) if cluster.component in {"kube-controller-manager", "kubelet"}
