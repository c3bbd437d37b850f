# METADATA
# title: Nodes of clusters run a system that is made for containers
# description: "A small system that the provider patches, with a root that cannot be written, gives an intruder little to work with."
# custom:
#   id: cluster-runs-nodes-on-a-small-system
#   severity: low
#   criteria:
#     - {id: CC7.1, aspect: patching, strength: supporting, because: the provider keeps the system of nodes up to date}
#     - {id: CC6.8, aspect: integrity, strength: supporting, because: the root of nodes cannot be written}
#   tests: design
#   reads: [node_image]
#   remediation:
#     terraform: "set `image_type = \"COS_CONTAINERD\"` in `node_config`, or leave it out"
#   aliases:
#     trivy: [AVD-GCP-0054, GCP-0054]
#     tfsec: [google-gke-node-pool-uses-cos]
#     kics: [8a893e46-e267-485a-8690-51f39951de58]
#   since: "0.1.0"
package gapcheck.cluster.runs_nodes_on_a_small_system

subjects contains cluster.id if {
	some cluster in input.cluster
	cluster.node_image
}

deny contains {"subject": cluster.id, "path": ["node_image"], "message": message} if {
	some cluster in input.cluster
	image := lower(cluster.node_image)
	not startswith(image, "cos")
	not startswith(image, "windows")
	message := sprintf("nodes of %s run %s", [cluster.name, cluster.node_image])
}
