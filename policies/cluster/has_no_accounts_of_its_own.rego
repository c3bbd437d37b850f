# METADATA
# title: Clusters have no accounts of their own
# description: Accounts that live only in the cluster outlast the people they were made for.
# custom:
#   id: cluster-has-no-accounts-of-its-own
#   severity: high
#   criteria:
#     - {id: CC6.2, aspect: identity-provider, strength: primary, because: leavers lose the cluster with their account}
#     - {id: CC6.1, aspect: authentication, strength: supporting, because: whoever signs in is known to the directory}
#   tests: design
#   reads: [local_accounts, client_certificate]
#   remediation:
#     terraform: "set `local_account_disabled = true` (Azure), and leave `client_certificate_config.issue_client_certificate` off (Google)"
#   aliases:
#     checkov: [CKV_AZURE_141, CKV_GCP_13]
#     prowler: [aks_cluster_local_accounts_disabled]
#   since: "0.1.0"
package gapcheck.cluster.has_no_accounts_of_its_own

subjects contains cluster.id if {
	some cluster in input.cluster
	some fact in ["local_accounts", "client_certificate"]
	is_boolean(cluster[fact])
}

deny contains {"subject": cluster.id, "path": ["local_accounts"], "message": message} if {
	some cluster in input.cluster
	cluster.local_accounts == true
	message := sprintf("%s has accounts outside the directory", [cluster.name])
}

deny contains {"subject": cluster.id, "path": ["client_certificate"], "message": message} if {
	some cluster in input.cluster
	cluster.client_certificate == true
	message := sprintf("%s issues a client certificate for sign-in", [cluster.name])
}
