# METADATA
# title: Disks and snapshots cannot be exported to every network
# description: "Whoever gets a link to export a disk copies all of it, from wherever the network lets them."
# custom:
#   id: disk-stays-off-the-internet
#   severity: low
#   criteria:
#     - {id: CC6.6, aspect: network-isolation, strength: supporting, because: disks are exported to networks that are known}
#     - {id: C1.1, aspect: protection, strength: supporting, because: confidential data on disks stay inside}
#   tests: design
#   reads: [public_network_access]
#   remediation:
#     terraform: "set `public_network_access_enabled = false`, with `network_access_policy = \"DenyAll\"` or a disk access"
#   aliases:
#     checkov: [CKV_AZURE_251]
#   since: "0.1.0"
package gapcheck.disk.stays_off_the_internet

subjects contains disk.id if {
	some disk in input.disk
	is_boolean(disk.public_network_access)
}

deny contains {"subject": disk.id, "path": ["public_network_access"], "message": message} if {
	some disk in input.disk
	disk.public_network_access == true
	message := sprintf("%s can be exported to every network", [disk.name])
}
