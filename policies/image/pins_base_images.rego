# METADATA
# title: Base images have a fixed tag or a digest
# description: "A moving base means that two builds of the same sources differ, and nobody sees what changed."
# custom:
#   id: image-pins-base-images
#   severity: medium
#   criteria:
#     - {id: CC8.1, aspect: baseline, strength: primary, because: a build must give the software that was reviewed}
#     - {id: CC6.8, aspect: integrity, strength: supporting, because: a moving base lets other software in unseen}
#   tests: design
#   reads: [base_images]
#   remediation:
#     dockerfile: "name a version, or better a digest, in `FROM`"
#   aliases:
#     checkov: [CKV_DOCKER_7]
#     trivy: [AVD-DS-0001, DS-0001]
#     kics: [f45ea400-6bbe-4501-9fc7-1c3d75c32067, 9efb0b2d-89c9-41a3-91ca-dcc0aec911fd]
#     hadolint: [DL3006, DL3007]
#   since: "0.1.0"
package gapcheck.image.pins_base_images

subjects contains image.id if {
	some image in input.image
	count(image.base_images) > 0
}

deny contains {"subject": image.id, "path": ["base_images", sprintf("%d", [index]), "tag"], "message": message} if {
	some image in input.image
	some index, base in image.base_images
	not base.digest
	base.tag == "latest"
	message := sprintf("%s is built on whatever %s is at the time", [image.name, base.repository])
}
