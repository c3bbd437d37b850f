# METADATA
# title: Clusters send their metrics to the monitoring service
# description: "What nobody measures runs full, and breaks, before anybody looks."
# custom:
#   id: cluster-sends-metrics
#   severity: medium
#   criteria:
#     - {id: CC7.2, aspect: log-sources, strength: supporting, because: metrics show what behaves otherwise than before}
#     - {id: A1.1, aspect: capacity-alarms, strength: supporting, because: use of capacity is measured}
#   tests: design
#   reads: [monitoring]
#   remediation:
#     terraform: "set `monitoring_service = \"monitoring.googleapis.com/kubernetes\"`, or leave it out, and enable `monitoring_config`"
#   aliases:
#     checkov: [CKV_GCP_8]
#     trivy: [AVD-GCP-0052, GCP-0052]
#     tfsec: [google-gke-enable-stackdriver-monitoring]
#     kics: [30e8dfd2-3591-4d19-8d11-79e93106c93d]
#   since: "0.1.0"
package gapcheck.cluster.sends_metrics

subjects contains cluster.id if {
	some cluster in input.cluster
	is_boolean(cluster.monitoring)
}

deny contains {"subject": cluster.id, "path": ["monitoring"], "message": message} if {
	some cluster in input.cluster
	cluster.monitoring == false
	message := sprintf("%s sends no metrics to the monitoring service", [cluster.name])
}
