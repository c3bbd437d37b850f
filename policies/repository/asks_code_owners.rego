# METADATA
# title: The main branch asks for an approval of a code owner
# description: The one who answers for a part approves changes to it.
# custom:
#   id: repository-asks-code-owners
#   severity: medium
#   criteria:
#     - {id: CC8.1, aspect: review, strength: supporting, because: the responsible owner approves}
#     - {id: CC6.3, aspect: duty-separation, strength: supporting, because: approval lies with those it was given to}
#   tests: design
#   reads: [branch_protection]
#   remediation:
#     repository: "set `require_code_owner_reviews: true`"
#   aliases:
#     checkov: [CKV_GITHUB_13]
#     prowler: [repository_default_branch_requires_codeowners_review]
#   since: "0.1.0"
package gapcheck.repository.asks_code_owners

subjects contains repository.id if {
	some repository in input.repository
	count(repository.branch_protection) > 0
}

deny contains {"subject": repository.id, "path": ["branch_protection", "0", "requires_code_owner_review"], "message": message} if {
	some repository in input.repository
	count(repository.branch_protection) > 0
	not _asks_owners(repository)
	message := sprintf("%s lets changes into its main branch without an owner's approval", [repository.name])
}

# Rules add up, so one that asks for it is enough.
_asks_owners(repository) if {
	some rule in repository.branch_protection
	rule.requires_code_owner_review == true
}
