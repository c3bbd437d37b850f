# METADATA
# title: Repositories keep programs in machine form out of the tree
# description: "Nobody can review what a program in machine form does, nor build it again from what stands beside it."
# related_resources:
#   - https://github.com/ossf/scorecard/blob/main/docs/checks.md#binary-artifacts
# custom:
#   id: repository-keeps-programs-out-of-git
#   severity: medium
#   criteria:
#     - {id: CC6.8, aspect: integrity, strength: supporting, because: what runs is built from source that somebody reviewed}
#     - {id: CC8.1, aspect: baseline, strength: supporting, because: a change to a program in machine form cannot be seen}
#   tests: design
#   reads: [committed_programs]
#   remediation:
#     repository: "remove the file, and fetch it by version and digest from a registry or build it in the pipeline"
#   aliases:
#     scorecard: [Binary-Artifacts]
#   since: "0.1.0"
package gapcheck.repository.keeps_programs_out_of_git

subjects contains repository.id if {
	some repository in input.repository
	repository.committed_programs
}

deny contains {"subject": repository.id, "path": ["committed_programs", sprintf("%d", [index])], "message": message} if {
	some repository in input.repository
	some index, path in repository.committed_programs
	message := sprintf("%s keeps %s, whose source cannot be reviewed", [repository.name, path])
}
