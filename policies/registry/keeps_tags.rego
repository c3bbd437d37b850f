# METADATA
# title: Registries do not let a tag move to another image
# description: What was reviewed under a tag is then what runs under it.
# custom:
#   id: registry-keeps-tags
#   severity: medium
#   criteria:
#     - {id: CC8.1, aspect: deployment, strength: primary, because: what was approved is what is deployed}
#     - {id: CC6.8, aspect: integrity, strength: supporting, because: nobody can put another image in the place of a known one}
#   tests: design
#   reads: [form, immutable_tags]
#   remediation:
#     cloudformation: "set `ImageTagMutability: IMMUTABLE`"
#     terraform: "set `image_tag_mutability = \"IMMUTABLE\"` (AWS) or `docker_config { immutable_tags = true }` (Google)"
#   aliases:
#     checkov: [CKV_AWS_51]
#     trivy: [AVD-AWS-0031, AWS-0031]
#     tfsec: [aws-ecr-enforce-immutable-repository]
#     kics: [d1846b12-20c5-4d45-8798-fc35b79268eb,
#       33f41d31-86b1-46a4-81f7-9c9a671f59ac]
#     prowler: [ecr_repositories_tag_immutability]
#   since: "0.1.0"
package gapcheck.registry.keeps_tags

subjects contains registry.id if {
	some registry in input.registry
	registry.provider in {"aws", "google"}
	registry.form == "docker"
}

deny contains {"subject": registry.id, "path": ["immutable_tags"], "message": message} if {
	some registry in input.registry
	registry.provider in {"aws", "google"}
	registry.form == "docker"
	not registry.immutable_tags
	message := sprintf("%s lets tags move", [registry.name])
}
