# METADATA
# title: Images that pipelines run in are named by their digest
# description: "A tag can be moved to another image in the registry, and the next build then runs in that one."
# custom:
#   id: job-pins-images-by-digest
#   severity: low
#   criteria:
#     - {id: CC6.8, aspect: integrity, strength: supporting, because: a build runs in the very image that was looked at}
#     - {id: CC8.1, aspect: baseline, strength: supporting, because: the same source gives the same build}
#   tests: design
#   reads: [images]
#   remediation:
#     azure-pipelines: "add the digest to the image: `node:22.11@sha256:…`"
#     bitbucket: "add the digest to the image: `node:22.11@sha256:…`"
#     circleci: "add the digest to the image: `node:22.11@sha256:…`"
#     github-actions: "add the digest to the image: `node:22.11@sha256:…`"
#     gitlab-ci: "add the digest to the image: `node:22.11@sha256:…`"
#   aliases:
#     checkov: [CKV_AZUREPIPELINES_2, CKV_CIRCLECIPIPELINES_2]
#   since: "0.1.0"
package gapcheck.job.pins_images_by_digest

subjects contains job.id if {
	some job in input.job
	job.images
}

deny contains {"subject": job.id, "path": ["images", sprintf("%d", [index]), "pin"], "message": message} if {
	some job in input.job
	some index, image in job.images
	image.pin != "digest"
	message := sprintf("%s runs %s, which another image can take the place of", [job.name, image.reference])
}
