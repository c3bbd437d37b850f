# METADATA
# title: Tiller does not run in the cluster
# description: "Tiller, the server of Helm 2, acts as administrator for whoever reaches its port, and nobody mends it any more."
# custom:
#   id: workload-is-no-tiller
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: access-settings, strength: primary, because: no service hands out the rights of an administrator unasked}
#     - {id: CC7.1, aspect: patching, strength: supporting, because: software that nobody mends does not run}
#   tests: design
#   reads: [image, labels]
#   remediation:
#     kubernetes: "move to Helm 3, which has no server in the cluster, and delete Tiller"
#   aliases:
#     checkov: [CKV_K8S_34]
#     trivy: [AVD-KSV-0102, KSV-0102]
#     kics: [ca2fba76-c1a7-4afd-be67-5249f861cb0e,
#       6d173be7-545a-46c6-a81d-2ae52ed1605d]
#   since: "0.1.0"
package gapcheck.workload.is_no_tiller

subjects contains workload.id if {
	some workload in input.workload
	workload.format == "kubernetes"
}

deny contains {"subject": workload.id, "path": ["image"], "message": message} if {
	some workload in input.workload
	workload.format == "kubernetes"
	contains(workload.image, "tiller")
	message := sprintf("%s is Tiller, which makes everyone administrator", [workload.name])
}

# An image of one's own registry may have any name; Tiller finds its pods by these labels.
deny contains {"subject": workload.id, "path": ["labels", "name"], "message": message} if {
	some workload in input.workload
	workload.format == "kubernetes"
	workload.labels.name == "tiller"
	message := sprintf("%s is labelled as Tiller, which makes everyone administrator", [workload.name])
}
