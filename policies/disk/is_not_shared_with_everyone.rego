# METADATA
# title: Snapshots and images are not shared with everyone
# description: A public snapshot hands a whole disk to anyone who looks for it.
# custom:
#   id: disk-is-not-shared-with-everyone
#   severity: critical
#   criteria:
#     - {id: CC6.1, aspect: access-settings, strength: primary, because: only named accounts may copy a disk}
#     - {id: C1.1, aspect: protection, strength: supporting, because: confidential data are not given to everybody}
#   tests: design
#   reads: [form, shared_with]
#   remediation:
#     terraform: "name the accounts that need the snapshot or image, and remove the group `all`"
#   since: "0.1.0"
package gapcheck.disk.is_not_shared_with_everyone

subjects contains disk.id if {
	some disk in input.disk
	disk.form in {"snapshot", "image"}
}

deny contains {"subject": disk.id, "path": ["shared_with", sprintf("%d", [index])], "message": message} if {
	some disk in input.disk
	some index, who in disk.shared_with
	who == "all"
	message := sprintf("%s is shared with everyone", [disk.name])
}
