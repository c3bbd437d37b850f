# METADATA
# title: Base images come from the registries that were chosen
# description: "What a base image holds is in every image that is built on it, and so is what somebody hid there."
# custom:
#   id: image-comes-from-trusted-registries
#   severity: medium
#   criteria:
#     - {id: CC6.8, aspect: trusted-sources, strength: primary, because: images are built on software from agreed sources}
#     - {id: CC9.2, aspect: dependency-trust, strength: supporting, because: whose software an image rests on was decided}
#   tests: design
#   reads: [base_images]
#   remediation:
#     dockerfile: "build on an image of a trusted registry; which ones are, the parameter `registries` lists"
#   aliases:
#     hadolint: [DL3026]
#   since: "0.1.0"
package gapcheck.image.comes_from_trusted_registries

# Nothing is asked until somebody has chosen: `["registry.example.com/**", "docker.io/library/*"]`.
parameters := {"registries": []}

subjects contains image.id if {
	some image in input.image
	_in_scope(image)
}

deny contains {"subject": image.id, "path": ["base_images", sprintf("%d", [index]), "registry"], "message": message} if {
	some image in input.image
	_in_scope(image)
	some index, base in image.base_images
	not _is_trusted(base)
	message := sprintf("%s is built on %s of %s, which nobody has chosen", [image.name, base.repository, base.registry])
}

_is_trusted(base) if {
	some trusted in parameters.registries
	glob.match(trusted, ["/"], sprintf("%s/%s", [base.registry, base.repository]))
}

_in_scope(image) if {
	count(parameters.registries) > 0
	count(image.base_images) > 0
}
