# METADATA
# title: Images have a fixed tag or a digest
# description: A moving tag means that what runs is not what was reviewed and tested.
# custom:
#   id: workload-pins-image
#   severity: medium
#   criteria:
#     - {id: CC8.1, aspect: baseline, strength: primary, because: what was approved must be what runs}
#     - {id: CC6.8, aspect: integrity, strength: supporting, because: a moving tag lets other software in unseen}
#   tests: design
#   reads: [image, image_tag, image_digest, builds_image]
#   remediation:
#     kubernetes: "name a version, or better a digest, in `image:`"
#     compose: "name a version, or better a digest, in `image:`"
#   aliases:
#     checkov: [CKV_K8S_14]
#     trivy: [AVD-KSV-0013, KSV-0013]
#     kics: [e76cca7c-c3f9-4fc9-884c-b2831168ebd8,
#       583053b7-e632-46f0-b989-f81ff8045385]
#     kube_linter: [latest-tag]
#     prowler: [core_image_tag_fixed]
#   since: "0.1.0"
package gapcheck.workload.pins_image

subjects contains workload.id if {
	some workload in input.workload
	_takes_image(workload)
}

deny contains {"subject": workload.id, "path": ["image_tag"], "message": message} if {
	some workload in input.workload
	_takes_image(workload)
	not workload.image_digest
	workload.image_tag == "latest"
	message := sprintf("%s runs whatever %s is at the time", [workload.name, workload.image])
}

# An image that is built from the sources beside the file is what those sources are.
_takes_image(workload) if {
	workload.image
	not workload.builds_image == true
}
