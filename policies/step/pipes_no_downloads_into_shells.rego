# METADATA
# title: Pipelines do not pipe downloads into a shell
# description: "Whoever holds the address runs what they like with the rights of the pipeline, and what ran is gone afterwards."
# custom:
#   id: step-pipes-no-downloads-into-shells
#   severity: medium
#   criteria:
#     - {id: CC6.8, aspect: trusted-sources, strength: primary, because: software must be checked before it runs}
#     - {id: CC8.1, aspect: baseline, strength: supporting, because: what ran can no longer be seen}
#   tests: design
#   reads: [downloads_run]
#   remediation:
#     azure-pipelines: "download the script at a fixed version, check its checksum, then run it; or use an installer task"
#     bitbucket: "download the script at a fixed version, check its checksum, then run it; or use an image that holds the tool"
#     circleci: "download the script at a fixed version, check its checksum, then run it; or use an image that holds the tool"
#     github-actions: "download the script at a fixed version, check its checksum, then run it; or use a package or a pinned action"
#     gitlab-ci: "download the script at a fixed version, check its checksum, then run it; or use an image that holds the tool"
#   since: "0.1.0"
package gapcheck.step.pipes_no_downloads_into_shells

subjects contains step.id if {
	some step in input.step
	step.downloads_run
}

deny contains {"subject": step.id, "path": ["downloads_run", sprintf("%d", [index])], "message": message} if {
	some step in input.step
	some index, download in step.downloads_run
	message := sprintf("%s runs a download as it comes: %s", [step.name, download])
}
