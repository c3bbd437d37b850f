# METADATA
# title: Storage accounts encrypt what they hold a second time
# description: One broken key or algorithm then opens nothing, since another one stands below it.
# custom:
#   id: bucket-encrypts-twice
#   severity: low
#   criteria:
#     - {id: CC6.1, aspect: encryption, strength: supporting, because: stored objects stay closed where one layer of encryption fails}
#   tests: design
#   reads: [double_encryption]
#   remediation:
#     terraform: "set `infrastructure_encryption_enabled = true` when the `azurerm_storage_account` is made; later it cannot be switched on"
#   aliases:
#     trivy: [AVD-AZU-0061, AZU-0061]
#     prowler: [storage_infrastructure_encryption_is_enabled]
#   since: "0.1.0"
package gapcheck.bucket.encrypts_twice

subjects contains bucket.id if {
	some bucket in input.bucket
	is_boolean(bucket.double_encryption)
}

deny contains {"subject": bucket.id, "path": ["double_encryption"], "message": message} if {
	some bucket in input.bucket
	bucket.double_encryption == false
	message := sprintf("%s encrypts what it holds once", [bucket.name])
}
