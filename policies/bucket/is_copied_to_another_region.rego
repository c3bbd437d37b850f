# METADATA
# title: Storage accounts are copied to another region
# description: What takes a whole region down takes the data in it as well.
# custom:
#   id: bucket-is-copied-to-another-region
#   severity: low
#   criteria:
#     - {id: A1.2, aspect: redundancy, strength: supporting, because: a copy elsewhere survives the loss of a region}
#     - {id: CC9.1, aspect: redundancy, strength: supporting, because: a lasting disruption of a region is survived with it}
#   tests: design
#   reads: [replication]
#   remediation:
#     terraform: "set `account_replication_type = \"GZRS\"` or another geo-redundant type"
#   aliases:
#     checkov: [CKV_AZURE_206]
#     trivy: [AVD-AZU-0058, AZU-0058]
#     prowler: [storage_geo_redundant_enabled]
#   since: "0.1.0"
package gapcheck.bucket.is_copied_to_another_region

subjects contains bucket.id if {
	some bucket in input.bucket
	_in_scope(bucket)
}

deny contains {"subject": bucket.id, "path": ["replication"], "message": message} if {
	some bucket in input.bucket
	_in_scope(bucket)
	bucket.replication == false
	message := sprintf("%s lies in one region only", [bucket.name])
}

# Other providers copy by rules of their own, which say what is worth it.
_in_scope(bucket) if {
	bucket.provider == "azure"
	is_boolean(bucket.replication)
}
