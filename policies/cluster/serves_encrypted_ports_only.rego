# METADATA
# title: API servers take and make no plain connections
# description: "On an unencrypted port the API server asks for no credentials at all, and what it sends to kubelets in plain text can be read and changed on the way."
# custom:
#   id: cluster-serves-encrypted-ports-only
#   severity: critical
#   criteria:
#     - {id: CC6.7, aspect: encryption-in-transit, strength: primary, because: credentials and secrets cross the network encrypted}
#     - {id: CC6.1, aspect: authentication, strength: supporting, because: the plain port asks nobody who they are}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "remove `--insecure-bind-address` and `--kubelet-https=false`, and leave `--secure-port` above 0"
#   aliases:
#     checkov: [CKV_K8S_71, CKV_K8S_86, CKV_K8S_89]
#     trivy: [AVD-KCV-0004, KCV-0004, AVD-KCV-0017, KCV-0017]
#     kics: [b9380fd3-5ffe-4d10-9290-13e18e71eee1, 3d24b204-b73d-42cb-b0bf-1a5438c5f71e, cdc8b54e-6b16-4538-a1b0-35849dbe29cf]
#   since: "0.1.0"
package gapcheck.cluster.serves_encrypted_ports_only

subjects contains cluster.id if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
}

deny contains {"subject": cluster.id, "path": ["flags", flag], "message": message} if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
	some flag, value in cluster.flags
	_is_plain(flag, value)
	message := sprintf("%s speaks without encryption: --%s", [cluster.name, flag])
}

_is_plain(flag, _) if flag == "insecure-bind-address"

_is_plain(flag, value) if {
	flag == "insecure-port"
	value != "0"
}

_is_plain(flag, value) if {
	flag == "secure-port"
	value == "0"
}

_is_plain(flag, value) if {
	flag == "kubelet-https"
	value == "false"
}
