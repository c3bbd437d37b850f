# METADATA
# title: "Traffic between pods passes the network, where it is recorded"
# description: What pods of one node say to each other otherwise leaves no trace and meets no firewall.
# custom:
#   id: cluster-shows-traffic-between-pods
#   severity: low
#   criteria:
#     - {id: CC7.2, aspect: log-sources, strength: supporting, because: traffic inside of nodes is recorded as well}
#     - {id: CC6.6, aspect: network-isolation, strength: supporting, because: rules of the network hold between pods}
#   tests: design
#   reads: [shows_traffic]
#   remediation:
#     terraform: "set `enable_intranode_visibility = true`"
#   aliases:
#     checkov: [CKV_GCP_61]
#   since: "0.1.0"
package gapcheck.cluster.shows_traffic_between_pods

subjects contains cluster.id if {
	some cluster in input.cluster
	is_boolean(cluster.shows_traffic)
}

deny contains {"subject": cluster.id, "path": ["shows_traffic"], "message": message} if {
	some cluster in input.cluster
	cluster.shows_traffic == false
	message := sprintf("%s hides traffic between pods of one node", [cluster.name])
}
