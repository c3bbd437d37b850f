# METADATA
# title: Servers of etcd do not sign their own certificates
# description: A certificate that etcd makes for itself proves nothing to its clients and peers.
# custom:
#   id: cluster-signs-no-certificates-of-its-own
#   severity: high
#   criteria:
#     - {id: CC6.7, aspect: encryption-in-transit, strength: supporting, because: certificates of the store come from an authority that others can check}
#     - {id: CC6.1, aspect: keys, strength: supporting, because: keys of the store are made and kept on purpose}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "remove `--auto-tls=true` and `--peer-auto-tls=true`, and give etcd certificates of the cluster's authority"
#   aliases:
#     checkov: [CKV_K8S_118]
#     trivy: [AVD-KCV-0044, KCV-0044, AVD-KCV-0047, KCV-0047]
#     kics: [98ce8b81-7707-4734-aa39-627c6db3d84b, ae8827e2-4af9-4baa-9998-87539ae0d6f0]
#     prowler: [etcd_no_auto_tls, etcd_no_peer_auto_tls]
#   since: "0.1.0"
package gapcheck.cluster.signs_no_certificates_of_its_own

subjects contains cluster.id if {
	some cluster in input.cluster
	cluster.component == "etcd"
}

deny contains {"subject": cluster.id, "path": ["flags", flag], "message": message} if {
	some cluster in input.cluster
	cluster.component == "etcd"
	some flag in ["auto-tls", "peer-auto-tls"]
	cluster.flags[flag] == "true"
	message := sprintf("%s signs its own certificates: --%s", [cluster.name, flag])
}
