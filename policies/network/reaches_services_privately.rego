# METADATA
# title: Subnets reach the services of the provider without the internet
# description: Machines without a public address then need no way out to the internet for storage and other services.
# custom:
#   id: network-reaches-services-privately
#   severity: low
#   criteria:
#     - {id: CC6.6, aspect: network-isolation, strength: supporting, because: traffic to services stays inside of the boundary}
#     - {id: CC6.7, aspect: egress, strength: supporting, because: no way out is opened for services of the provider}
#   tests: design
#   reads: [private_service_access]
#   remediation:
#     terraform: "set `private_ip_google_access = true` on `google_compute_subnetwork`"
#   aliases:
#     checkov: [CKV_GCP_74]
#     trivy: [AVD-GCP-0075, GCP-0075]
#     kics: [ee7b93c1-b3f8-4a3b-9588-146d481814f5]
#   since: "0.1.0"
package gapcheck.network.reaches_services_privately

subjects contains network.id if {
	some network in input.network
	is_boolean(network.private_service_access)
}

deny contains {"subject": network.id, "path": ["private_service_access"], "message": message} if {
	some network in input.network
	network.private_service_access == false
	message := sprintf("%s reaches services of the provider over the internet", [network.name])
}
