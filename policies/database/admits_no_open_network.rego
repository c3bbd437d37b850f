# METADATA
# title: Databases admit no network that holds every address
# description: A list of admitted networks that holds them all keeps nobody out.
# custom:
#   id: database-admits-no-open-network
#   severity: critical
#   criteria:
#     - {id: CC6.6, aspect: network-isolation, strength: primary, because: records are reached from known networks only}
#     - {id: CC6.1, aspect: segmentation, strength: supporting, because: stores of data are kept apart from the public network}
#   tests: design
#   reads: [public, open_networks]
#   remediation:
#     terraform: "take `0.0.0.0/0` out of `authorized_networks` (Google), and let firewall rules begin and end at addresses of your own (Azure)"
#   aliases:
#     checkov: [CKV_GCP_11, CKV_AZURE_11, CKV2_AZURE_26]
#     trivy: [AVD-GCP-0017, GCP-0017]
#     kics: [b187edca-b81e-4fdc-aff4-aab57db45edb, 25c0ea09-f1c5-4380-b055-3b83863f2bb8]
#     prowler: [cloudsql_instance_public_access]
#   since: "0.1.0"
package gapcheck.database.admits_no_open_network

subjects contains database.id if {
	some database in input.database
	is_boolean(database.public)
}

subjects contains database.id if {
	some database in input.database
	is_array(database.open_networks)
}

deny contains {"subject": database.id, "path": ["open_networks", sprintf("%d", [index])], "message": message} if {
	some database in input.database
	some index, range in database.open_networks
	range in {"0.0.0.0/0", "::/0"}
	message := sprintf("%s admits clients from every address", [database.name])
}
