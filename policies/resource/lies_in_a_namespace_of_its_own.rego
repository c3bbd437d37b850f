# METADATA
# title: Objects lie in a namespace of their own
# description: "Rules on networks, rights and quotas are made by namespace, and what lies in `default` shares them with whatever else is put there."
# custom:
#   id: resource-lies-in-a-namespace-of-its-own
#   severity: low
#   criteria:
#     - {id: CC6.1, aspect: segmentation, strength: supporting, because: what belongs together can be kept apart from the rest}
#   tests: design
#   reads: [kind, metadata, namespace]
#   remediation:
#     kubernetes: "name a namespace other than `default` in `metadata.namespace`, or set one in the overlay"
#   aliases:
#     checkov: [CKV_K8S_21]
#     trivy: [AVD-KSV-0110, KSV-0110]
#     kics: [abcb818b-5af7-4d72-aba9-6dd84956b451,
#       611ab018-c4aa-4ba2-b0f6-a448337509a6]
#     kube_linter: [use-namespace]
#   since: "0.1.0"
package gapcheck.resource.lies_in_a_namespace_of_its_own

subjects contains resource.id if {
	some resource in input.resource
	_in_scope(resource)
}

deny contains {"subject": resource.id, "path": ["namespace"], "message": message} if {
	some resource in input.resource
	_in_scope(resource)
	resource.namespace == "default"
	message := sprintf("%s lies in the namespace that everything falls into", [resource.name])
}

_in_scope(resource) if {
	resource.kind in {
		"ConfigMap", "CronJob", "DaemonSet", "Deployment", "Ingress", "Job", "Pod", "ReplicaSet", "ReplicationController",
		"Role", "RoleBinding", "Secret", "Service", "ServiceAccount", "StatefulSet",
	}
	not _is_of_the_cluster(resource)
}

# The cluster makes these two itself.
_is_of_the_cluster(resource) if {
	resource.kind == "ServiceAccount"
	resource.metadata.name == "default"
}

_is_of_the_cluster(resource) if {
	resource.kind == "Service"
	resource.metadata.name == "kubernetes"
}
