# METADATA
# title: "API servers and kubelets serve with a certificate of the cluster's authority"
# description: A server that signs its own certificate cannot be told from one that poses as it.
# custom:
#   id: cluster-serves-with-a-known-certificate
#   severity: high
#   criteria:
#     - {id: CC6.7, aspect: encryption-in-transit, strength: primary, because: callers can check whom their encrypted link leads to}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "set `--tls-cert-file` and `--tls-private-key-file`; of a kubelet `--rotate-server-certificates` is as good"
#   aliases:
#     checkov: [CKV_K8S_100, CKV_K8S_148]
#     trivy: [AVD-KCV-0027, KCV-0027]
#     kics: [fa750c81-93c2-4fab-9c6d-d3fd3ce3b89f]
#     prowler: [apiserver_tls_config, kubelet_tls_cert_and_key]
#   since: "0.1.0"
package gapcheck.cluster.serves_with_a_known_certificate

subjects contains cluster.id if {
	some cluster in input.cluster
	_in_scope(cluster)
}

deny contains {"subject": cluster.id, "path": ["flags", flag], "message": message} if {
	some cluster in input.cluster
	_in_scope(cluster)
	not cluster.flags["rotate-server-certificates"] == "true"
	some flag in ["tls-cert-file", "tls-private-key-file"]
	not cluster.flags[flag]
	message := sprintf("%s serves with a certificate that it signs itself: no --%s", [cluster.name, flag])
}

_in_scope(cluster) if cluster.component in {"kube-apiserver", "kubelet"}
