# METADATA
# title: The Kubernetes dashboard does not run in the cluster
# description: "The dashboard acts with the rights of its account for whoever reaches it, and has been the way into many clusters."
# custom:
#   id: workload-serves-no-dashboard
#   severity: medium
#   criteria:
#     - {id: CC6.6, aspect: remote-access, strength: supporting, because: "the cluster is administered through its API, where each caller is known"}
#   tests: design
#   reads: [image, labels]
#   remediation:
#     kubernetes: "delete the dashboard, and look at the cluster with tools that sign in as yourself"
#   aliases:
#     checkov: [CKV_K8S_33]
#     kics: [d2ad057f-0928-41ef-a83c-f59203bb855b]
#   since: "0.1.0"
package gapcheck.workload.serves_no_dashboard

subjects contains workload.id if {
	some workload in input.workload
	workload.format == "kubernetes"
}

deny contains {"subject": workload.id, "path": ["image"], "message": message} if {
	some workload in input.workload
	workload.format == "kubernetes"
	some name in ["kubernetes-dashboard", "kubernetesui"]
	contains(workload.image, name)
	message := sprintf("%s serves the dashboard of the cluster", [workload.name])
}

# An image of one's own registry may have any name.
deny contains {"subject": workload.id, "path": ["labels", label], "message": message} if {
	some workload in input.workload
	workload.format == "kubernetes"
	some label in ["k8s-app", "app"]
	workload.labels[label] == "kubernetes-dashboard"
	message := sprintf("%s is labelled as the dashboard of the cluster", [workload.name])
}
