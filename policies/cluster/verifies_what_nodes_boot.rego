# METADATA
# title: Nodes of clusters verify what they boot
# description: Secure boot and measured boot show software that slipped in below the containers.
# custom:
#   id: cluster-verifies-what-nodes-boot
#   severity: medium
#   criteria:
#     - {id: CC6.8, aspect: integrity, strength: primary, because: unauthorized software below the containers is refused and noticed}
#   tests: design
#   reads: [shielded_nodes, node_integrity_monitoring]
#   remediation:
#     terraform: "leave `enable_shielded_nodes` on, and set `shielded_instance_config { enable_secure_boot = true, enable_integrity_monitoring = true }` in `node_config`"
#   aliases:
#     checkov: [CKV_GCP_71, CKV_GCP_72]
#     trivy: [AVD-GCP-0055, GCP-0055]
#     kics: [579a0727-9c29-4d58-8195-fc5802a8bdb4]
#   since: "0.1.0"
package gapcheck.cluster.verifies_what_nodes_boot

# What must hold, and what is said where it does not.
_faults := {
	"shielded_nodes": "takes nodes that cannot prove who they are",
	"node_integrity_monitoring": "does not check the measurements of its nodes",
}

subjects contains cluster.id if {
	some cluster in input.cluster
	some fact, _ in _faults
	is_boolean(cluster[fact])
}

deny contains {"subject": cluster.id, "path": [fact], "message": message} if {
	some cluster in input.cluster
	some fact, fault in _faults
	cluster[fact] == false
	message := sprintf("%s %s", [cluster.name, fault])
}
