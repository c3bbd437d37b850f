# METADATA
# title: Protection of the main branch binds administrators too
# description: A control that the most powerful accounts may pass by protects against nobody with their credentials.
# custom:
#   id: repository-binds-administrators
#   severity: medium
#   criteria:
#     - {id: CC8.1, aspect: protected-branches, strength: supporting, because: no one can pass by the control alone}
#     - {id: CC6.3, aspect: duty-separation, strength: supporting, because: power over the settings gives no power over the code}
#   tests: design
#   reads: [branch_protection]
#   remediation:
#     repository: "set `enforce_admins: true`, or empty the ruleset's list of those who may bypass it"
#   aliases:
#     checkov: [CKV_GITHUB_10]
#     prowler: [repository_default_branch_protection_applies_to_admins]
#   since: "0.1.0"
package gapcheck.repository.binds_administrators

subjects contains repository.id if {
	some repository in input.repository
	count(repository.branch_protection) > 0
}

deny contains {"subject": repository.id, "path": ["branch_protection", "0", "applies_to_administrators"], "message": message} if {
	some repository in input.repository
	count(repository.branch_protection) > 0
	not _binds_all(repository)
	message := sprintf("%s lets administrators or others pass its protection by", [repository.name])
}

# Rules add up, so one that asks for it is enough.
_binds_all(repository) if {
	some rule in repository.branch_protection
	rule.applies_to_administrators == true
}
