# METADATA
# title: Builds do not switch off the check of certificates
# description: Without it anyone on the way can put other software into the build.
# custom:
#   id: image-verifies-certificates
#   severity: high
#   criteria:
#     - {id: CC6.8, aspect: trusted-sources, strength: primary, because: software must come from the source it is said to come from}
#     - {id: CC6.7, aspect: encryption-in-transit, strength: supporting, because: encryption without a check of the other side protects little}
#   tests: design
#   reads: [commands, variables]
#   remediation:
#     dockerfile: "remove the option, and add the missing certificate authority to the image instead"
#   aliases:
#     checkov: [CKV2_DOCKER_2, CKV2_DOCKER_3, CKV2_DOCKER_4, CKV2_DOCKER_5, CKV2_DOCKER_6, CKV2_DOCKER_12,
#       CKV2_DOCKER_13, CKV2_DOCKER_14, CKV2_DOCKER_15, CKV2_DOCKER_16]
#   since: "0.1.0"
package gapcheck.image.verifies_certificates

subjects contains image.id if some image in input.image

deny contains {"subject": image.id, "path": ["commands", sprintf("%d", [index]), "arguments", sprintf("%d", [at])], "message": message} if {
	some image in input.image
	some index, command in image.commands
	some at, argument in command.arguments
	_unchecked(command.program, argument)
	message := sprintf("the build of %s runs %s without a check of certificates", [image.name, command.program])
}

# `npm config set strict-ssl false`, `git config http.sslVerify false`
deny contains {"subject": image.id, "path": ["commands", sprintf("%d", [index])], "message": message} if {
	some image in input.image
	some index, command in image.commands
	command.program in {"npm", "yarn", "pnpm", "git"}
	some at, argument in command.arguments
	lower(argument) in {"strict-ssl", "--strict-ssl", "http.sslverify"}
	lower(command.arguments[at + 1]) in {"false", "0"}
	message := sprintf("the build of %s switches the check of certificates of %s off", [image.name, command.program])
}

deny contains {"subject": image.id, "path": ["variables", sprintf("%d", [index]), "value"], "message": message} if {
	some image in input.image
	some index, variable in image.variables
	_switches_off(variable)
	message := sprintf("%s switches the check of certificates off in the image of %s", [variable.name, image.name])
}

# `NODE_TLS_REJECT_UNAUTHORIZED=0 npm ci`, `export GIT_SSL_NO_VERIFY=1`
deny contains {"subject": image.id, "path": ["commands", sprintf("%d", [index]), "variables", sprintf("%d", [at])], "message": message} if {
	some image in input.image
	some index, command in image.commands
	some at, variable in command.variables
	_switches_off(variable)
	message := sprintf("%s switches the check of certificates off in the build of %s", [variable.name, image.name])
}

_unchecked("curl", argument) if argument in {"--insecure", "--proxy-insecure"}

# Short options stand together: `-sSLk`. No long option is made of these letters alone.
_unchecked("curl", argument) if {
	startswith(argument, "-")
	contains(argument, "k")
	trim(argument, "-#0fgijklnpqsvSLNORI") == ""
}

_unchecked("wget", argument) if argument == "--no-check-certificate"

# `pip config set global.trusted-host` is the same for all that follows.
_unchecked(program, argument) if {
	program in {"pip", "pip2", "pip3", "python", "python3"}
	some option in ["--trusted-host", "global.trusted-host", "install.trusted-host"]
	startswith(argument, option)
}

_unchecked(program, argument) if {
	program in {"yum", "dnf", "microdnf", "tdnf", "yum-config-manager"}
	contains(lower(argument), "sslverify=")
	some off in {"=0", "=false"}
	endswith(lower(argument), off)
}

_unchecked(program, argument) if {
	program in {"npm", "yarn", "pnpm"}
	lower(argument) in {"strict-ssl=false", "--strict-ssl=false", "--no-strict-ssl"}
}

_unchecked("git", argument) if lower(argument) in {"http.sslverify=false", "http.sslverify=0"}

_switches_off(variable) if {
	upper(variable.name) in {"NODE_TLS_REJECT_UNAUTHORIZED", "PYTHONHTTPSVERIFY", "NPM_CONFIG_STRICT_SSL"}
	lower(variable.value) in {"0", "false"}
}

_switches_off(variable) if {
	variable.name == "GIT_SSL_NO_VERIFY"
	not lower(variable.value) in {"", "0", "false"}
}

_switches_off(variable) if {
	variable.name == "PIP_TRUSTED_HOST"
	variable.value != ""
}
