# METADATA
# title: Buckets that hold audit trails are closed to everybody
# description: Whoever can read or change the trail of what happened can hide in it.
# custom:
#   id: bucket-keeps-trails-to-few
#   severity: high
#   criteria:
#     - {id: CC7.3, aspect: evidence-protection, strength: primary, because: whoever attacks cannot read what is known of the attack}
#     - {id: CC7.2, aspect: log-protection, strength: supporting, because: records are read by few}
#   tests: design
#   reads: [holds_trail, acl, grantees]
#   remediation:
#     cloudformation: "leave `AccessControl` out"
#     terraform: "set the access list to `private`"
#   aliases:
#     trivy: [AVD-AWS-0161, AWS-0161]
#     tfsec: [aws-cloudtrail-no-public-log-access]
#     kics: [bd0088a5-c133-4b20-b129-ec9968b16ef3, c3ce69fd-e3df-49c6-be78-1db3f802261c]
#     prowler: [cloudtrail_logs_s3_bucket_is_not_publicly_accessible]
#   since: "0.1.0"
package gapcheck.bucket.keeps_trails_to_few

# Access lists that let people in whom nobody named.
_open := {"authenticated-read", "public-read", "public-read-write", "website"}

subjects contains bucket.id if {
	some bucket in input.bucket
	bucket.holds_trail
}

deny contains {"subject": bucket.id, "path": ["acl"], "message": message} if {
	some bucket in input.bucket
	bucket.holds_trail
	bucket.acl in _open
	message := sprintf("%s holds an audit trail that everybody can read", [bucket.name])
}

deny contains {"subject": bucket.id, "path": ["grantees", sprintf("%d", [index]), "who"], "message": message} if {
	some bucket in input.bucket
	bucket.holds_trail
	some index, grantee in bucket.grantees
	contains(grantee.who, "/groups/global/")
	message := sprintf("%s holds an audit trail that everybody can read", [bucket.name])
}
