# METADATA
# title: Clusters send the logs of their control plane
# description: The audit log of the control plane is the only record of who did what in the cluster.
# custom:
#   id: cluster-sends-control-plane-logs
#   severity: medium
#   criteria:
#     - {id: CC7.2, aspect: log-sources, strength: primary, because: the record of the control plane is a source for detection}
#   tests: design
#   reads: [log_types, logging]
#   remediation:
#     cloudformation: "list `api`, `audit`, `authenticator`, `controllerManager` and `scheduler` in `Logging.ClusterLogging.EnabledTypes`"
#     terraform: "AWS: list `api`, `audit`, `authenticator`, `controllerManager` and `scheduler` in `enabled_cluster_log_types`; Azure: add an `oms_agent` block, or an `azurerm_monitor_diagnostic_setting` with `enabled_log`; Google: leave `logging_service` at its default and `SYSTEM_COMPONENTS` in `logging_config`"
#   aliases:
#     checkov: [CKV_AWS_37, CKV_GCP_1,
#       CKV_AZURE_4]
#     trivy: [AVD-AWS-0038, AWS-0038, AVD-GCP-0060, GCP-0060,
#       AVD-AZU-0040, AZU-0040]
#     tfsec: [aws-eks-enable-control-plane-logging, google-gke-enable-stackdriver-logging,
#       azure-container-logging]
#     kics: [37304d3f-f852-40b8-ae3f-725e87a7cedf, 66f130d9-b81d-4e8e-9b08-da74b9c891df,
#       4c7ebcb2-eae2-461e-bc83-456ee2d4f694]
#     prowler: [eks_control_plane_logging_all_types_enabled]
#   since: "0.1.0"
package gapcheck.cluster.sends_control_plane_logs

# What the control plane can tell, with AWS.
_types := {"api", "audit", "authenticator", "controllerManager", "scheduler"}

subjects contains cluster.id if {
	some cluster in input.cluster
	_in_scope(cluster)
}

deny contains {"subject": cluster.id, "path": ["log_types"], "message": message} if {
	some cluster in input.cluster
	is_array(cluster.log_types)
	missing := _types - {type | some type in cluster.log_types}
	count(missing) > 0
	message := sprintf("%s does not send the logs %s", [cluster.name, concat(", ", sort(missing))])
}

deny contains {"subject": cluster.id, "path": ["logging"], "message": message} if {
	some cluster in input.cluster
	cluster.logging == false
	message := sprintf("%s does not send logs", [cluster.name])
}

_in_scope(cluster) if is_array(cluster.log_types)

_in_scope(cluster) if is_boolean(cluster.logging)
