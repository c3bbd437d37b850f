# METADATA
# title: Networks of Amazon are made on purpose
# description: "The network that every account begins with gives each machine a public address, and nobody designed its parts."
# custom:
#   id: network-is-made-on-purpose
#   severity: low
#   criteria:
#     - {id: CC6.6, aspect: network-isolation, strength: supporting, because: what stands on the internet was put there on purpose}
#   tests: design
#   reads: [default]
#   remediation:
#     terraform: "make an `aws_vpc` of your own, and leave `aws_default_vpc` out"
#   aliases:
#     checkov: [CKV_AWS_148]
#     trivy: [AVD-AWS-0101, AWS-0101]
#     tfsec: [aws-ec2-no-default-vpc, aws-vpc-no-default-vpc]
#     kics: [96ed3526-0179-4c73-b1b2-372fde2e0d13]
#   since: "0.1.0"
package gapcheck.network.is_made_on_purpose

subjects contains network.id if {
	some network in input.network
	_in_scope(network)
}

deny contains {"subject": network.id, "path": ["default"], "message": message} if {
	some network in input.network
	_in_scope(network)
	network.default == true
	message := sprintf("%s is the network that every account begins with", [network.name])
}

_in_scope(network) if {
	network.provider == "aws"
	is_boolean(network.default)
}
