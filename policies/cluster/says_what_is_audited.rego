# METADATA
# title: API servers are told which acts to record
# description: "Without a policy the audit log stays empty, wherever it is kept."
# custom:
#   id: cluster-says-what-is-audited
#   severity: high
#   criteria:
#     - {id: CC7.2, aspect: log-sources, strength: primary, because: what is recorded is decided and not left to chance}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "write an audit policy, and name it in `--audit-policy-file`"
#   aliases:
#     kics: [13a49a2e-488e-4309-a7c0-d6b05577a5fb]
#   since: "0.1.0"
package gapcheck.cluster.says_what_is_audited

subjects contains cluster.id if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
}

deny contains {"subject": cluster.id, "path": ["flags", "audit-policy-file"], "message": message} if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
	not cluster.flags["audit-policy-file"]
	message := sprintf("%s has no policy that says what is recorded", [cluster.name])
}
