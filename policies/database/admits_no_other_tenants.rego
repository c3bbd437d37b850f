# METADATA
# title: Databases do not admit everything that runs at the provider
# description: "A rule from 0.0.0.0 to 0.0.0.0 lets in what any customer of the provider runs, not only what is yours."
# custom:
#   id: database-admits-no-other-tenants
#   severity: high
#   criteria:
#     - {id: CC6.6, aspect: firewall-rules, strength: primary, because: databases are reached from known networks only}
#     - {id: CC6.1, aspect: segmentation, strength: supporting, because: stores of data are kept apart from other tenants}
#   tests: design
#   reads: [open_networks]
#   remediation:
#     terraform: "replace the rule from `0.0.0.0` to `0.0.0.0` by a private endpoint or by the addresses that are needed"
#   aliases:
#     checkov: [CKV_AZURE_11, CKV2_AZURE_26, # in parts
#       CKV2_AZURE_34]
#   since: "0.1.0"
package gapcheck.database.admits_no_other_tenants

subjects contains database.id if {
	some database in input.database
	is_array(database.open_networks)
}

deny contains {"subject": database.id, "path": ["open_networks", sprintf("%d", [index])], "message": message} if {
	some database in input.database
	some index, range in database.open_networks
	range == "0.0.0.0-0.0.0.0"
	message := sprintf("%s admits everything that runs at the provider", [database.name])
}
