# METADATA
# title: Infrastructure code has an owner who looks at changes to it
# description: Who changes infrastructure code changes what is reachable and who has which rights.
# custom:
#   id: repository-names-owners-for-infrastructure
#   severity: medium
#   criteria:
#     - {id: CC8.1, aspect: review, strength: supporting, because: a change of infrastructure is looked at by those who answer for it}
#   tests: design
#   reads: [code_owners]
#   remediation:
#     repository: "give the folders of infrastructure code an owner in CODEOWNERS: `/infra/ @organization/platform`"
#   since: "0.1.0"
package gapcheck.repository.names_owners_for_infrastructure

# A repository without the file fails another policy.
subjects contains repository.id if {
	some repository in input.repository
	repository.code_owners
}

deny contains {"subject": repository.id, "path": path, "message": message} if {
	some repository in input.repository
	some index, unowned in repository.code_owners.unowned_infrastructure
	path := ["code_owners", "unowned_infrastructure", sprintf("%d", [index])]
	message := sprintf("%s names no owner for %s", [repository.code_owners.path, unowned])
}
