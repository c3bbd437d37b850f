# METADATA
# title: Servers of etcd serve their clients encrypted
# description: "What the cluster stores, secrets among it, crosses the network between the API server and etcd."
# custom:
#   id: cluster-encrypts-ways-to-etcd
#   severity: high
#   criteria:
#     - {id: CC6.7, aspect: encryption-in-transit, strength: primary, because: the state of the cluster is encrypted on its way to the store}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "start etcd with `--cert-file` and `--key-file`"
#   aliases:
#     checkov: [CKV_K8S_116]
#     trivy: [AVD-KCV-0042, KCV-0042]
#     kics: [075ca296-6768-4322-aea2-ba5063b969a9]
#     prowler: [etcd_tls_encryption]
#   since: "0.1.0"
package gapcheck.cluster.encrypts_ways_to_etcd

subjects contains cluster.id if {
	some cluster in input.cluster
	cluster.component == "etcd"
}

deny contains {"subject": cluster.id, "path": ["flags", flag], "message": message} if {
	some cluster in input.cluster
	cluster.component == "etcd"
	some flag in ["cert-file", "key-file"]
	not cluster.flags[flag]
	message := sprintf("%s serves clients without a certificate: no --%s", [cluster.name, flag])
}
