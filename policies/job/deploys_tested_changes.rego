# METADATA
# title: Jobs that deploy wait for tests
# description: "A deployment that starts beside its tests, or without any, can put an untested change in place."
# custom:
#   id: job-deploys-tested-changes
#   severity: high
#   criteria:
#     - {id: CC8.1, aspect: testing, strength: supporting, because: a change is tested before it is put in place}
#     - {id: CC8.1, aspect: deployment, strength: supporting, because: untested changes cannot reach production}
#   tests: design
#   reads: [runs, runs_before]
#   remediation:
#     azure-pipelines: "put the deployment in a later stage than the tests, or name their job in `dependsOn:`"
#     bitbucket: "put the step that tests before the one that deploys, in the same pipeline"
#     circleci: "name the jobs that test in `requires:` of the job that deploys"
#     github-actions: "run the tests in the same workflow and name their job in `needs:`"
#     gitlab-ci: "put the deployment in a later stage than the tests, or name their job in `needs:`"
#   since: "0.1.0"
package gapcheck.job.deploys_tested_changes

subjects contains job.id if {
	some job in input.job
	job.runs.deploy
}

deny contains {"subject": job.id, "path": ["runs_before", "tests"], "message": message} if {
	some job in input.job
	job.runs.deploy
	not job.runs_before.tests
	message := sprintf("%s deploys without waiting for tests", [job.name])
}
