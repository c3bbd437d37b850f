# METADATA
# title: Control planes of clusters have no public address
# description: A weakness of the control plane is then no way in from the internet.
# custom:
#   id: cluster-keeps-control-plane-inside
#   severity: low
#   criteria:
#     - {id: CC6.6, aspect: network-isolation, strength: supporting, because: the control plane stands behind the boundary}
#   tests: design
#   reads: [public_endpoint]
#   remediation:
#     cloudformation: "set `EndpointPublicAccess: false` and `EndpointPrivateAccess: true`"
#     terraform: "AWS: set `endpoint_public_access = false`; Azure: `private_cluster_enabled = true`; Google: `enable_private_endpoint = true` in `private_cluster_config`"
#   aliases:
#     checkov: [CKV_AWS_39, CKV_AZURE_115]
#     trivy: [AVD-AZU-0065, AZU-0065]
#     kics: [42f4b905-3736-4213-bfe9-c0660518cda8, 599318f2-6653-4569-9e21-041d06c63a89]
#   since: "0.1.0"
package gapcheck.cluster.keeps_control_plane_inside

subjects contains cluster.id if {
	some cluster in input.cluster
	is_boolean(cluster.public_endpoint)
}

deny contains {"subject": cluster.id, "path": ["public_endpoint"], "message": message} if {
	some cluster in input.cluster
	cluster.public_endpoint == true
	message := sprintf("the control plane of %s has a public address", [cluster.name])
}
