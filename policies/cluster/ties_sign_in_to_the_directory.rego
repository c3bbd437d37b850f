# METADATA
# title: Sign-in to clusters follows the directory
# description: Accounts that live only in the cluster outlast the people they were made for.
# custom:
#   id: cluster-ties-sign-in-to-the-directory
#   severity: high
#   criteria:
#     - {id: CC6.2, aspect: identity-provider, strength: primary, because: leavers lose the cluster with their account}
#     - {id: CC6.3, aspect: roles, strength: supporting, because: rights in the cluster follow from groups of the directory}
#   tests: design
#   reads: [directory_sign_in]
#   remediation:
#     terraform: "add an `azure_active_directory_role_based_access_control` block"
#   since: "0.1.0"
package gapcheck.cluster.ties_sign_in_to_the_directory

subjects contains cluster.id if {
	some cluster in input.cluster
	is_boolean(cluster.directory_sign_in)
}

deny contains {"subject": cluster.id, "path": ["directory_sign_in"], "message": message} if {
	some cluster in input.cluster
	cluster.directory_sign_in == false
	message := sprintf("%s does not sign people in through the directory", [cluster.name])
}
