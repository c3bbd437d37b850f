# METADATA
# title: Notebooks stand in a network of one's own
# description: "Outside of it no rule of a firewall and no record of traffic is ours."
# custom:
#   id: machine-notebooks-stand-in-own-network
#   severity: low
#   criteria:
#     - {id: CC6.6, aspect: network-isolation, strength: supporting, because: only in a network of our own do its rules hold}
#   tests: design
#   reads: [notebook, in_network]
#   remediation:
#     cloudformation: "set `SubnetId`"
#     terraform: "set `subnet_id`"
#   aliases:
#     checkov: [CKV_AWS_306]
#     prowler: [sagemaker_notebook_instance_vpc_settings_configured]
#     powerpipe: [sagemaker_notebook_instance_in_vpc]
#   since: "0.1.0"
package gapcheck.machine.notebooks_stand_in_own_network

subjects contains machine.id if {
	some machine in input.machine
	machine.notebook
}

deny contains {"subject": machine.id, "path": ["in_network"], "message": message} if {
	some machine in input.machine
	machine.notebook
	not machine.in_network
	message := sprintf("%s stands in the network of the service", [machine.name])
}
