# METADATA
# title: Build projects encrypt the logs that they keep in buckets
# description: "Logs of builds tell what is built how, and now and then a secret."
# custom:
#   id: job-encrypts-its-logs
#   severity: low
#   criteria:
#     - {id: CC6.1, aspect: encryption, strength: supporting, because: logs of builds are stored like all else}
#   tests: design
#   reads: [logs_encrypted]
#   remediation:
#     cloudformation: "leave `EncryptionDisabled` out of `S3Logs`"
#     terraform: "leave `encryption_disabled` out of `s3_logs`"
#   aliases:
#     checkov: [CKV_AWS_311]
#   since: "0.1.0"
package gapcheck.job.encrypts_its_logs

subjects contains job.id if {
	some job in input.job
	is_boolean(job.logs_encrypted)
}

deny contains {"subject": job.id, "path": ["logs_encrypted"], "message": message} if {
	some job in input.job
	job.logs_encrypted == false
	message := sprintf("%s keeps its logs unencrypted", [job.name])
}
