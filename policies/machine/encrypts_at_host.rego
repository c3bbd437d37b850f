# METADATA
# title: Hosts encrypt the disks and caches of their machines
# description: "Temporary disks and caches lie outside of what the disk service encrypts: only the host can."
# custom:
#   id: machine-encrypts-at-host
#   severity: low
#   criteria:
#     - {id: CC6.1, aspect: encryption, strength: supporting, because: temporary disks and caches hold data as well}
#     - {id: C1.1, aspect: protection, strength: supporting, because: confidential data passes through caches of the host}
#   tests: design
#   reads: [encryption_at_host]
#   remediation:
#     terraform: "set `encryption_at_host_enabled = true` on the machine or scale set, after registering the feature for the subscription"
#   aliases:
#     checkov: [CKV_AZURE_97, CKV_AZURE_151]
#   since: "0.1.0"
package gapcheck.machine.encrypts_at_host

subjects contains machine.id if {
	some machine in input.machine
	is_boolean(machine.encryption_at_host)
}

deny contains {"subject": machine.id, "path": ["encryption_at_host"], "message": message} if {
	some machine in input.machine
	machine.encryption_at_host == false
	message := sprintf("the host of %s encrypts neither its temporary disks nor its caches", [machine.name])
}
