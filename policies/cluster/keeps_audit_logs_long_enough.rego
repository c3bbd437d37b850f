# METADATA
# title: API servers keep audit logs for at least thirty days
# description: "An attack is often found weeks later, and a log that is gone by then tells nothing."
# custom:
#   id: cluster-keeps-audit-logs-long-enough
#   severity: medium
#   criteria:
#     - {id: CC7.2, aspect: log-retention, strength: primary, because: records of the cluster last until somebody looks for them}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "set `--audit-log-maxage=30` or more"
#   aliases:
#     checkov: [CKV_K8S_92]
#     trivy: [AVD-KCV-0020, KCV-0020]
#     kics: [da9f3aa8-fbfb-472f-b5a1-576127944218]
#     prowler: [apiserver_audit_log_maxage_set]
#   since: "0.1.0"
package gapcheck.cluster.keeps_audit_logs_long_enough

parameters := {"days": 30}

subjects contains cluster.id if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
}

deny contains {"subject": cluster.id, "path": ["flags", "audit-log-maxage"], "message": message} if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
	not _is_enough(cluster)
	message := sprintf("%s does not say that audit logs are kept for thirty days", [cluster.name])
}

_is_enough(cluster) if to_number(cluster.flags["audit-log-maxage"]) >= parameters.days
