# METADATA
# title: Images come from the registries that were chosen
# description: An image from a registry that nobody vouches for is software that nobody has looked at.
# custom:
#   id: workload-comes-from-trusted-registries
#   severity: medium
#   criteria:
#     - {id: CC6.8, aspect: trusted-sources, strength: primary, because: software comes only from where it was agreed to come from}
#     - {id: CC9.2, aspect: dependency-trust, strength: supporting, because: each source of images was chosen}
#   tests: design
#   reads: [image_registry, image_repository, builds_image]
#   remediation:
#     kubernetes: "take the image from a trusted registry; which ones are, the parameter `registries` lists"
#     compose: "take the image from a trusted registry; which ones are, the parameter `registries` lists"
#   since: "0.1.0"
package gapcheck.workload.comes_from_trusted_registries

# Nothing is asked until somebody has chosen: `["registry.example.com/**", "docker.io/library/*"]`.
parameters := {"registries": []}

subjects contains workload.id if {
	some workload in input.workload
	_in_scope(workload)
}

deny contains {"subject": workload.id, "path": ["image_registry"], "message": message} if {
	some workload in input.workload
	_in_scope(workload)
	not _is_trusted(workload)
	message := sprintf("%s comes from %s, which nobody has chosen", [workload.name, workload.image_registry])
}

_is_trusted(workload) if {
	some trusted in parameters.registries
	glob.match(trusted, ["/"], sprintf("%s/%s", [workload.image_registry, workload.image_repository]))
}

_in_scope(workload) if {
	count(parameters.registries) > 0
	workload.image_registry
	not workload.builds_image == true
}
