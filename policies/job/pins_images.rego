# METADATA
# title: Images that jobs run in or beside are pinned by tag or digest
# description: "An image without a tag, or with `latest`, is another one tomorrow, and the build changes unseen."
# custom:
#   id: job-pins-images
#   severity: medium
#   criteria:
#     - {id: CC8.1, aspect: baseline, strength: supporting, because: the build environment does not change unseen}
#     - {id: CC6.8, aspect: trusted-sources, strength: supporting, because: what runs in the pipeline is what was chosen}
#   tests: design
#   reads: [images]
#   remediation:
#     azure-pipelines: "name a version tag, better a digest: `image: node:22.11@sha256:...`"
#     bitbucket: "name a version tag, better a digest: `image: node:22.11@sha256:...`"
#     circleci: "name a version tag, better a digest: `image: cimg/node:22.11@sha256:...`"
#     github-actions: "name a version tag, better a digest: `image: node:22.11@sha256:...`"
#     gitlab-ci: "name a version tag, better a digest: `image: node:22.11@sha256:...`"
#   aliases:
#     checkov: [CKV_AZUREPIPELINES_1, CKV_CIRCLECIPIPELINES_1, CKV_BITBUCKETPIPELINES_1]
#     zizmor: [unpinned-images]
#   since: "0.1.0"
package gapcheck.job.pins_images

subjects contains job.id if {
	some job in input.job
	job.images
}

deny contains {"subject": job.id, "path": ["images", sprintf("%d", [index]), "pin"], "message": message} if {
	some job in input.job
	some index, image in job.images
	image.pin == "none"
	message := sprintf("%s runs %s, which names no fixed version", [job.name, image.reference])
}
