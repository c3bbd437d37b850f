# METADATA
# title: Build projects encrypt with a key of one's own
# description: "A key of one's own says who may read what a build leaves behind, and logs its use."
# custom:
#   id: job-keeps-own-key
#   severity: low
#   criteria:
#     - {id: CC6.1, aspect: keys, strength: supporting, because: "the key decides who reads what is built, and its use is logged"}
#   tests: design
#   reads: [kms_key]
#   remediation:
#     cloudformation: "name a key in `EncryptionKey`"
#     terraform: "name a key in `encryption_key`"
#   aliases:
#     checkov: [CKV_AWS_147]
#   since: "0.1.0"
package gapcheck.job.keeps_own_key

subjects contains job.id if {
	some job in input.job
	job.provider == "aws"
}

deny contains {"subject": job.id, "path": ["kms_key"], "message": message} if {
	some job in input.job
	job.provider == "aws"
	_has_no_key(job)
	message := sprintf("%s encrypts with a key of the provider", [job.name])
}

_has_no_key(job) if not job.kms_key

# Keys under these names are those of Amazon.
_has_no_key(job) if contains(job.kms_key, "alias/aws/")
