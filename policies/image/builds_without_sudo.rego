# METADATA
# title: Builds do not use sudo
# description: USER says who runs a step; sudo left in an image gives the running process a way to more rights.
# custom:
#   id: image-builds-without-sudo
#   severity: low
#   criteria:
#     - {id: CC6.3, aspect: runtime-privilege, strength: supporting, because: rights are set once by USER and not taken at will}
#   tests: design
#   reads: [commands]
#   remediation:
#     dockerfile: "switch with `USER root` for the steps that need it, and back after them"
#   aliases:
#     checkov: [CKV2_DOCKER_1]
#     trivy: [AVD-DS-0010, DS-0010]
#     kics: [8ada6e80-0ade-439e-b176-0b28f6bce35a]
#     hadolint: [DL3004]
#   since: "0.1.0"
package gapcheck.image.builds_without_sudo

subjects contains image.id if some image in input.image

deny contains {"subject": image.id, "path": ["commands", sprintf("%d", [index])], "message": message} if {
	some image in input.image
	some index, command in image.commands
	command.sudo == true
	message := sprintf("the build of %s runs %s by sudo", [image.name, command.program])
}
