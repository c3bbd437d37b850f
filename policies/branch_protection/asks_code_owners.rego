# METADATA
# title: A protected branch asks for an approval of a code owner
# description: The one who answers for a part approves changes to it.
# custom:
#   id: branch-protection-asks-code-owners
#   severity: medium
#   criteria:
#     - {id: CC8.1, aspect: review, strength: supporting, because: the responsible owner approves}
#     - {id: CC6.3, aspect: duty-separation, strength: supporting, because: approval lies with those it was given to}
#   tests: design
#   reads: [requires_code_owner_review, long_lived]
#   remediation:
#     repository: "set `require_code_owner_reviews: true` (rulesets: `require_code_owner_review`)"
#     terraform: "set `require_code_owner_reviews = true` (GitLab: `code_owner_approval_required`)"
#   aliases:
#     checkov: [CKV_GITHUB_13]
#     prowler: [repository_default_branch_requires_codeowners_review]
#   since: "0.1.0"
package gapcheck.branch_protection.asks_code_owners

subjects contains branch_protection.id if {
	some branch_protection in input.branch_protection
	_is_asked(branch_protection)
}

deny contains {"subject": branch_protection.id, "path": ["requires_code_owner_review"], "message": message} if {
	some branch_protection in input.branch_protection
	_is_asked(branch_protection)
	branch_protection.requires_code_owner_review == false
	message := sprintf("the protection of %s lets changes in without an owner's approval", [branch_protection.name])
}

# A platform that has no such setting is not asked for it, and a branch to work on needs no protection.
_is_asked(branch_protection) if {
	is_boolean(branch_protection.requires_code_owner_review)
	not branch_protection.long_lived == false
}
