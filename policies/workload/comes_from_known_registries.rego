# METADATA
# title: Images come from registries that are known
# description: An image from a registry that nobody vouches for is software that nobody has looked at.
# custom:
#   id: workload-comes-from-known-registries
#   severity: low
#   criteria:
#     - {id: CC6.8, aspect: trusted-sources, strength: supporting, because: software comes only from where it was agreed to come from}
#     - {id: CC9.2, aspect: dependency-trust, strength: supporting, because: each source of images was chosen}
#   tests: design
#   reads: [image_registry, image_repository, builds_image]
#   remediation:
#     kubernetes: "take the image from a known registry, or name yours in the parameter `registries`"
#     compose: "take the image from a known registry, or name yours in the parameter `registries`"
#   since: "0.1.0"
package gapcheck.workload.comes_from_known_registries

# Registries of clouds and makers. Who has one of their own, or wants fewer, says so in the settings.
parameters := {"registries": [
	"*.amazonaws.com/**", "*.azurecr.io/**", "*.gcr.io/**", "*.pkg.dev/**", "cgr.dev/**", "docker.elastic.co/**",
	"docker.io/**", "gcr.io/**", "ghcr.io/**", "mcr.microsoft.com/**", "nvcr.io/**", "public.ecr.aws/**", "quay.io/**",
	"registry.access.redhat.com/**", "registry.gitlab.com/**", "registry.hub.docker.com/**", "registry.k8s.io/**", "registry.redhat.io/**",
]}

subjects contains workload.id if {
	some workload in input.workload
	_in_scope(workload)
}

deny contains {"subject": workload.id, "path": ["image_registry"], "message": message} if {
	some workload in input.workload
	_in_scope(workload)
	not _is_known(workload)
	message := sprintf("%s comes from %s, which is not among the known registries", [workload.name, workload.image_registry])
}

_is_known(workload) if {
	some known in parameters.registries
	glob.match(known, ["/"], sprintf("%s/%s", [workload.image_registry, workload.image_repository]))
}

_in_scope(workload) if {
	workload.image_repository
	not workload.builds_image == true
}
