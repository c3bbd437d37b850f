# METADATA
# title: No grant lets its holder raise its own rights
# description: "Whoever may rewrite policies, make keys for others or pass any role holds every right in all but name."
# custom:
#   id: grant-prevents-privilege-escalation
#   severity: high
#   criteria:
#     - {id: CC6.3, aspect: duty-separation, strength: primary, because: separation of duties ends where a holder can give itself more}
#   tests: design
#   reads: [form, effect, actions, resources, conditions]
#   remediation:
#     cloudformation: "name the roles, users or policies in `Resource`, limit `iam:PassRole` with `iam:PassedToService`, or leave the action out"
#     terraform: "name the roles, users or policies in `Resource`, limit `iam:PassRole` with `iam:PassedToService`, or leave the action out"
#   aliases:
#     checkov: [CKV_AWS_286, CKV_AWS_110]
#     trivy: [AVD-AWS-0342, AWS-0342]
#     kics: [e39bee8c-fe54-4a3f-824d-e5e2d1cca40a, ee49557d-750c-4cc1-aa95-94ab36cbefde,
#       113208f2-a886-4526-9ecc-f3218600e12c]
#     prowler: [iam_policy_allows_privilege_escalation, iam_inline_policy_allows_privilege_escalation]
#   since: "0.1.0"
package gapcheck.grant.prevents_privilege_escalation

# Each is enough to take over another identity or to widen the own one; code that is put into somebody else's function or
# endpoint runs with its role.
_raising := {
	"iam:addusertogroup", "iam:attachgrouppolicy", "iam:attachrolepolicy", "iam:attachuserpolicy", "iam:createaccesskey",
	"iam:createloginprofile", "iam:createpolicyversion", "iam:passrole", "iam:putgrouppolicy", "iam:putrolepolicy",
	"iam:putuserpolicy", "iam:setdefaultpolicyversion", "iam:updateassumerolepolicy", "iam:updateloginprofile",
	"glue:updatedevendpoint", "lambda:updatefunctioncode",
}

subjects contains grant.id if {
	some grant in input.grant
	grant.form == "statement"
}

deny contains {"subject": grant.id, "path": ["actions", sprintf("%d", [index])], "message": message} if {
	some grant in input.grant
	grant.form == "statement"
	grant.effect == "allow"
	not _conditional(grant)
	some resource in grant.resources
	resource == "*"
	some index, action in grant.actions
	_raises(lower(action))
	message := sprintf("%s may raise its own rights by %s on everything", [grant.name, action])
}

_conditional(grant) if count(grant.conditions) > 0

_raises(action) if action in _raising

_raises(action) if {
	endswith(action, "*")
	startswith(action, "iam:")
	some raising in _raising
	startswith(raising, trim_suffix(action, "*"))
}
