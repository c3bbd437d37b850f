# METADATA
# title: Clusters replace nodes that fail
# description: "A node that no longer answers is replaced within minutes, and not when somebody looks."
# custom:
#   id: cluster-repairs-its-nodes
#   severity: medium
#   criteria:
#     - {id: A1.2, aspect: health-checks, strength: primary, because: failed nodes are found and replaced}
#     - {id: CC7.5, aspect: recovery-means, strength: supporting, because: recovery of nodes begins by itself}
#   tests: design
#   reads: [auto_repair]
#   remediation:
#     terraform: "leave `auto_repair = true` in `management` of the node pools"
#   aliases:
#     checkov: [CKV_GCP_9]
#     trivy: [AVD-GCP-0063, GCP-0063]
#     tfsec: [google-gke-enable-auto-repair]
#   since: "0.1.0"
package gapcheck.cluster.repairs_its_nodes

subjects contains cluster.id if {
	some cluster in input.cluster
	is_boolean(cluster.auto_repair)
}

deny contains {"subject": cluster.id, "path": ["auto_repair"], "message": message} if {
	some cluster in input.cluster
	cluster.auto_repair == false
	message := sprintf("%s does not replace nodes that fail", [cluster.name])
}
