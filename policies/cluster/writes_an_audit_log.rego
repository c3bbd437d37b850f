# METADATA
# title: API servers write an audit log
# description: Without it nobody can say afterwards who changed or read what in the cluster.
# custom:
#   id: cluster-writes-an-audit-log
#   severity: high
#   criteria:
#     - {id: CC7.2, aspect: log-sources, strength: primary, because: acts in the cluster are recorded}
#     - {id: CC7.3, aspect: evidence-protection, strength: supporting, because: an incident can be followed to who did what}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "set `--audit-log-path`, or send the records away with `--audit-webhook-config-file`"
#   aliases:
#     checkov: [CKV_K8S_91]
#     trivy: [AVD-KCV-0019, KCV-0019]
#     kics: [73e251f0-363d-4e53-86e2-0a93592437eb]
#     prowler: [apiserver_audit_log_path_set]
#   since: "0.1.0"
package gapcheck.cluster.writes_an_audit_log

subjects contains cluster.id if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
}

deny contains {"subject": cluster.id, "path": ["flags", "audit-log-path"], "message": message} if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
	not cluster.flags["audit-log-path"]
	not cluster.flags["audit-webhook-config-file"]
	message := sprintf("%s writes no audit log", [cluster.name])
}
