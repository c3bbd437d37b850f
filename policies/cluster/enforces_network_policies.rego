# METADATA
# title: Clusters enforce network policies
# description: "Without enforcement every pod may talk to every other, whatever the policies say."
# custom:
#   id: cluster-enforces-network-policies
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: segmentation, strength: primary, because: workloads must be kept apart inside the cluster}
#     - {id: CC6.6, aspect: network-isolation, strength: supporting, because: it is the filter behind the outer boundary}
#   tests: design
#   reads: [network_policy]
#   remediation:
#     terraform: "Azure: set `network_policy` in `network_profile`; Google: add `network_policy { enabled = true }` or `datapath_provider = \"ADVANCED_DATAPATH\"`"
#   aliases:
#     checkov: [CKV_AZURE_7, CKV_GCP_12]
#     trivy: [AVD-AZU-0043, AZU-0043, AVD-GCP-0056, GCP-0056]
#     tfsec: [azure-container-configured-network-policy, google-gke-enable-network-policy]
#     kics: [f5342045-b935-402d-adf1-8dbbd09c0eef, 11e7550e-c4b6-472e-adff-c698f157cdd7]
#     prowler: [aks_network_policy_enabled]
#   since: "0.1.0"
package gapcheck.cluster.enforces_network_policies

subjects contains cluster.id if {
	some cluster in input.cluster
	is_boolean(cluster.network_policy)
}

deny contains {"subject": cluster.id, "path": ["network_policy"], "message": message} if {
	some cluster in input.cluster
	cluster.network_policy == false
	message := sprintf("%s does not enforce network policies", [cluster.name])
}
