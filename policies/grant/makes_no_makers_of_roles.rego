# METADATA
# title: Custom roles do not let their holders make roles
# description: "Who may write a role gives every right to whom they like, themselves first."
# custom:
#   id: grant-makes-no-makers-of-roles
#   severity: high
#   criteria:
#     - {id: CC6.3, aspect: duty-separation, strength: primary, because: who uses rights does not give them}
#     - {id: CC6.1, aspect: access-settings, strength: supporting, because: rights are given by those who may}
#   tests: design
#   reads: [form, custom, actions, not_actions]
#   remediation:
#     terraform: "remove `Microsoft.Authorization/roleDefinitions/write` from `actions`, or add it to `not_actions` where `*` stands"
#   aliases:
#     kics: [3fa5900f-9aac-4982-96b2-a6143d9c99fb]
#   since: "0.1.0"
package gapcheck.grant.makes_no_makers_of_roles

# Ways to say that roles may be written.
_makers := {
	"*", "microsoft.authorization/*", "microsoft.authorization/*/write",
	"microsoft.authorization/roledefinitions/*", "microsoft.authorization/roledefinitions/write",
}

subjects contains grant.id if {
	some grant in input.grant
	_in_scope(grant)
}

deny contains {"subject": grant.id, "path": ["actions", sprintf("%d", [index])], "message": message} if {
	some grant in input.grant
	_in_scope(grant)
	some index, action in grant.actions
	lower(action) in _makers
	not _takes_back(grant)
	message := sprintf("holders of %s may make roles", [grant.name])
}

_takes_back(grant) if {
	some action in grant.not_actions
	lower(action) in _makers
}

_in_scope(grant) if {
	grant.form == "role"
	grant.custom == true
}
