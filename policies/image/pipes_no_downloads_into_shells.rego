# METADATA
# title: Builds do not pipe downloads into a shell
# description: "Whoever holds the address runs what they like in the build, and the file is gone afterwards."
# custom:
#   id: image-pipes-no-downloads-into-shells
#   severity: medium
#   criteria:
#     - {id: CC6.8, aspect: trusted-sources, strength: primary, because: software must be checked before it runs}
#     - {id: CC8.1, aspect: baseline, strength: supporting, because: what ran can no longer be seen}
#   tests: design
#   reads: [commands]
#   remediation:
#     dockerfile: "download the script, check its checksum, then run it; or install a package"
#   since: "0.1.0"
package gapcheck.image.pipes_no_downloads_into_shells

subjects contains image.id if some image in input.image

deny contains {"subject": image.id, "path": ["commands", sprintf("%d", [index])], "message": message} if {
	some image in input.image
	some index, command in image.commands
	command.program in {"curl", "wget"}
	command.piped_to in {".", "ash", "bash", "dash", "eval", "ksh", "node", "perl", "php", "python", "python3", "ruby", "sh", "source", "zsh"}
	message := sprintf("the build of %s pipes a download into %s", [image.name, command.piped_to])
}
