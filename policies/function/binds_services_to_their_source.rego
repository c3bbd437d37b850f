# METADATA
# title: Services that may call a function are bound to a source
# description: "A permission for a service alone lets everybody's buckets, topics and APIs call the function."
# custom:
#   id: function-binds-services-to-their-source
#   severity: high
#   criteria:
#     - {id: CC6.6, aspect: entry-points, strength: supporting, because: calls come from the sources that were meant}
#     - {id: CC6.1, aspect: access-settings, strength: primary, because: a service calls on behalf of this account only}
#   tests: design
#   reads: [permissions]
#   remediation:
#     cloudformation: "add `SourceArn` or `SourceAccount` to the `AWS::Lambda::Permission`"
#     terraform: "add `source_arn` or `source_account` to the `aws_lambda_permission`"
#   aliases:
#     checkov: [CKV_AWS_364]
#     trivy: [AVD-AWS-0067, AWS-0067]
#   since: "0.1.0"
package gapcheck.function.binds_services_to_their_source

subjects contains function.id if {
	some function in input.function
	count(function.permissions) > 0
}

deny contains {"subject": function.id, "path": ["permissions", sprintf("%d", [index]), "principal"], "message": message} if {
	some function in input.function
	some index, permission in function.permissions
	contains(permission.principal, ".amazonaws.com")
	not permission.source
	not permission.source_account
	message := sprintf("%s may be called by %s for anybody", [function.name, permission.principal])
}
