# METADATA
# title: Persistent volumes are no folders of a node
# description: "A volume on a folder of a node gives its pods a part of the node, and is lost with it."
# custom:
#   id: resource-keeps-volumes-off-the-host
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: segmentation, strength: supporting, because: a folder of the host is a way past the wall between workloads}
#     - {id: A1.2, aspect: redundancy, strength: supporting, because: data outlives the node that it was written on}
#   tests: design
#   reads: [kind, spec]
#   remediation:
#     kubernetes: "let a storage class provide the volume, or name a disk or a share in place of `hostPath`"
#   aliases:
#     kics: [aa8f7a35-9923-4cad-bd61-a19b7f6aac91, 5308a7a8-06f8-45ac-bf10-791fe21de46e]
#   since: "0.1.0"
package gapcheck.resource.keeps_volumes_off_the_host

subjects contains resource.id if {
	some resource in input.resource
	resource.kind == "PersistentVolume"
}

deny contains {"subject": resource.id, "path": ["spec", "hostPath"], "message": message} if {
	some resource in input.resource
	resource.kind == "PersistentVolume"
	resource.spec.hostPath
	message := sprintf("%s is a folder of a node", [resource.name])
}
