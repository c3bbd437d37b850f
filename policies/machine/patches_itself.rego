# METADATA
# title: Machines install updates of their system by themselves
# description: A patch that waits for somebody to log in waits for an attacker as well.
# custom:
#   id: machine-patches-itself
#   severity: medium
#   criteria:
#     - {id: CC7.1, aspect: patching, strength: primary, because: known weaknesses of the system are mended in time}
#   tests: design
#   reads: [patches_itself]
#   remediation:
#     terraform: "leave `automatic_updates_enabled` on (`enable_automatic_updates` before version 4); old scale sets: set `automatic_os_upgrade = true`"
#   aliases:
#     checkov: [CKV_AZURE_95, CKV_AZURE_177]
#     kics: [187e6d39-5e1e-4afa-9c0a-b79632eef346]
#   since: "0.1.0"
package gapcheck.machine.patches_itself

subjects contains machine.id if {
	some machine in input.machine
	is_boolean(machine.patches_itself)
}

deny contains {"subject": machine.id, "path": ["patches_itself"], "message": message} if {
	some machine in input.machine
	machine.patches_itself == false
	message := sprintf("%s waits for somebody to install updates", [machine.name])
}
