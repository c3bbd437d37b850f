# METADATA
# title: No grant allows all that can be done with identities
# description: "Whoever may do everything with users, roles and policies may give themselves every other right."
# custom:
#   id: grant-withholds-rights-over-identities
#   severity: high
#   criteria:
#     - {id: CC6.3, aspect: least-privilege, strength: primary, because: who gives rights to others is limited to what the duty needs}
#     - {id: CC6.1, aspect: access-settings, strength: supporting, because: rights over identities are rights over everything}
#   tests: design
#   reads: [form, effect, actions]
#   remediation:
#     cloudformation: "list the actions that the duty needs in `Action`, such as `iam:PassRole` on named roles"
#     terraform: "list the actions that the duty needs in `actions` (`Action` in JSON), such as `iam:PassRole` on named roles"
#   aliases:
#     checkov: [CKV2_AWS_40]
#   since: "0.1.0"
package gapcheck.grant.withholds_rights_over_identities

subjects contains grant.id if {
	some grant in input.grant
	grant.form == "statement"
}

deny contains {"subject": grant.id, "path": ["actions", sprintf("%d", [index])], "message": message} if {
	some grant in input.grant
	grant.form == "statement"
	grant.effect == "allow"
	some index, action in grant.actions
	lower(action) in {"iam:*", "*", "*:*"}
	message := sprintf("%s allows everything with identities", [grant.name])
}
