# METADATA
# title: Images are fetched anew for each container
# description: "A copy that lies on the node runs for anyone who knows its name, and may be older than the tag it goes by."
# custom:
#   id: workload-has-images-fetched-anew
#   severity: low
#   criteria:
#     - {id: CC6.8, aspect: admission, strength: supporting, because: the registry is asked whether the pod may have the image}
#   tests: design
#   reads: [image_pull_policy]
#   remediation:
#     kubernetes: "set `imagePullPolicy: Always`"
#   aliases:
#     checkov: [CKV_K8S_15]
#   since: "0.1.0"
package gapcheck.workload.has_images_fetched_anew

subjects contains workload.id if {
	some workload in input.workload
	workload.image_pull_policy
}

deny contains {"subject": workload.id, "path": ["image_pull_policy"], "message": message} if {
	some workload in input.workload
	workload.image_pull_policy != "Always"
	message := sprintf("%s runs the copy of its image that lies on the node", [workload.name])
}
