# METADATA
# title: Machines ask for a session token before they hand out metadata
# description: "Without a token, one forged request from a web application yields the credentials of the machine."
# custom:
#   id: machine-requires-metadata-tokens
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: access-settings, strength: primary, because: credentials of the machine must not be given to whoever asks from inside}
#     - {id: CC6.6, aspect: entry-points, strength: supporting, because: it stops a common step from the boundary inwards}
#   tests: design
#   reads: [imds_v2]
#   remediation:
#     cloudformation: "set `MetadataOptions: {HttpTokens: required}`, for an instance in its launch template"
#     terraform: "set `http_tokens = \"required\"` in the `metadata_options` block"
#   aliases:
#     checkov: [CKV_AWS_79]
#     trivy: [AVD-AWS-0028, AVD-AWS-0130, AWS-0028, AWS-0130]
#     tfsec: [aws-ec2-enforce-http-token-imds, aws-ec2-enforce-launch-config-http-token-imds,
#       aws-autoscaling-enforce-http-token-imds]
#     prowler: [ec2_instance_imdsv2_enabled, ec2_launch_template_imdsv2_required]
#   since: "0.1.0"
package gapcheck.machine.requires_metadata_tokens

subjects contains machine.id if {
	some machine in input.machine
	is_boolean(machine.imds_v2)
}

deny contains {"subject": machine.id, "path": ["imds_v2"], "message": message} if {
	some machine in input.machine
	machine.imds_v2 == false
	message := sprintf("%s hands out metadata without a session token", [machine.name])
}
