# METADATA
# title: Bucket policies do not let everybody in
# description: "A policy that names `*` as principal without a condition opens the bucket to every account and to anonymous callers."
# custom:
#   id: bucket-policy-names-principals
#   severity: critical
#   criteria:
#     - {id: CC6.1, aspect: access-settings, strength: primary, because: only named identities may act on the bucket}
#     - {id: CC6.3, aspect: least-privilege, strength: supporting, because: rights go to who needs them}
#     - {id: C1.1, aspect: protection, strength: supporting, because: confidential objects are not given to everybody}
#   tests: design
#   reads: [statements]
#   remediation:
#     cloudformation: "name the accounts, roles or services in `Principal`, or add a condition such as `aws:PrincipalOrgID`"
#     terraform: "name the accounts, roles or services in `Principal`, or add a condition such as `aws:PrincipalOrgID`"
#   aliases:
#     checkov: [CKV_AWS_70]
#     kics: [7af43613-6bb9-4a0e-8c4d-1314b799425e, 1df37f4b-7197-45ce-83f8-9994d2fcf885,
#       d24c0755-c028-44b1-b503-8e719c898832, ffdf4b37-7703-4dfe-a682-9d2e99bc6c09,
#       7772bb8c-c0f3-42d4-8e4e-f1b8939ad085]
#     prowler: [s3_bucket_policy_public_write_access, s3_bucket_public_access]
#     powerpipe: [s3_bucket_policy_restrict_public_access]
#   since: "0.1.0"
package gapcheck.bucket.policy_names_principals

import data.gapcheck.lib.statements

subjects contains bucket.id if {
	some bucket in input.bucket
	bucket.provider == "aws"
}

deny contains {"subject": bucket.id, "path": path, "message": message} if {
	some bucket in input.bucket
	some number, statement in bucket.statements
	some index in statements.open_principals(statement)
	path := ["statements", sprintf("%d", [number]), "principals", sprintf("%d", [index])]
	message := sprintf("%s has a policy that lets everybody in", [bucket.name])
}
