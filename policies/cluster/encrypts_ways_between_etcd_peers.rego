# METADATA
# title: Members of etcd speak with each other encrypted
# description: Each member sends all that the cluster stores to the others.
# custom:
#   id: cluster-encrypts-ways-between-etcd-peers
#   severity: high
#   criteria:
#     - {id: CC6.7, aspect: encryption-in-transit, strength: primary, because: copies of the state are encrypted between members of the store}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "start etcd with `--peer-cert-file` and `--peer-key-file`"
#   aliases:
#     checkov: [CKV_K8S_119]
#     trivy: [AVD-KCV-0045, KCV-0045]
#     kics: [09bb9e96-8da3-4736-b89a-b36814acca60]
#     prowler: [etcd_peer_tls_config]
#   since: "0.1.0"
package gapcheck.cluster.encrypts_ways_between_etcd_peers

subjects contains cluster.id if {
	some cluster in input.cluster
	cluster.component == "etcd"
}

deny contains {"subject": cluster.id, "path": ["flags", flag], "message": message} if {
	some cluster in input.cluster
	cluster.component == "etcd"
	some flag in ["peer-cert-file", "peer-key-file"]
	not cluster.flags[flag]
	message := sprintf("%s speaks with its peers without a certificate: no --%s", [cluster.name, flag])
}
