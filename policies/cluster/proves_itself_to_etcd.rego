# METADATA
# title: API servers prove to etcd who they are
# description: "An etcd that asks nobody for a certificate gives the whole state of the cluster, secrets among it, to whoever reaches it."
# custom:
#   id: cluster-proves-itself-to-etcd
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: primary, because: the store answers the API server only}
#     - {id: CC6.7, aspect: encryption-in-transit, strength: supporting, because: what goes to the store is encrypted on the way}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "set `--etcd-certfile` and `--etcd-keyfile`"
#   aliases:
#     checkov: [CKV_K8S_99]
#     trivy: [AVD-KCV-0026, KCV-0026]
#     kics: [895a5a95-3756-4b04-9924-2f3bc93181bd]
#     prowler: [apiserver_etcd_tls_config]
#   since: "0.1.0"
package gapcheck.cluster.proves_itself_to_etcd

subjects contains cluster.id if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
}

deny contains {"subject": cluster.id, "path": ["flags", flag], "message": message} if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
	some flag in ["etcd-certfile", "etcd-keyfile"]
	not cluster.flags[flag]
	message := sprintf("%s does not prove to etcd who it is: no --%s", [cluster.name, flag])
}
