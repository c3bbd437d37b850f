# METADATA
# title: API servers let an audit file grow to a hundred megabytes
# description: "Small files are turned over quickly, and the oldest are deleted with each turn."
# custom:
#   id: cluster-lets-audit-files-grow
#   severity: low
#   criteria:
#     - {id: CC7.2, aspect: log-retention, strength: supporting, because: files are large enough that the kept ones span the time that matters}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "set `--audit-log-maxsize=100` or more"
#   aliases:
#     checkov: [CKV_K8S_94]
#     trivy: [AVD-KCV-0022, KCV-0022]
#     kics: [35c0a471-f7c8-4993-aa2c-503a3c712a66]
#     prowler: [apiserver_audit_log_maxsize_set]
#   since: "0.1.0"
package gapcheck.cluster.lets_audit_files_grow

parameters := {"megabytes": 100}

subjects contains cluster.id if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
}

deny contains {"subject": cluster.id, "path": ["flags", "audit-log-maxsize"], "message": message} if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
	not _is_enough(cluster)
	message := sprintf("%s does not say that audit files may grow to a hundred megabytes", [cluster.name])
}

_is_enough(cluster) if to_number(cluster.flags["audit-log-maxsize"]) >= parameters.megabytes
