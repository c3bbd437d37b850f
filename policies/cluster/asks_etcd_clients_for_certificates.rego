# METADATA
# title: Servers of etcd answer only clients with a certificate
# description: Whoever reaches an etcd that asks for none reads every secret and may make themselves administrator.
# custom:
#   id: cluster-asks-etcd-clients-for-certificates
#   severity: critical
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: primary, because: the store of the cluster is open to its API server only}
#     - {id: CC6.1, aspect: secrets, strength: supporting, because: stored secrets are read by nobody else}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "start etcd with `--client-cert-auth=true`"
#   aliases:
#     checkov: [CKV_K8S_117]
#     trivy: [AVD-KCV-0043, KCV-0043]
#     kics: [9391103a-d8d7-4671-ac5d-606ba7ccb0ac]
#     prowler: [etcd_client_cert_auth]
#   since: "0.1.0"
package gapcheck.cluster.asks_etcd_clients_for_certificates

subjects contains cluster.id if {
	some cluster in input.cluster
	cluster.component == "etcd"
}

# By default it answers everybody.
deny contains {"subject": cluster.id, "path": ["flags", "client-cert-auth"], "message": message} if {
	some cluster in input.cluster
	cluster.component == "etcd"
	not cluster.flags["client-cert-auth"] == "true"
	message := sprintf("%s answers clients without a certificate", [cluster.name])
}
