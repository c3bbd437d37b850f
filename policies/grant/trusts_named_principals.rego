# METADATA
# title: Roles are trusted to principals that are named
# description: A wildcard in a trust policy admits every account of the provider.
# custom:
#   id: grant-trusts-named-principals
#   severity: critical
#   criteria:
#     - {id: CC6.1, aspect: access-settings, strength: primary, because: the trust policy is the rule that says who may take a role}
#     - {id: CC6.3, aspect: roles, strength: supporting, because: a role that all may take separates no duties}
#   tests: design
#   reads: [form, effect, principals, conditions]
#   remediation:
#     cloudformation: "name the service, account or role in `Principal`, or limit the trust with a `Condition` such as `aws:PrincipalOrgID`"
#     terraform: "name the service, account or role in `Principal`, or limit the trust with a `Condition` such as `aws:PrincipalOrgID`"
#   aliases:
#     checkov: [CKV_AWS_60]
#     kics: [12b7e704-37f0-4d1e-911a-44bf60c48c21,
#       f80e3aa7-7b34-4185-954e-440a6894dde6]
#     prowler: [iam_no_custom_policy_permissive_role_assumption]
#   since: "0.1.0"
package gapcheck.grant.trusts_named_principals

subjects contains grant.id if {
	some grant in input.grant
	_trusts(grant)
}

deny contains {"subject": grant.id, "path": ["principals", sprintf("%d", [index])], "message": message} if {
	some grant in input.grant
	_trusts(grant)
	some index, principal in grant.principals
	principal == "*"
	not _conditional(grant)
	message := sprintf("everybody may take the role %s", [grant.name])
}

_trusts(grant) if {
	grant.form == "trust"
	grant.effect == "allow"
}

_conditional(grant) if count(grant.conditions) > 0
