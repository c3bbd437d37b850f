# METADATA
# title: Nodes of clusters boot software only that is signed
# description: Whoever changes what a node boots owns every pod on it, and no scanner above sees it.
# custom:
#   id: cluster-boots-signed-software
#   severity: medium
#   criteria:
#     - {id: CC6.8, aspect: integrity, strength: primary, because: software that nobody signed does not start}
#   tests: design
#   reads: [node_secure_boot]
#   remediation:
#     terraform: "set `enable_secure_boot = true` in `node_config.shielded_instance_config`"
#   aliases:
#     checkov: [CKV_GCP_68]
#   since: "0.1.0"
package gapcheck.cluster.boots_signed_software

subjects contains cluster.id if {
	some cluster in input.cluster
	is_boolean(cluster.node_secure_boot)
}

deny contains {"subject": cluster.id, "path": ["node_secure_boot"], "message": message} if {
	some cluster in input.cluster
	cluster.node_secure_boot == false
	message := sprintf("%s has nodes that boot software which nobody signed", [cluster.name])
}
