# METADATA
# title: Hosts encrypt the disks and caches of nodes
# description: "Temporary disks and caches of nodes hold what pods write, outside of what the disk service encrypts."
# custom:
#   id: cluster-encrypts-nodes-at-host
#   severity: low
#   criteria:
#     - {id: CC6.1, aspect: encryption, strength: supporting, because: temporary disks and caches hold data as well}
#     - {id: C1.1, aspect: protection, strength: supporting, because: confidential data passes through caches of the host}
#   tests: design
#   reads: [encryption_at_host]
#   remediation:
#     terraform: "set `host_encryption_enabled = true` in `default_node_pool` (`enable_host_encryption` before version 4)"
#   aliases:
#     checkov: [CKV_AZURE_227]
#   since: "0.1.0"
package gapcheck.cluster.encrypts_nodes_at_host

subjects contains cluster.id if {
	some cluster in input.cluster
	is_boolean(cluster.encryption_at_host)
}

deny contains {"subject": cluster.id, "path": ["encryption_at_host"], "message": message} if {
	some cluster in input.cluster
	cluster.encryption_at_host == false
	message := sprintf("hosts of %s encrypt neither temporary disks nor caches", [cluster.name])
}
