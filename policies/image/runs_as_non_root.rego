# METADATA
# title: Images run as a user other than root
# description: "The user of the image holds wherever it runs, also where nobody sets another."
# custom:
#   id: image-runs-as-non-root
#   severity: high
#   criteria:
#     - {id: CC6.3, aspect: runtime-privilege, strength: primary, because: "a contained process must not hold root's rights"}
#     - {id: CC6.8, aspect: least-privilege, strength: supporting, because: it limits what unauthorized software can change}
#   tests: design
#   reads: [user, base_images]
#   remediation:
#     dockerfile: "make a user with `RUN useradd`, and name it in a last `USER` instruction of the final stage"
#   aliases:
#     checkov: [CKV_DOCKER_3, CKV_DOCKER_8]
#     trivy: [AVD-DS-0002, DS-0002]
#     kics: [fd54f200-402c-4333-a5a4-36ef6709af2f, 67fd0c4a-68cf-46d7-8c41-bc9fba7e40ae]
#     hadolint: [DL3002]
#   since: "0.1.0"
package gapcheck.image.runs_as_non_root

subjects contains image.id if some image in input.image

deny contains {"subject": image.id, "path": ["user"], "message": message} if {
	some image in input.image
	image.user in {"root", "0", ""}
	message := sprintf("the image of %s runs as root", [image.name])
}

deny contains {"subject": image.id, "path": ["user"], "message": message} if {
	some image in input.image
	not image.user
	not _base_has_user(image)
	message := sprintf("the image of %s names no user, and so most likely runs as root", [image.name])
}

# Some publishers say by the name that another user than root is set.
_base_has_user(image) if {
	some base in image.base_images
	base.final == true
	some word in {"nonroot", "rootless", "unprivileged"}
	contains(base.image, word)
}

_base_has_user(image) if {
	some base in image.base_images
	base.final == true
	base.registry == "cgr.dev"
}
