# METADATA
# title: Builds leave no credentials in images
# description: "What a build sets, runs or copies can be read by everyone who can pull the image."
# custom:
#   id: image-holds-no-secrets
#   severity: critical
#   criteria:
#     - {id: CC6.1, aspect: secrets, strength: primary, because: credentials belong into a store and not into images}
#     - {id: C1.1, aspect: protection, strength: supporting, because: what they protect is no longer confidential}
#   tests: design
#   reads: [variables, commands, additions]
#   remediation:
#     dockerfile: "take the credential in for one command with `RUN --mount=type=secret`, or give it to the container when it starts"
#   aliases:
#     trivy: [AVD-DS-0031, DS-0031]
#     hadolint: [DL3064]
#   since: "0.1.0"
package gapcheck.image.holds_no_secrets

subjects contains image.id if some image in input.image

deny contains {"subject": image.id, "path": ["variables", sprintf("%d", [index]), "value"], "message": message} if {
	some image in input.image
	some index, variable in image.variables
	contains(variable.value, "<redacted>")
	message := sprintf("the image of %s keeps the credential %s", [image.name, variable.name])
}

deny contains {"subject": image.id, "path": ["commands", sprintf("%d", [index])], "message": message} if {
	some image in input.image
	some index, command in image.commands
	contains(command.text, "<redacted>")
	message := sprintf("the build of %s runs %s with a credential in plain text", [image.name, command.program])
}

deny contains {"subject": image.id, "path": ["additions", sprintf("%d", [index]), "source"], "message": message} if {
	some image in input.image
	some index, addition in image.additions
	some name in _key_files
	_is_file(addition.source, name)
	message := sprintf("the image of %s takes in %s, which holds credentials", [image.name, addition.source])
}

_key_files := {
	"id_rsa", "id_dsa", "id_ecdsa", "id_ed25519", ".netrc", ".git-credentials", ".pypirc", ".aws/credentials",
	".docker/config.json",
}

_is_file(source, name) if source == name

_is_file(source, name) if endswith(source, sprintf("/%s", [name]))

# A build argument without a value is asked for at the build, and its value stays in the image's history.
deny contains {"subject": image.id, "path": ["variables", sprintf("%d", [index]), "name"], "message": message} if {
	some image in input.image
	some index, variable in image.variables
	variable.instruction == "ARG"
	not variable.value
	some word in {"PASSWORD", "PASSWD", "SECRET", "TOKEN", "API_KEY", "APIKEY", "ACCESS_KEY", "PRIVATE_KEY"}
	endswith(upper(variable.name), word)
	message := sprintf("the build argument %s leaves a credential in the history of the image of %s", [variable.name, image.name])
}
