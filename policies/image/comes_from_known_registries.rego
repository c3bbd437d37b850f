# METADATA
# title: Base images come from registries that are known
# description: "What a base image holds is in every image that is built on it, and so is what somebody hid there."
# custom:
#   id: image-comes-from-known-registries
#   severity: low
#   criteria:
#     - {id: CC6.8, aspect: trusted-sources, strength: supporting, because: images are built on software from agreed sources}
#     - {id: CC9.2, aspect: dependency-trust, strength: supporting, because: whose software an image rests on was decided}
#   tests: design
#   reads: [base_images]
#   remediation:
#     dockerfile: "build on an image of a known registry, or name yours in the parameter `registries`"
#   since: "0.1.0"
package gapcheck.image.comes_from_known_registries

# Registries of clouds and makers. Who has one of their own, or wants fewer, says so in the settings.
parameters := {"registries": [
	"*.amazonaws.com/**", "*.azurecr.io/**", "*.gcr.io/**", "*.pkg.dev/**", "cgr.dev/**", "docker.elastic.co/**",
	"docker.io/**", "gcr.io/**", "ghcr.io/**", "mcr.microsoft.com/**", "nvcr.io/**", "public.ecr.aws/**", "quay.io/**",
	"registry.access.redhat.com/**", "registry.gitlab.com/**", "registry.hub.docker.com/**", "registry.k8s.io/**", "registry.redhat.io/**",
]}

subjects contains image.id if {
	some image in input.image
	count(image.base_images) > 0
}

deny contains {"subject": image.id, "path": ["base_images", sprintf("%d", [index]), "registry"], "message": message} if {
	some image in input.image
	some index, base in image.base_images
	not _is_known(base)
	message := sprintf("%s is built on %s of %s, which is not among the known registries", [image.name, base.repository, base.registry])
}

_is_known(base) if {
	some known in parameters.registries
	glob.match(known, ["/"], sprintf("%s/%s", [base.registry, base.repository]))
}
