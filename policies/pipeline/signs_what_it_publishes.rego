# METADATA
# title: "Pipelines that publish sign what they publish, or attest its origin"
# description: Without a signature or attestation nobody can tell what was built and approved from what somebody else put in its place.
# custom:
#   id: pipeline-signs-what-it-publishes
#   severity: medium
#   criteria:
#     - {id: CC6.8, aspect: integrity, strength: supporting, because: whoever installs it can check that it is what was built}
#     - {id: CC8.1, aspect: deployment, strength: supporting, because: what is put in place is what was approved}
#   tests: design
#   reads: [runs]
#   remediation:
#     azure-pipelines: "sign with cosign or notation in the job that publishes"
#     bitbucket: "sign with cosign in the step that publishes"
#     circleci: "sign with cosign and the job's own identity token, or publish with `--provenance`"
#     github-actions: "attest the artifacts with actions/attest-build-provenance, or sign them with cosign or sigstore"
#     gitlab-ci: "sign with cosign and an `id_tokens:` token, or let the runner attest with RUNNER_GENERATE_ARTIFACTS_METADATA"
#   aliases:
#     checkov: [CKV_GHA_5]
#   since: "0.1.0"
package gapcheck.pipeline.signs_what_it_publishes

subjects contains pipeline.id if {
	some pipeline in input.pipeline
	pipeline.runs.publish
}

deny contains {"subject": pipeline.id, "path": ["runs", "signing"], "message": message} if {
	some pipeline in input.pipeline
	pipeline.runs.publish
	not pipeline.runs.signing
	message := sprintf("%s publishes and signs nothing", [pipeline.name])
}
