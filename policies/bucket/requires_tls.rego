# METADATA
# title: Buckets refuse plain HTTP
# description: Objects and credentials that travel in the clear can be read and changed on the way.
# custom:
#   id: bucket-requires-tls
#   severity: medium
#   criteria:
#     - {id: CC6.7, aspect: encryption-in-transit, strength: primary, because: objects travel encrypted}
#     - {id: C1.1, aspect: protection, strength: supporting, because: confidential objects are protected on the way}
#   tests: design
#   reads: [tls_required, statements]
#   remediation:
#     cloudformation: "add a statement to the `AWS::S3::BucketPolicy` that denies `s3:*` to `*` where `aws:SecureTransport` is `false`"
#     terraform: "add a statement to `aws_s3_bucket_policy` that denies `s3:*` to `*` where `aws:SecureTransport` is `false`; set `https_traffic_only_enabled = true` on `azurerm_storage_account`"
#   aliases:
#     checkov: [CKV_AWS_379, CKV_AZURE_3]
#     trivy: [AVD-AZU-0008, AZU-0008, AVD-AZU-0059, AZU-0059] # in parts
#     tfsec: [azure-storage-enforce-https]
#     kics: [4bc4dd4c-7d8d-405e-a0fb-57fa4c31b4d9, 12944ec4-1fa0-47be-8b17-42a034f937c2,
#       38c64e76-c71e-4d92-a337-60174d1de1c9]
#     prowler: [s3_bucket_secure_transport_policy, storage_secure_transfer_required_is_enabled]
#     powerpipe: [s3_bucket_enforces_ssl]
#   since: "0.1.0"
package gapcheck.bucket.requires_tls

subjects contains bucket.id if {
	some bucket in input.bucket
	bucket.provider in {"aws", "azure"}
}

deny contains {"subject": bucket.id, "path": ["statements"], "message": message} if {
	some bucket in input.bucket
	bucket.provider == "aws"
	not _refuses_plain(bucket)
	message := sprintf("%s accepts requests without TLS", [bucket.name])
}

deny contains {"subject": bucket.id, "path": ["tls_required"], "message": message} if {
	some bucket in input.bucket
	bucket.provider == "azure"
	not bucket.tls_required
	message := sprintf("%s accepts requests without TLS", [bucket.name])
}

_refuses_plain(bucket) if {
	some statement in bucket.statements
	statement.effect == "deny"
	"*" in statement.principals
	some condition in statement.conditions
	_unmet_without_tls(condition)
}

_unmet_without_tls(condition) if {
	condition.key == "aws:securetransport"
	startswith(condition.operator, "Bool")
	"false" in condition.values
}

_unmet_without_tls(condition) if {
	condition.key == "s3:tlsversion"
	startswith(condition.operator, "NumericLessThan")
}
