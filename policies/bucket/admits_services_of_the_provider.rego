# METADATA
# title: "Closed storage accounts still admit logging, backup and scanning of the provider"
# description: "A firewall that shuts out the services that record, back up and scan leaves the account unwatched."
# custom:
#   id: bucket-admits-services-of-the-provider
#   severity: low
#   criteria:
#     - {id: CC7.2, aspect: log-sources, strength: supporting, because: logs and scanners reach the account}
#     - {id: A1.2, aspect: backup, strength: supporting, because: backups reach the account}
#   tests: design
#   reads: [network_default, network_bypass]
#   remediation:
#     terraform: "add `AzureServices` to `bypass`"
#   aliases:
#     checkov: [CKV_AZURE_36]
#     trivy: [AVD-AZU-0010, AZU-0010]
#     tfsec: [azure-storage-allow-microsoft-service-bypass]
#     prowler: [storage_ensure_azure_services_are_trusted_to_access_is_enabled]
#   since: "0.1.0"
package gapcheck.bucket.admits_services_of_the_provider

subjects contains bucket.id if {
	some bucket in input.bucket
	_in_scope(bucket)
}

deny contains {"subject": bucket.id, "path": ["network_bypass"], "message": message} if {
	some bucket in input.bucket
	_in_scope(bucket)
	not "AzureServices" in bucket.network_bypass
	message := sprintf("%s shuts out services of the provider", [bucket.name])
}

# Where nothing is said, the provider admits them; where everybody is admitted, so are they.
_in_scope(bucket) if {
	bucket.network_default == "deny"
	is_array(bucket.network_bypass)
}
