# METADATA
# title: Control planes are private or open to named networks only
# description: Whoever reaches the control plane is one stolen credential away from every workload.
# custom:
#   id: cluster-limits-control-plane-access
#   severity: high
#   criteria:
#     - {id: CC6.6, aspect: entry-points, strength: primary, because: the control plane is an entry point at the boundary}
#     - {id: CC6.1, aspect: access-settings, strength: supporting, because: it limits from where access can be tried}
#   tests: design
#   reads: [public_endpoint, endpoint_cidrs]
#   remediation:
#     cloudformation: "set `EndpointPublicAccess: false` in `ResourcesVpcConfig`, or name your networks in `PublicAccessCidrs`"
#     terraform: "AWS: set `endpoint_public_access = false` or name your networks in `public_access_cidrs`; Azure: `private_cluster_enabled` or `authorized_ip_ranges`; Google: `enable_private_endpoint` or `master_authorized_networks_config`"
#   aliases:
#     checkov: [CKV_AWS_38, CKV_AZURE_6, CKV_GCP_18, CKV_GCP_20]
#     trivy: [AVD-AWS-0040, AVD-AWS-0041, AWS-0040, AWS-0041, AVD-AZU-0041, AZU-0041, AVD-GCP-0053, AVD-GCP-0061,
#       GCP-0053, GCP-0061]
#     tfsec: [aws-eks-no-public-cluster-access, aws-eks-no-public-cluster-access-to-cidr,
#       azure-container-limit-authorized-ips, google-gke-no-public-control-plane, google-gke-enable-master-networks]
#     kics: [61cf9883-1752-4768-b18c-0d57f2737709]
#     prowler: [eks_cluster_not_publicly_accessible, aks_clusters_public_access_disabled]
#   since: "0.1.0"
package gapcheck.cluster.limits_control_plane_access

# How the providers write every address there is.
_anywhere := {"0.0.0.0/0", "::/0"}

subjects contains cluster.id if {
	some cluster in input.cluster
	is_boolean(cluster.public_endpoint)
}

deny contains {"subject": cluster.id, "path": ["endpoint_cidrs", sprintf("%d", [index])], "message": message} if {
	some cluster in input.cluster
	cluster.public_endpoint == true
	some index, range in cluster.endpoint_cidrs
	range in _anywhere
	message := sprintf("the control plane of %s is open to the internet", [cluster.name])
}
