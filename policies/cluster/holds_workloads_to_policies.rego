# METADATA
# title: Clusters hold workloads to policies of the subscription
# description: "A rule that the platform enforces on admission holds for every workload, whoever wrote it."
# custom:
#   id: cluster-holds-workloads-to-policies
#   severity: low
#   criteria:
#     - {id: CC5.2, aspect: admission-rules, strength: supporting, because: rules of the subscription are enforced in the cluster}
#     - {id: CC6.8, aspect: admission, strength: supporting, because: unsafe workloads are refused before they run}
#   tests: design
#   reads: [policy_addon]
#   remediation:
#     terraform: "set `azure_policy_enabled = true`"
#   aliases:
#     checkov: [CKV_AZURE_116]
#     trivy: [AVD-AZU-0066, AZU-0066]
#     kics: [43789711-161b-4708-b5bb-9d1c626f7492]
#     prowler: [aks_clusters_azure_policy_enabled]
#   since: "0.1.0"
package gapcheck.cluster.holds_workloads_to_policies

subjects contains cluster.id if {
	some cluster in input.cluster
	is_boolean(cluster.policy_addon)
}

deny contains {"subject": cluster.id, "path": ["policy_addon"], "message": message} if {
	some cluster in input.cluster
	cluster.policy_addon == false
	message := sprintf("%s does not enforce policies of the subscription", [cluster.name])
}
