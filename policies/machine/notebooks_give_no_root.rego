# METADATA
# title: Users of notebooks have no rights of root
# description: "Who is root there can switch off what guards the machine, and read what others left on it."
# custom:
#   id: machine-notebooks-give-no-root
#   severity: low
#   criteria:
#     - {id: CC6.8, aspect: least-privilege, strength: supporting, because: without rights of root nothing that guards the machine is switched off}
#   tests: design
#   reads: [notebook, root_access]
#   remediation:
#     cloudformation: "set `RootAccess: Disabled`"
#     terraform: "set `root_access = \"Disabled\"`"
#   aliases:
#     checkov: [CKV_AWS_307]
#     prowler: [sagemaker_notebook_instance_root_access_disabled]
#     powerpipe: [sagemaker_notebook_instance_root_access_disabled]
#   since: "0.1.0"
package gapcheck.machine.notebooks_give_no_root

subjects contains machine.id if {
	some machine in input.machine
	machine.notebook
}

deny contains {"subject": machine.id, "path": ["root_access"], "message": message} if {
	some machine in input.machine
	machine.notebook
	machine.root_access == true
	message := sprintf("users of %s have the rights of root", [machine.name])
}
