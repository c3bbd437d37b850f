# METADATA
# title: Tokens of service accounts are signed with a key kept for that
# description: "With a key of their own, tokens can be withdrawn by changing it, and the key of the server's certificate is not spread."
# custom:
#   id: cluster-signs-tokens-with-own-key
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: keys, strength: primary, because: one key serves one purpose and can be replaced}
#     - {id: CC6.2, aspect: standing-credentials, strength: supporting, because: all tokens can be taken back at once}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "set `--service-account-key-file` of the API server and `--service-account-private-key-file` of the controller manager"
#   aliases:
#     checkov: [CKV_K8S_110]
#     trivy: [AVD-KCV-0025, KCV-0025, AVD-KCV-0036, KCV-0036]
#     kics: [dab4ec72-ce2e-4732-b7c3-1757dcce01a1, ccc98ff7-68a7-436e-9218-185cb0b0b780]
#     prowler: [apiserver_service_account_key_file_set, controllermanager_service_account_private_key_file]
#   since: "0.1.0"
package gapcheck.cluster.signs_tokens_with_own_key

subjects contains cluster.id if {
	some cluster in input.cluster
	_key_file[cluster.component]
}

deny contains {"subject": cluster.id, "path": ["flags", flag], "message": message} if {
	some cluster in input.cluster
	flag := _key_file[cluster.component]
	not cluster.flags[flag]
	message := sprintf("%s names no key for the tokens of service accounts", [cluster.name])
}

_key_file := {
	"kube-apiserver": "service-account-key-file",
	"kube-controller-manager": "service-account-private-key-file",
}
