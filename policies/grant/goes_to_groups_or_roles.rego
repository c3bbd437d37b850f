# METADATA
# title: "Rights are given to groups or roles, not to single users"
# description: "Rights that hang on one person stay when the duty ends, and nobody can review them."
# custom:
#   id: grant-goes-to-groups-or-roles
#   severity: medium
#   criteria:
#     - {id: CC6.3, aspect: roles, strength: primary, because: rights must be tied to a duty and not to a person}
#     - {id: CC6.2, aspect: access-review, strength: supporting, because: leaving a group removes all of its rights at once}
#   tests: design
#   reads: [attached_to]
#   remediation:
#     cloudformation: "attach the policy to an `AWS::IAM::Group` or a role, and put users into the group"
#     terraform: "attach the policy to an `aws_iam_group` or a role, and put users into the group"
#   aliases:
#     checkov: [CKV_AWS_40]
#     trivy: [AVD-AWS-0143, AWS-0143]
#     tfsec: [aws-iam-no-user-attached-policies]
#     kics: [b4378389-a9aa-44ee-91e7-ef183f11079e,
#       edc95c10-7366-4f30-9b4b-f995c84eceb5, e4239438-e639-44aa-adb8-866e400e3ade]
#     prowler: [iam_policy_attached_only_to_group_or_roles]
#     powerpipe: [iam_user_no_inline_attached_policies]
#   since: "0.1.0"
package gapcheck.grant.goes_to_groups_or_roles

subjects contains grant.id if {
	some grant in input.grant
	count(grant.attached_to) > 0
}

deny contains {"subject": grant.id, "path": ["attached_to", sprintf("%d", [index])], "message": message} if {
	some grant in input.grant
	some index, holder in grant.attached_to
	holder == "user"
	message := sprintf("%s gives rights to a single user", [grant.name])
}
