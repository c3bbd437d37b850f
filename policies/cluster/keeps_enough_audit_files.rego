# METADATA
# title: API servers keep at least ten former audit files
# description: "Where few files are kept, a burst of requests pushes the record of what came before out."
# custom:
#   id: cluster-keeps-enough-audit-files
#   severity: low
#   criteria:
#     - {id: CC7.2, aspect: log-retention, strength: supporting, because: a busy hour does not push out what was recorded before it}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "set `--audit-log-maxbackup=10` or more"
#   aliases:
#     checkov: [CKV_K8S_93]
#     trivy: [AVD-KCV-0021, KCV-0021]
#     kics: [768aab52-2504-4a2f-a3e3-329d5a679848]
#     prowler: [apiserver_audit_log_maxbackup_set]
#   since: "0.1.0"
package gapcheck.cluster.keeps_enough_audit_files

parameters := {"files": 10}

subjects contains cluster.id if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
}

deny contains {"subject": cluster.id, "path": ["flags", "audit-log-maxbackup"], "message": message} if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
	not _is_enough(cluster)
	message := sprintf("%s does not say that ten former audit files are kept", [cluster.name])
}

_is_enough(cluster) if to_number(cluster.flags["audit-log-maxbackup"]) >= parameters.files
