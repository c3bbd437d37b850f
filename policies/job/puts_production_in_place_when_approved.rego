# METADATA
# title: Production is put in place only after somebody approves it
# description: "Without a person between a merge and production, one stolen account or one mistake is in production at once."
# custom:
#   id: job-puts-production-in-place-when-approved
#   severity: high
#   criteria:
#     - {id: CC8.1, aspect: deployment, strength: primary, because: putting a change in production is approved}
#     - {id: CC6.3, aspect: duty-separation, strength: supporting, because: someone other than the author can be asked}
#   tests: design
#   reads: [approved_by_hand, production]
#   remediation:
#     azure-pipelines: "give the environment an approval check, or put a ManualValidation task before it"
#     bitbucket: "set `trigger: manual` on the step, and keep deployments to the environment to administrators"
#     circleci: "put a job with `type: approval` before it, and keep its context to a group of people"
#     gitlab-ci: "set `when: manual` on the job, and allow only named people to deploy to the protected environment"
#   since: "0.1.0"
package gapcheck.job.puts_production_in_place_when_approved

subjects contains job.id if {
	some job in input.job
	job.production == true
}

deny contains {"subject": job.id, "path": ["approved_by_hand"], "message": message} if {
	some job in input.job
	job.production == true
	not job.approved_by_hand == true
	message := sprintf("%s goes to production without anybody's approval", [job.name])
}
