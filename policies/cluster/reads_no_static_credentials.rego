# METADATA
# title: API servers take no passwords or tokens from a file
# description: "Passwords and tokens in a file stand in plain text, never expire, and change only when the server is restarted."
# custom:
#   id: cluster-reads-no-static-credentials
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: primary, because: callers prove who they are by what expires and can be withdrawn}
#     - {id: CC6.1, aspect: secrets, strength: supporting, because: no file on the host holds the credentials of all users}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "remove `--basic-auth-file` and `--token-auth-file`, and sign users in with certificates or OIDC"
#   aliases:
#     checkov: [CKV_K8S_69, CKV_K8S_70]
#     trivy: [AVD-KCV-0002, KCV-0002]
#     kics: [5da47109-f8d6-4585-9e2b-96a8958a12f5, 32ecd76e-7bbf-402e-bf48-8b9485749558]
#     prowler: [apiserver_no_token_auth_file]
#   since: "0.1.0"
package gapcheck.cluster.reads_no_static_credentials

subjects contains cluster.id if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
}

deny contains {"subject": cluster.id, "path": ["flags", flag], "message": message} if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
	some flag in ["basic-auth-file", "token-auth-file"]
	cluster.flags[flag]
	message := sprintf("%s takes credentials from a file: --%s", [cluster.name, flag])
}
