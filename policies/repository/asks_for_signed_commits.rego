# METADATA
# title: The main branch takes only signed commits
# description: A signature ties a change to the key of a person; a name in a commit is only a text.
# custom:
#   id: repository-asks-for-signed-commits
#   severity: low
#   criteria:
#     - {id: CC8.1, aspect: change-records, strength: supporting, because: the author of a change is authenticated}
#     - {id: CC6.1, aspect: authentication, strength: supporting, because: a key proves who made the change}
#   tests: design
#   reads: [branch_protection]
#   remediation:
#     repository: "add the rule `required_signatures` to the ruleset of the main branch"
#   aliases:
#     checkov: [CKV_GITHUB_4]
#     prowler: [repository_default_branch_requires_signed_commits]
#   since: "0.1.0"
package gapcheck.repository.asks_for_signed_commits

subjects contains repository.id if {
	some repository in input.repository
	count(repository.branch_protection) > 0
}

deny contains {"subject": repository.id, "path": ["branch_protection", "0", "requires_signed_commits"], "message": message} if {
	some repository in input.repository
	count(repository.branch_protection) > 0
	not _asks_for_signatures(repository)
	message := sprintf("%s takes commits without a signature", [repository.name])
}

# Rules add up, so one that asks for it is enough.
_asks_for_signatures(repository) if {
	some rule in repository.branch_protection
	rule.requires_signed_commits == true
}
