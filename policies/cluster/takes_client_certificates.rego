# METADATA
# title: "API servers know the authority of their clients' certificates"
# description: Without it components and administrators must prove who they are by weaker means.
# custom:
#   id: cluster-takes-client-certificates
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: supporting, because: callers prove who they are by a key that never leaves them}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "set `--client-ca-file` to the certificate of the cluster's authority"
#   aliases:
#     trivy: [AVD-KCV-0028, KCV-0028]
#     prowler: [apiserver_client_ca_file_set]
#   since: "0.1.0"
package gapcheck.cluster.takes_client_certificates

subjects contains cluster.id if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
}

deny contains {"subject": cluster.id, "path": ["flags", "client-ca-file"], "message": message} if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
	not cluster.flags["client-ca-file"]
	message := sprintf("%s takes no certificates of clients", [cluster.name])
}
