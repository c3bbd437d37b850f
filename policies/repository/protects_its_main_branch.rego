# METADATA
# title: "The main branch is protected, by a file that shows it"
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
#     repository: "keep the protection in .github/settings.yml, or export the ruleset to .github/rulesets"
#   aliases:
#     checkov: [CKV2_GIT_1]
#     prowler: [repository_default_branch_protection_enabled]
#   since: "0.1.0"
package gapcheck.repository.protects_its_main_branch

subjects contains repository.id if some repository in input.repository

deny contains {"subject": repository.id, "path": ["main_branch_protected"], "message": message} if {
	some repository in input.repository
	not repository.main_branch_protected
	message := sprintf("%s does not show that its main branch is protected", [repository.name])
}
