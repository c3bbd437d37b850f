# METADATA
# title: Bucket access lists and bindings give nothing to everyone
# description: Objects that anyone can list or read are the classic leak.
# custom:
#   id: bucket-grants-nothing-to-everyone
#   severity: critical
#   criteria:
#     - {id: CC6.1, aspect: access-settings, strength: primary, because: only known identities may reach stored objects}
#     - {id: C1.1, aspect: protection, strength: supporting, because: confidential objects are not given to everybody}
#   tests: design
#   reads: [acl, grantees]
#   remediation:
#     cloudformation: "set `AccessControl: Private`, or remove it"
#     terraform: "set the access list to `private` and remove members such as `allUsers`, `allAuthenticatedUsers` and the groups of all users"
#   aliases:
#     checkov: [CKV_AWS_20, CKV_AWS_57, CKV2_AWS_43, CKV_GCP_28, CKV_AZURE_34, CKV_AWS_375]
#     trivy: [AVD-AWS-0092, AWS-0092, AVD-GCP-0001, GCP-0001, AVD-AZU-0007, AZU-0007]
#     tfsec: [aws-s3-no-public-access-with-acl, google-storage-no-public-access, azure-storage-no-public-access]
#     kics: [38c5ee0d-7f22-4260-ab72-5073048df100, 57b9893d-33b1-4419-bcea-a717ea87e139,
#       a6cd52a1-3056-4910-96a5-894de9f3f3b3, c010082c-76e0-4b91-91d9-6e8439e455dd,
#       dd5230f8-a577-4bbb-b7ac-f2c2fe7d5299, 07dda8de-d90d-469e-9b37-1aca53526ced,
#       835d5497-a526-4aea-a23f-98a9afd1635f]
#     prowler: [s3_bucket_public_write_acl, s3_bucket_public_list_acl, cloudstorage_bucket_public_access,
#       storage_blob_public_access_level_is_disabled]
#   since: "0.1.0"
package gapcheck.bucket.grants_nothing_to_everyone

# Canned access lists that let everybody in.
_public_lists := {
	"public-read", "public-read-write", "authenticated-read", "website", "publicRead", "publicReadWrite",
	"authenticatedRead",
}

_everybody := {
	"allUsers", "allAuthenticatedUsers", "http://acs.amazonaws.com/groups/global/AllUsers",
	"http://acs.amazonaws.com/groups/global/AuthenticatedUsers",
}

subjects contains bucket.id if some bucket in input.bucket

deny contains {"subject": bucket.id, "path": ["acl"], "message": message} if {
	some bucket in input.bucket
	bucket.acl in _public_lists
	message := sprintf("%s has the access list %s, which lets everybody in", [bucket.name, bucket.acl])
}

deny contains {"subject": bucket.id, "path": ["grantees", sprintf("%d", [index]), "who"], "message": message} if {
	some bucket in input.bucket
	some index, grantee in bucket.grantees
	grantee.who in _everybody
	message := sprintf("%s gives a right to %s", [bucket.name, grantee.who])
}
