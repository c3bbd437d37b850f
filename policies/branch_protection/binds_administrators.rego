# METADATA
# title: Branch protection binds administrators too
# description: A control that the most powerful accounts may pass by protects against nobody with their credentials.
# custom:
#   id: branch-protection-binds-administrators
#   severity: medium
#   criteria:
#     - {id: CC8.1, aspect: protected-branches, strength: supporting, because: no one can pass by the control alone}
#     - {id: CC6.3, aspect: duty-separation, strength: supporting, because: power over the settings gives no power over the code}
#   tests: design
#   reads: [applies_to_administrators, long_lived]
#   remediation:
#     repository: "set `enforce_admins: true`, or empty the ruleset's list of those who may bypass it"
#     terraform: "set `enforce_admins = true`, or leave out `bypass_actors`"
#   aliases:
#     checkov: [CKV_GITHUB_10]
#     prowler: [repository_default_branch_protection_applies_to_admins]
#   since: "0.1.0"
package gapcheck.branch_protection.binds_administrators

subjects contains branch_protection.id if {
	some branch_protection in input.branch_protection
	_is_asked(branch_protection)
}

deny contains {"subject": branch_protection.id, "path": ["applies_to_administrators"], "message": message} if {
	some branch_protection in input.branch_protection
	_is_asked(branch_protection)
	branch_protection.applies_to_administrators == false
	message := sprintf("the protection of %s lets administrators or others pass its protection by", [branch_protection.name])
}

# A platform that has no such setting is not asked for it, and a branch to work on needs no protection.
_is_asked(branch_protection) if {
	is_boolean(branch_protection.applies_to_administrators)
	not branch_protection.long_lived == false
}
