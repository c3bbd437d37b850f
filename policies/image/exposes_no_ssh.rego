# METADATA
# title: Images do not expose SSH
# description: A container that people sign in to is changed by hand and reached past every gate.
# custom:
#   id: image-exposes-no-ssh
#   severity: medium
#   criteria:
#     - {id: CC6.6, aspect: remote-access, strength: primary, because: administration must not enter through containers}
#   tests: design
#   reads: [ports]
#   remediation:
#     dockerfile: "remove `EXPOSE 22` and the SSH server"
#   aliases:
#     checkov: [CKV_DOCKER_1]
#     trivy: [AVD-DS-0004, DS-0004]
#     kics: [5907595b-5b6d-4142-b173-dbb0e73fbff8]
#   since: "0.1.0"
package gapcheck.image.exposes_no_ssh

subjects contains image.id if some image in input.image

deny contains {"subject": image.id, "path": ["ports", sprintf("%d", [index]), "port"], "message": message} if {
	some image in input.image
	some index, port in image.ports
	_holds_ssh(port.port)
	port.protocol == "tcp"
	message := sprintf("the image of %s exposes SSH", [image.name])
}

_holds_ssh(port) if port == 22

# A range: `20-25`.
_holds_ssh(port) if {
	[first, last] := split(port, "-")
	to_number(first) <= 22
	to_number(last) >= 22
}
