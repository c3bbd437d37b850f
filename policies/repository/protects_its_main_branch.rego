# METADATA
# title: The main branch is protected
# description: Without protection anyone who can push can change the main line past every other control.
# custom:
#   id: repository-protects-its-main-branch
#   severity: high
#   criteria:
#     - {id: CC8.1, aspect: protected-branches, strength: primary, because: changes reach the main line by the defined path only}
#     - {id: CC6.3, aspect: duty-separation, strength: supporting, because: no one can approve a change alone by pushing it}
#   tests: design
#   reads: [main_branch_protected]
#   remediation:
#     repository: "keep the protection in .github/settings.yml, or export it: `gh api repos/OWNER/REPO/rules/branches/main > .github/rulesets/main.json`"
#     terraform: "add a `github_branch_protection` or `github_repository_ruleset` for the repository"
#   aliases:
#     checkov: [CKV2_GIT_1]
#     prowler: [repository_default_branch_protection_enabled]
#   since: "0.1.0"
package gapcheck.repository.protects_its_main_branch

# Where no file speaks of protection it may all the same be set on the platform: then there is nothing to judge.
subjects contains repository.id if {
	some repository in input.repository
	is_boolean(repository.main_branch_protected)
}

deny contains {"subject": repository.id, "path": ["main_branch_protected"], "message": message} if {
	some repository in input.repository
	repository.main_branch_protected == false
	message := sprintf("%s does not show that its main branch is protected", [repository.name])
}
