# METADATA
# title: Servers of etcd admit only members with a certificate
# description: Whoever may join as a member is sent a copy of everything and may change it.
# custom:
#   id: cluster-asks-etcd-peers-for-certificates
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: primary, because: only members of the store may copy it}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "start etcd with `--peer-client-cert-auth=true`"
#   aliases:
#     checkov: [CKV_K8S_121]
#     trivy: [AVD-KCV-0046, KCV-0046]
#     kics: [b7d0181d-0a9b-4611-9d1c-1ad4f0b620ff]
#     prowler: [etcd_peer_client_cert_auth]
#   since: "0.1.0"
package gapcheck.cluster.asks_etcd_peers_for_certificates

subjects contains cluster.id if {
	some cluster in input.cluster
	cluster.component == "etcd"
}

# By default it admits everybody.
deny contains {"subject": cluster.id, "path": ["flags", "peer-client-cert-auth"], "message": message} if {
	some cluster in input.cluster
	cluster.component == "etcd"
	not cluster.flags["peer-client-cert-auth"] == "true"
	message := sprintf("%s admits members without a certificate", [cluster.name])
}
