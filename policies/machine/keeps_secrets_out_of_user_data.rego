# METADATA
# title: Start-up data of machines holds no secrets
# description: Everybody on the machine and many who may only describe it can read its start-up data.
# custom:
#   id: machine-keeps-secrets-out-of-user-data
#   severity: critical
#   criteria:
#     - {id: CC6.1, aspect: secrets, strength: primary, because: a secret in start-up data is readable by far more people than it is meant for}
#   tests: design
#   reads: [user_data, fleet]
#   remediation:
#     cloudformation: "fetch the secret at start from a secret store, under the identity of the machine, and replace the one that was written here"
#     terraform: "fetch the secret at start from a secret store, under the identity of the machine, and replace the one that was written here"
#   aliases:
#     checkov: [CKV_AWS_46,
#       CKV_AZURE_45]
#     trivy: [AVD-AWS-0029, AVD-AWS-0129, AWS-0029, AWS-0129]
#     tfsec: [aws-ec2-no-secrets-in-user-data, aws-ec2-no-secrets-in-launch-template-user-data,
#       aws-autoscaling-no-secrets-in-user-data]
#     kics: [443488f5-c734-460b-a36d-5b3f330174dc, 0b93729a-d882-4803-bdc3-ac429a21f158,
#       568cc372-ca64-420d-9015-ee347d00d288]
#     prowler: [ec2_instance_secrets_user_data, ec2_launch_template_no_secrets]
#   since: "0.1.0"
package gapcheck.machine.keeps_secrets_out_of_user_data

subjects contains machine.id if {
	some machine in input.machine
	not machine.fleet
}

deny contains {"subject": machine.id, "path": ["user_data"], "message": message} if {
	some machine in input.machine
	contains(machine.user_data, "<redacted>")
	message := sprintf("the start-up data of %s holds a secret", [machine.name])
}
