# METADATA
# title: Images declare a health check
# description: "Where no orchestrator asks, the health check of the image is all that finds a process that hangs."
# custom:
#   id: image-tells-when-it-fails
#   severity: low
#   criteria:
#     - {id: A1.2, aspect: health-checks, strength: primary, because: a failed process must be noticed and replaced}
#   tests: design
#   reads: [healthcheck]
#   remediation:
#     dockerfile: "add a `HEALTHCHECK` to the final stage"
#   aliases:
#     checkov: [CKV_DOCKER_2]
#     trivy: [AVD-DS-0026, DS-0026]
#     kics: [b03a748a-542d-44f4-bb86-9199ab4fd2d5]
#     hadolint: [DL3057]
#   since: "0.1.0"
package gapcheck.image.tells_when_it_fails

subjects contains image.id if some image in input.image

deny contains {"subject": image.id, "path": ["healthcheck"], "message": message} if {
	some image in input.image
	not image.healthcheck
	message := sprintf("the image of %s declares no health check", [image.name])
}

deny contains {"subject": image.id, "path": ["healthcheck"], "message": message} if {
	some image in input.image
	upper(image.healthcheck) == "NONE"
	message := sprintf("the image of %s turns the health check off", [image.name])
}
