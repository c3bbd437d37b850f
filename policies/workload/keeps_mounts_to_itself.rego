# METADATA
# title: What containers mount stays with them
# description: "With shared propagation, what is mounted inside a container appears on the host and in other containers, and the other way round."
# custom:
#   id: workload-keeps-mounts-to-itself
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: segmentation, strength: supporting, because: a mount in one workload must not reach into others}
#   tests: design
#   reads: [mounts]
#   remediation:
#     kubernetes: "remove `mountPropagation: Bidirectional`"
#     compose: "remove `bind.propagation`, or `shared`, `rshared`, `slave` and `rslave` at the end of the volume"
#   aliases:
#     kics: [baa452f0-1f21-4a25-ace5-844e7a5f410d]
#   since: "0.1.0"
package gapcheck.workload.keeps_mounts_to_itself

subjects contains workload.id if some workload in input.workload

deny contains {"subject": workload.id, "path": ["mounts", sprintf("%d", [index]), "propagation"], "message": message} if {
	some workload in input.workload
	some index, mount in workload.mounts
	mount.propagation in {"shared", "rshared", "slave", "rslave", "Bidirectional"}
	message := sprintf("%s shares what is mounted at %s", [workload.name, mount.target])
}
