# METADATA
# title: Nodes of clusters have no public address
# description: A node on a public address can be attacked past every load balancer and firewall of the application.
# custom:
#   id: cluster-keeps-nodes-private
#   severity: high
#   criteria:
#     - {id: CC6.6, aspect: network-isolation, strength: primary, because: nodes must stand behind the boundary}
#   tests: design
#   reads: [private_nodes]
#   remediation:
#     terraform: "Azure: leave `node_public_ip_enabled` off in `default_node_pool` and node pools; Google: set `enable_private_nodes = true` in `private_cluster_config`"
#   aliases:
#     checkov: [CKV_GCP_25, CKV_GCP_64,
#       CKV_AZURE_143]
#     trivy: [AVD-GCP-0059, GCP-0059]
#     tfsec: [google-gke-enable-private-cluster]
#     kics: [6ccb85d7-0420-4907-9380-50313f80946b]
#   since: "0.1.0"
package gapcheck.cluster.keeps_nodes_private

subjects contains cluster.id if {
	some cluster in input.cluster
	is_boolean(cluster.private_nodes)
}

deny contains {"subject": cluster.id, "path": ["private_nodes"], "message": message} if {
	some cluster in input.cluster
	cluster.private_nodes == false
	message := sprintf("nodes of %s have public addresses", [cluster.name])
}
