# METADATA
# title: Notebooks reach the internet through networks of the account only
# description: "A notebook holds data and rights; what leaves it past the account's networks, nobody sees or stops."
# custom:
#   id: machine-notebooks-reach-no-internet
#   severity: medium
#   criteria:
#     - {id: CC6.6, aspect: network-isolation, strength: supporting, because: data leave through networks that are watched}
#     - {id: C1.1, aspect: protection, strength: supporting, because: confidential data are not copied out past every boundary}
#   tests: design
#   reads: [notebook, internet_access]
#   remediation:
#     cloudformation: "set `DirectInternetAccess: Disabled` with a `SubnetId` and `SecurityGroupIds`"
#     terraform: "set `direct_internet_access = \"Disabled\"` with a `subnet_id` and `security_groups`"
#   aliases:
#     checkov: [CKV_AWS_122]
#     prowler: [sagemaker_notebook_instance_without_direct_internet_access_configured]
#     powerpipe: [sagemaker_notebook_instance_direct_internet_access_disabled]
#   since: "0.1.0"
package gapcheck.machine.notebooks_reach_no_internet

subjects contains machine.id if {
	some machine in input.machine
	machine.notebook
}

deny contains {"subject": machine.id, "path": ["internet_access"], "message": message} if {
	some machine in input.machine
	machine.notebook
	machine.internet_access == true
	message := sprintf("%s reaches the internet past the networks of the account", [machine.name])
}
