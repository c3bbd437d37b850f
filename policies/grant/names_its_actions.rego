# METADATA
# title: Grants name the actions that they allow
# description: "Whoever may do everything with a thing may also delete it, open it to others and hide the traces."
# custom:
#   id: grant-names-its-actions
#   severity: medium
#   criteria:
#     - {id: CC6.3, aspect: least-privilege, strength: primary, because: "rights follow from duties, and no duty needs every action"}
#   tests: design
#   reads: [form, effect, actions]
#   remediation:
#     cloudformation: "list the actions that the duty needs in `Action`"
#     terraform: "list the actions that the duty needs in `actions` (`Action` in JSON)"
#   aliases:
#     checkov: [CKV_AWS_49, CKV_AWS_63]
#   since: "0.1.0"
package gapcheck.grant.names_its_actions

subjects contains grant.id if {
	some grant in input.grant
	grant.form == "statement"
}

deny contains {"subject": grant.id, "path": ["actions", sprintf("%d", [index])], "message": message} if {
	some grant in input.grant
	grant.form == "statement"
	grant.effect == "allow"
	some index, action in grant.actions
	action in {"*", "*:*"}
	message := sprintf("%s allows every action", [grant.name])
}
