# METADATA
# title: Trust in a whole account asks for an external id or a second factor
# description: "A role that a whole account may take is open to whoever in it may take roles, and to those who talk it into doing so for them."
# custom:
#   id: grant-asks-other-accounts-for-proof
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: supporting, because: who comes from another account shows more than where they come from}
#     - {id: CC6.3, aspect: roles, strength: supporting, because: a role is taken by those it was made for}
#   tests: design
#   reads: [form, effect, principals, principal_types, conditions]
#   remediation:
#     cloudformation: "name roles or users in `Principal`, or add a `Condition` with `sts:ExternalId` or `aws:MultiFactorAuthPresent`"
#     terraform: "name roles or users in `Principal`, or add a `Condition` with `sts:ExternalId` or `aws:MultiFactorAuthPresent`"
#   aliases:
#     checkov: [CKV_AWS_61]
#     kics: [09c35abf-5852-4622-ac7a-b987b331232e, 85138beb-ce7c-4ca3-a09f-e8fbcc57ddd7]
#   since: "0.1.0"
package gapcheck.grant.asks_other_accounts_for_proof

subjects contains grant.id if {
	some grant in input.grant
	_trusts(grant)
}

deny contains {"subject": grant.id, "path": ["principals", sprintf("%d", [index])], "message": message} if {
	some grant in input.grant
	_trusts(grant)
	some kind in grant.principal_types
	kind in {"aws", "*"}
	some index, principal in grant.principals
	_is_account(principal)
	not _conditional(grant)
	message := sprintf("everybody in the account %s may take the role %s", [principal, grant.name])
}

_is_account(principal) if regex.match(`^[0-9]{12}$`, principal)

_is_account(principal) if regex.match(`^arn:[a-z-]+:iam::[0-9]{12}:root$`, principal)

_trusts(grant) if {
	grant.form == "trust"
	grant.effect == "allow"
}

_conditional(grant) if count(grant.conditions) > 0
