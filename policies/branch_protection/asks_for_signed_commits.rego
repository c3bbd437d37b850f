# METADATA
# title: A protected branch takes only signed commits
# description: A signature ties a change to the key of a person; a name in a commit is only a text.
# custom:
#   id: branch-protection-asks-for-signed-commits
#   severity: low
#   criteria:
#     - {id: CC8.1, aspect: change-records, strength: supporting, because: the author of a change is authenticated}
#     - {id: CC6.1, aspect: authentication, strength: supporting, because: a key proves who made the change}
#   tests: design
#   reads: [requires_signed_commits, long_lived]
#   remediation:
#     repository: "add the rule `required_signatures` to the ruleset of the branch"
#     terraform: "set `require_signed_commits = true` (rulesets: `required_signatures`, GitLab: `reject_unsigned_commits`)"
#   aliases:
#     checkov: [CKV_GIT_6, CKV_GITHUB_4]
#     trivy: [GIT-0004, AVD-GIT-0004]
#     tfsec: [github-branch_protections-require_signed_commits]
#     prowler: [repository_default_branch_requires_signed_commits]
#   since: "0.1.0"
package gapcheck.branch_protection.asks_for_signed_commits

subjects contains branch_protection.id if {
	some branch_protection in input.branch_protection
	_is_asked(branch_protection)
}

deny contains {"subject": branch_protection.id, "path": ["requires_signed_commits"], "message": message} if {
	some branch_protection in input.branch_protection
	_is_asked(branch_protection)
	branch_protection.requires_signed_commits == false
	message := sprintf("the protection of %s takes commits without a signature", [branch_protection.name])
}

# A platform that has no such setting is not asked for it, and a branch to work on needs no protection.
_is_asked(branch_protection) if {
	is_boolean(branch_protection.requires_signed_commits)
	not branch_protection.long_lived == false
}
