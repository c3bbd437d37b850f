# METADATA
# title: CODEOWNERS names owners for the whole tree
# description: "Where nobody owns a path, nobody in particular must look at a change to it."
# custom:
#   id: repository-names-owners-for-everything
#   severity: medium
#   criteria:
#     - {id: CC8.1, aspect: review, strength: supporting, because: who must look at a change is settled}
#     - {id: CC5.3, aspect: policy-ownership, strength: supporting, because: each part has someone who answers for it}
#   tests: design
#   reads: [code_owners]
#   remediation:
#     repository: "add a CODEOWNERS file whose first line gives `*` an owner"
#   aliases:
#     prowler: [repository_has_codeowners_file]
#   since: "0.1.0"
package gapcheck.repository.names_owners_for_everything

subjects contains repository.id if some repository in input.repository

deny contains {"subject": repository.id, "path": ["code_owners"], "message": message} if {
	some repository in input.repository
	not repository.code_owners
	message := sprintf("%s has no CODEOWNERS file", [repository.name])
}

# One finding for all of them: one line gives them an owner.
deny contains {"subject": repository.id, "path": ["code_owners", "unowned"], "message": message} if {
	some repository in input.repository
	unowned := repository.code_owners.unowned
	count(unowned) > 0
	message := sprintf("%s names no owner for %s", [repository.code_owners.path, concat(", ", unowned)])
}
