# METADATA
# title: Sign-in to clusters follows the directory and roles
# description: Accounts that live only in the cluster outlast the people they were made for.
# custom:
#   id: cluster-ties-sign-in-to-the-directory
#   severity: high
#   criteria:
#     - {id: CC6.3, aspect: roles, strength: primary, because: rights in the cluster follow from roles of the directory}
#     - {id: CC6.2, aspect: identity-provider, strength: supporting, because: leavers lose the cluster with their account}
#   tests: design
#   reads: [rbac, directory_sign_in, local_accounts, legacy_authorization, client_certificate]
#   remediation:
#     terraform: "Azure: add `azure_active_directory_role_based_access_control` and set `local_account_disabled = true`; Google: leave `enable_legacy_abac` and client certificates off"
#   aliases:
#     checkov: [CKV_AZURE_5, CKV_AZURE_141, CKV_GCP_7, CKV_GCP_13]
#     trivy: [AVD-AZU-0042, AZU-0042]
#     tfsec: [azure-container-use-rbac-permissions]
#     kics: [86f92117-eed8-4614-9c6c-b26da20ff37f,
#       5baa92d2-d8ee-4c75-88a4-52d9d8bb8067]
#     prowler: [aks_cluster_rbac_enabled, aks_cluster_local_accounts_disabled]
#   since: "0.1.0"
package gapcheck.cluster.ties_sign_in_to_the_directory

# What must hold, and what is said where it does not.
_wanted := {
	"rbac": {"value": true, "fault": "has no role-based access control"},
	"directory_sign_in": {"value": true, "fault": "does not sign people in through the directory"},
	"local_accounts": {"value": false, "fault": "has accounts outside the directory"},
	"legacy_authorization": {"value": false, "fault": "uses the old attribute-based authorization"},
	"client_certificate": {"value": false, "fault": "issues a client certificate for sign-in"},
}

subjects contains cluster.id if {
	some cluster in input.cluster
	some fact, _ in _wanted
	is_boolean(cluster[fact])
}

deny contains {"subject": cluster.id, "path": [fact], "message": message} if {
	some cluster in input.cluster
	some fact, wanted in _wanted
	is_boolean(cluster[fact])
	cluster[fact] != wanted.value
	message := sprintf("%s %s", [cluster.name, wanted.fault])
}
