# METADATA
# title: Plans for web apps run more than one instance
# description: A single instance is away during each update and each failure of its machine.
# custom:
#   id: cluster-runs-more-than-one-instance
#   severity: low
#   criteria:
#     - {id: A1.2, aspect: redundancy, strength: supporting, because: the application outlives the loss of one machine}
#   tests: design
#   reads: [instances]
#   remediation:
#     terraform: "set `worker_count = 2` or more on `azurerm_service_plan`"
#   aliases:
#     checkov: [CKV_AZURE_212]
#   since: "0.1.0"
package gapcheck.cluster.runs_more_than_one_instance

subjects contains cluster.id if {
	some cluster in input.cluster
	is_number(cluster.instances)
}

deny contains {"subject": cluster.id, "path": ["instances"], "message": message} if {
	some cluster in input.cluster
	cluster.instances < 2
	message := sprintf("%s runs a single instance", [cluster.name])
}
