# METADATA
# title: Jobs do not take the rights of the machine they run on
# description: "A privileged container, or a Docker daemon in one, is root on the runner, and so is every script and dependency of the job."
# custom:
#   id: job-runs-without-host-rights
#   severity: medium
#   criteria:
#     - {id: CC6.8, aspect: least-privilege, strength: primary, because: what a job runs stays in its container}
#     - {id: CC6.1, aspect: access-settings, strength: supporting, because: a job does not reach what other jobs leave on the runner}
#   tests: design
#   reads: [host_rights, images]
#   remediation:
#     cloudformation: "set `PrivilegedMode: false` in `Environment`, and build images with a builder that needs no daemon"
#     github-actions: "take `--privileged` and the socket of the Docker daemon away; build images with a builder that needs no daemon"
#     gitlab-ci: "build images without a daemon: kaniko, buildah or BuildKit without root"
#     terraform: "set `privileged_mode = false` in `environment`, and build images with a builder that needs no daemon"
#   aliases:
#     checkov: [CKV_AWS_316]
#   since: "0.1.0"
package gapcheck.job.runs_without_host_rights

subjects contains job.id if {
	some job in input.job
	job.images
}

subjects contains job.id if {
	some job in input.job
	is_boolean(job.host_rights)
}

deny contains {"subject": job.id, "path": ["host_rights"], "message": message} if {
	some job in input.job
	job.host_rights == true
	message := sprintf("%s takes the rights of the machine it runs on", [job.name])
}
