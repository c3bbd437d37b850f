# METADATA
# title: Every pipeline has an owner who looks at changes to it
# description: Who changes a pipeline decides what runs with its secrets and what reaches production.
# custom:
#   id: repository-names-owners-for-pipelines
#   severity: medium
#   criteria:
#     - {id: CC8.1, aspect: review, strength: supporting, because: a change of the pipeline is looked at by those who answer for it}
#   tests: design
#   reads: [code_owners]
#   remediation:
#     repository: "give the folder of the pipelines an owner in CODEOWNERS: `/.github/workflows/ @organization/platform`"
#   since: "0.1.0"
package gapcheck.repository.names_owners_for_pipelines

# A repository without the file fails another policy.
subjects contains repository.id if {
	some repository in input.repository
	repository.code_owners
}

deny contains {"subject": repository.id, "path": path, "message": message} if {
	some repository in input.repository
	some index, unowned in repository.code_owners.unowned_pipelines
	path := ["code_owners", "unowned_pipelines", sprintf("%d", [index])]
	message := sprintf("%s names no owner for %s", [repository.code_owners.path, unowned])
}
