# METADATA
# title: Policies of groups ask their members for a second factor
# description: A stolen password or key alone then opens nothing.
# custom:
#   id: grant-groups-demand-a-second-factor
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: primary, because: rights of people hold only with a second factor}
#   tests: design
#   reads: [form, demands_second_factor]
#   remediation:
#     cloudformation: "deny everything unless `aws:MultiFactorAuthPresent` is true, in a policy of the group"
#     terraform: "deny everything unless `aws:MultiFactorAuthPresent` is true, in a policy of the group"
#   aliases:
#     trivy: [AVD-AWS-0123, AWS-0123]
#     tfsec: [aws-iam-enforce-group-mfa]
#   since: "0.1.0"
package gapcheck.grant.groups_demand_a_second_factor

subjects contains grant.id if {
	some grant in input.grant
	grant.form == "group"
}

deny contains {"subject": grant.id, "path": ["demands_second_factor"], "message": message} if {
	some grant in input.grant
	grant.form == "group"
	not grant.demands_second_factor
	message := sprintf("members of %s need no second factor", [grant.name])
}
