# METADATA
# title: Pods get an identity of their own and not that of their node
# description: "What a node may do, every pod on it may do, unless the metadata server stands between."
# custom:
#   id: cluster-hides-identity-of-nodes
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: access-settings, strength: primary, because: credentials of nodes are not given to workloads}
#     - {id: CC6.3, aspect: runtime-privilege, strength: supporting, because: workloads hold only rights of their own}
#   tests: design
#   reads: [hides_node_identity]
#   remediation:
#     terraform: "add `workload_identity_config` to the cluster and `workload_metadata_config { mode = \"GKE_METADATA\" }` to `node_config`"
#   aliases:
#     checkov: [CKV_GCP_69]
#     trivy: [AVD-GCP-0057, GCP-0057]
#     tfsec: [google-gke-node-metadata-security]
#   since: "0.1.0"
package gapcheck.cluster.hides_identity_of_nodes

subjects contains cluster.id if {
	some cluster in input.cluster
	is_boolean(cluster.hides_node_identity)
}

deny contains {"subject": cluster.id, "path": ["hides_node_identity"], "message": message} if {
	some cluster in input.cluster
	cluster.hides_node_identity == false
	message := sprintf("pods of %s get the identity of their node", [cluster.name])
}
