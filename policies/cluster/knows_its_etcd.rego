# METADATA
# title: API servers check that etcd is theirs
# description: "Without an authority to check against, anybody on the way can pose as the store of the cluster."
# custom:
#   id: cluster-knows-its-etcd
#   severity: medium
#   criteria:
#     - {id: CC6.7, aspect: encryption-in-transit, strength: supporting, because: the other end of the encrypted link is known}
#     - {id: CC6.1, aspect: authentication, strength: supporting, because: the store proves who it is}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "set `--etcd-cafile` to the certificate of the authority that signs etcd's"
#   aliases:
#     trivy: [AVD-KCV-0029, KCV-0029]
#     kics: [3f5ff8a7-5ad6-4d02-86f5-666307da1b20]
#     prowler: [apiserver_etcd_cafile_set]
#   since: "0.1.0"
package gapcheck.cluster.knows_its_etcd

subjects contains cluster.id if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
}

deny contains {"subject": cluster.id, "path": ["flags", "etcd-cafile"], "message": message} if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
	not cluster.flags["etcd-cafile"]
	message := sprintf("%s takes any etcd for its own", [cluster.name])
}
