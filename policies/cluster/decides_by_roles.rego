# METADATA
# title: Clusters decide by roles who may do what
# description: Without roles whoever gets in may do everything.
# custom:
#   id: cluster-decides-by-roles
#   severity: high
#   criteria:
#     - {id: CC6.3, aspect: roles, strength: primary, because: rights in the cluster are given by role}
#   tests: design
#   reads: [rbac, legacy_authorization]
#   remediation:
#     terraform: "leave `role_based_access_control_enabled` on (Azure) and `enable_legacy_abac` off (Google)"
#   aliases:
#     checkov: [CKV_AZURE_5, CKV_GCP_7]
#     trivy: [AVD-AZU-0042, AZU-0042, AVD-GCP-0062, GCP-0062]
#     tfsec: [azure-container-use-rbac-permissions, google-gke-use-rbac-permissions]
#     kics: [86f92117-eed8-4614-9c6c-b26da20ff37f, 5baa92d2-d8ee-4c75-88a4-52d9d8bb8067]
#     prowler: [aks_cluster_rbac_enabled]
#   since: "0.1.0"
package gapcheck.cluster.decides_by_roles

subjects contains cluster.id if {
	some cluster in input.cluster
	some fact in ["rbac", "legacy_authorization"]
	is_boolean(cluster[fact])
}

deny contains {"subject": cluster.id, "path": ["rbac"], "message": message} if {
	some cluster in input.cluster
	cluster.rbac == false
	message := sprintf("%s has no role-based access control", [cluster.name])
}

deny contains {"subject": cluster.id, "path": ["legacy_authorization"], "message": message} if {
	some cluster in input.cluster
	cluster.legacy_authorization == true
	message := sprintf("%s uses the old attribute-based authorization", [cluster.name])
}
