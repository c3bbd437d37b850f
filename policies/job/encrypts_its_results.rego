# METADATA
# title: Build projects encrypt what they leave behind
# description: "Programs and their sources lie in a bucket that others may read as well."
# custom:
#   id: job-encrypts-its-results
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: encryption, strength: supporting, because: what a build leaves behind is stored like all else}
#     - {id: C1.1, aspect: protection, strength: supporting, because: sources and programs are protected at rest}
#   tests: design
#   reads: [results_encrypted]
#   remediation:
#     cloudformation: "leave `EncryptionDisabled` out of `Artifacts` and `SecondaryArtifacts`"
#     terraform: "leave `encryption_disabled` out of `artifacts` and `secondary_artifacts`"
#   aliases:
#     checkov: [CKV_AWS_78]
#   since: "0.1.0"
package gapcheck.job.encrypts_its_results

subjects contains job.id if {
	some job in input.job
	is_boolean(job.results_encrypted)
}

deny contains {"subject": job.id, "path": ["results_encrypted"], "message": message} if {
	some job in input.job
	job.results_encrypted == false
	message := sprintf("%s leaves its results unencrypted", [job.name])
}
