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
#   reads: [monitoring, container_insights]
#   remediation:
#     cloudformation: "set `containerInsights` to `enabled` in `ClusterSettings` of the ECS cluster"
#     terraform: "ECS: add `setting { name = \"containerInsights\", value = \"enabled\" }`; Google: set `monitoring_service = \"monitoring.googleapis.com/kubernetes\"`, or leave it out, and enable `monitoring_config`"
#   aliases:
#     checkov: [CKV_GCP_8, CKV_AWS_65]
#     trivy: [AVD-GCP-0052, GCP-0052, AVD-AWS-0034, AWS-0034]
#     tfsec: [google-gke-enable-stackdriver-monitoring, aws-ecs-enable-container-insight]
#     kics: [30e8dfd2-3591-4d19-8d11-79e93106c93d]
#   since: "0.1.0"
package gapcheck.cluster.sends_metrics

subjects contains cluster.id if {
	some cluster in input.cluster
	_can_tell(cluster)
}

deny contains {"subject": cluster.id, "path": ["monitoring"], "message": message} if {
	some cluster in input.cluster
	cluster.monitoring == false
	message := sprintf("%s sends no metrics to the monitoring service", [cluster.name])
}

deny contains {"subject": cluster.id, "path": ["container_insights"], "message": message} if {
	some cluster in input.cluster
	cluster.container_insights == false
	message := sprintf("%s gathers no measures of its containers", [cluster.name])
}

_can_tell(cluster) if is_boolean(cluster.monitoring)

_can_tell(cluster) if is_boolean(cluster.container_insights)
