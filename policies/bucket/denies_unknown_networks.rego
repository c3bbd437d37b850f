# METADATA
# title: Storage accounts deny networks that they do not list
# description: Keys and tokens leak; a firewall that admits known networks only makes a leaked one useless outside.
# custom:
#   id: bucket-denies-unknown-networks
#   severity: high
#   criteria:
#     - {id: CC6.6, aspect: firewall-rules, strength: primary, because: storage answers known networks only}
#   tests: design
#   reads: [network_default, public_network_access]
#   remediation:
#     terraform: "set `network_rules { default_action = \"Deny\" }`, or `public_network_access_enabled = false`"
#   aliases:
#     checkov: [CKV_AZURE_35]
#     trivy: [AVD-AZU-0012, AZU-0012]
#     tfsec: [azure-storage-default-action-deny]
#     kics: [a5613650-32ec-4975-a305-31af783153ea]
#     prowler: [storage_default_network_access_rule_is_denied]
#   since: "0.1.0"
package gapcheck.bucket.denies_unknown_networks

subjects contains bucket.id if {
	some bucket in input.bucket
	bucket.provider == "azure"
}

deny contains {"subject": bucket.id, "path": ["network_default"], "message": message} if {
	some bucket in input.bucket
	bucket.provider == "azure"
	bucket.network_default != "deny"
	not _is_private(bucket)
	message := sprintf("%s answers every network", [bucket.name])
}

_is_private(bucket) if bucket.public_network_access == false
