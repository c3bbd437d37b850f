# METADATA
# title: Reusable workflows of other repositories are pinned to a full commit
# description: "A called workflow runs with the caller's token and secrets, so whoever can move its tag can use them."
# custom:
#   id: job-pins-reusable-workflows
#   severity: high
#   criteria:
#     - {id: CC6.8, aspect: trusted-sources, strength: primary, because: outside code in a pipeline must not change without a reviewed change}
#     - {id: CC8.1, aspect: baseline, strength: supporting, because: what builds the system is fixed and known}
#   tests: design
#   reads: [uses]
#   remediation:
#     github-actions: "write the full commit after `@` and the version in a comment behind it"
#   aliases:
#     zizmor: [unpinned-uses]
#   since: "0.1.0"
package gapcheck.job.pins_reusable_workflows

subjects contains job.id if {
	some job in input.job
	job.uses.place == "repository"
}

# It checks its own tag to attest who built something, and works with no commit.
_bound_to_tags := {"slsa-framework/slsa-github-generator"}

deny contains {"subject": job.id, "path": ["uses", "pinned"], "message": message} if {
	some job in input.job
	job.uses.place == "repository"
	not job.uses.pinned
	repository := concat("/", [job.uses.owner, job.uses.repository])
	not repository in _bound_to_tags
	message := sprintf("%s calls %s, which is not pinned to a commit", [job.name, job.uses.reference])
}
