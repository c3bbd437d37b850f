# METADATA
# title: Machines take no public address
# description: A machine without one is reached only through entry points that are managed and watched.
# custom:
#   id: machine-takes-no-public-address
#   severity: medium
#   criteria:
#     - {id: CC6.6, aspect: network-isolation, strength: primary, because: machines must stand behind the boundary and not on it}
#   tests: design
#   reads: [public_ip, fleet]
#   remediation:
#     cloudformation: "set `AssociatePublicIpAddress: false`; put a load balancer, gateway or bastion in front"
#     terraform: "AWS: set `associate_public_ip_address = false`; Google: remove `access_config` and `ipv6_access_config`; put a load balancer, gateway or bastion in front"
#   aliases:
#     checkov: [CKV_AWS_88, CKV_GCP_40, CKV_AWS_389]
#     trivy: [AVD-AWS-0009, AWS-0009, AVD-GCP-0031, GCP-0031]
#     tfsec: [aws-ec2-no-public-ip, aws-autoscaling-no-public-ip, google-compute-no-public-ip]
#     kics: [5a2486aa-facf-477d-a5c1-b010789459ce]
#     prowler: [ec2_instance_public_ip, ec2_launch_template_no_public_ip, compute_instance_public_ip]
#     powerpipe: [ec2_instance_not_publicly_accessible]
#   since: "0.1.0"
package gapcheck.machine.takes_no_public_address

subjects contains machine.id if {
	some machine in input.machine
	not machine.fleet
}

deny contains {"subject": machine.id, "path": ["public_ip"], "message": message} if {
	some machine in input.machine
	machine.public_ip == true
	message := sprintf("%s takes a public address", [machine.name])
}
