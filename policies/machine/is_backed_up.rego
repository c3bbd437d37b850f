# METADATA
# title: Machines are held by a backup plan
# description: What lies on a machine alone is lost with it.
# custom:
#   id: machine-is-backed-up
#   severity: low
#   criteria:
#     - {id: A1.2, aspect: backup, strength: supporting, because: a machine that is lost or destroyed can be restored}
#   tests: design
#   reads: [backed_up]
#   remediation:
#     terraform: "add an `azurerm_backup_protected_vm` whose `source_vm_id` is the machine"
#   aliases:
#     checkov: [CKV2_AZURE_12]
#     prowler: [vm_backup_enabled]
#   since: "0.1.0"
package gapcheck.machine.is_backed_up

subjects contains machine.id if {
	some machine in input.machine
	is_boolean(machine.backed_up)
}

deny contains {"subject": machine.id, "path": ["backed_up"], "message": message} if {
	some machine in input.machine
	machine.backed_up == false
	message := sprintf("no backup plan holds %s", [machine.name])
}
