# METADATA
# title: Clusters and plans are spread over zones
# description: "When one data centre fails, what runs in the others goes on."
# custom:
#   id: cluster-spans-zones
#   severity: low
#   criteria:
#     - {id: A1.2, aspect: redundancy, strength: supporting, because: what is deployed outlives the loss of one zone}
#     - {id: CC9.1, aspect: redundancy, strength: supporting, because: a lasting disruption of a zone is survived}
#   tests: design
#   reads: [multi_zone]
#   remediation:
#     terraform: "Azure: set `zone_balancing_enabled = true` on `azurerm_service_plan`; Google: name a region in `location`, and not a zone"
#   aliases:
#     checkov: [CKV_AZURE_225]
#   since: "0.1.0"
package gapcheck.cluster.spans_zones

subjects contains cluster.id if {
	some cluster in input.cluster
	is_boolean(cluster.multi_zone)
}

deny contains {"subject": cluster.id, "path": ["multi_zone"], "message": message} if {
	some cluster in input.cluster
	cluster.multi_zone == false
	message := sprintf("%s lies in one zone", [cluster.name])
}
