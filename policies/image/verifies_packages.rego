# METADATA
# title: Builds do not switch off the check of package signatures
# description: A package without a checked signature may come from anyone.
# custom:
#   id: image-verifies-packages
#   severity: high
#   criteria:
#     - {id: CC6.8, aspect: integrity, strength: primary, because: only software that its publisher signed should be installed}
#     - {id: CC6.8, aspect: trusted-sources, strength: supporting, because: the signature tells the publisher}
#   tests: design
#   reads: [commands]
#   remediation:
#     dockerfile: "remove the option, and add the publisher's key to the image instead"
#   aliases:
#     checkov: [CKV2_DOCKER_7, CKV2_DOCKER_8, CKV2_DOCKER_9, CKV2_DOCKER_10, CKV2_DOCKER_11]
#   since: "0.1.0"
package gapcheck.image.verifies_packages

subjects contains image.id if some image in input.image

deny contains {"subject": image.id, "path": ["commands", sprintf("%d", [index]), "arguments", sprintf("%d", [at])], "message": message} if {
	some image in input.image
	some index, command in image.commands
	some at, argument in command.arguments
	some manager in _managers
	command.program in manager.programs
	argument in manager.options
	message := sprintf("the build of %s runs %s without a check of signatures", [image.name, command.program])
}

_managers := [
	{"programs": {"apk"}, "options": {"--allow-untrusted"}},
	{"programs": {"apt", "apt-get"}, "options": {"--allow-unauthenticated", "--force-yes", "APT::Get::AllowUnauthenticated=true", "-oAPT::Get::AllowUnauthenticated=true", "-o=APT::Get::AllowUnauthenticated=true"}},
	{"programs": {"dnf", "microdnf", "tdnf", "yum"}, "options": {"--nogpgcheck", "--no-gpgchecks", "--setopt=gpgcheck=0"}},
	{"programs": {"rpm"}, "options": {"--nodigest", "--nofiledigest", "--nogpg", "--nosignature", "--noverify"}},
	{"programs": {"zypper"}, "options": {"--no-gpg-checks"}},
]
