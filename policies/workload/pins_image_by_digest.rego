# METADATA
# title: Images are named by their digest
# description: A tag can be moved to another image in the registry; a digest names the very image that was tested.
# custom:
#   id: workload-pins-image-by-digest
#   severity: low
#   criteria:
#     - {id: CC8.1, aspect: baseline, strength: supporting, because: what runs is to the byte what was approved}
#     - {id: CC6.8, aspect: integrity, strength: primary, because: an image that was exchanged in the registry does not run}
#   tests: design
#   reads: [image, image_digest, container_type]
#   remediation:
#     kubernetes: "add the digest to the image: `shop:1.0@sha256:…`"
#   aliases:
#     checkov: [CKV_K8S_43]
#     kics: [228c4c19-feeb-4c18-848c-800ac70fdfb7,
#       7c81d34c-8e5a-402b-9798-9f442630e678]
#   since: "0.1.0"
package gapcheck.workload.pins_image_by_digest

subjects contains workload.id if {
	some workload in input.workload
	_in_scope(workload)
}

deny contains {"subject": workload.id, "path": ["image"], "message": message} if {
	some workload in input.workload
	_in_scope(workload)
	not workload.image_digest
	message := sprintf("%s runs %s, which another image can take the place of", [workload.name, workload.image])
}

_in_scope(workload) if {
	workload.format == "kubernetes"
	workload.container_type != "ephemeral"
	workload.image
}
