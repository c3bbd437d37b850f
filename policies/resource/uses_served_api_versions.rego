# METADATA
# title: Objects use versions of the API that clusters still serve
# description: An object of a version that was removed is refused, and holds back the upgrade that mends weaknesses of the cluster.
# custom:
#   id: resource-uses-served-api-versions
#   severity: medium
#   criteria:
#     - {id: CC7.1, aspect: patching, strength: supporting, because: objects of removed versions hold back upgrades of the cluster}
#     - {id: CC8.1, aspect: deployment, strength: supporting, because: what the cluster refuses cannot be deployed as it was reviewed}
#   tests: design
#   reads: [api_version, kind]
#   remediation:
#     kubernetes: "use the version that the deprecation guide of Kubernetes names, such as `apps/v1` or `networking.k8s.io/v1`"
#   aliases:
#     kics: [94b76ea5-e074-4ca2-8a03-c5a606e30645]
#   since: "0.1.0"
package gapcheck.resource.uses_served_api_versions

subjects contains resource.id if {
	some resource in input.resource
	_in_scope(resource)
}

deny contains {"subject": resource.id, "path": ["api_version"], "message": message} if {
	some resource in input.resource
	_in_scope(resource)
	release := _removed[sprintf("%s %s", [resource.api_version, resource.kind])]
	message := sprintf("%s is of %s, which Kubernetes serves no more since %s", [resource.name, resource.api_version, release])
}

_in_scope(resource) if {
	resource.format == "kubernetes"
	is_string(resource.api_version)
	is_string(resource.kind)
}

# https://kubernetes.io/docs/reference/using-api/deprecation-guide/
_removed := {
	"admissionregistration.k8s.io/v1beta1 MutatingWebhookConfiguration": "1.22",
	"admissionregistration.k8s.io/v1beta1 ValidatingWebhookConfiguration": "1.22",
	"apiextensions.k8s.io/v1beta1 CustomResourceDefinition": "1.22",
	"apiregistration.k8s.io/v1beta1 APIService": "1.22",
	"apps/v1beta1 Deployment": "1.16",
	"apps/v1beta1 ReplicaSet": "1.16",
	"apps/v1beta1 StatefulSet": "1.16",
	"apps/v1beta2 DaemonSet": "1.16",
	"apps/v1beta2 Deployment": "1.16",
	"apps/v1beta2 ReplicaSet": "1.16",
	"apps/v1beta2 StatefulSet": "1.16",
	"authentication.k8s.io/v1beta1 TokenReview": "1.22",
	"authorization.k8s.io/v1beta1 LocalSubjectAccessReview": "1.22",
	"authorization.k8s.io/v1beta1 SelfSubjectAccessReview": "1.22",
	"authorization.k8s.io/v1beta1 SubjectAccessReview": "1.22",
	"autoscaling/v2beta1 HorizontalPodAutoscaler": "1.25",
	"autoscaling/v2beta2 HorizontalPodAutoscaler": "1.26",
	"batch/v1beta1 CronJob": "1.25",
	"batch/v2alpha1 CronJob": "1.21",
	"certificates.k8s.io/v1beta1 CertificateSigningRequest": "1.22",
	"coordination.k8s.io/v1beta1 Lease": "1.22",
	"discovery.k8s.io/v1beta1 EndpointSlice": "1.25",
	"events.k8s.io/v1beta1 Event": "1.25",
	"extensions/v1beta1 DaemonSet": "1.16",
	"extensions/v1beta1 Deployment": "1.16",
	"extensions/v1beta1 Ingress": "1.22",
	"extensions/v1beta1 NetworkPolicy": "1.16",
	"extensions/v1beta1 PodSecurityPolicy": "1.16",
	"extensions/v1beta1 ReplicaSet": "1.16",
	"flowcontrol.apiserver.k8s.io/v1beta1 FlowSchema": "1.26",
	"flowcontrol.apiserver.k8s.io/v1beta1 PriorityLevelConfiguration": "1.26",
	"flowcontrol.apiserver.k8s.io/v1beta2 FlowSchema": "1.29",
	"flowcontrol.apiserver.k8s.io/v1beta2 PriorityLevelConfiguration": "1.29",
	"flowcontrol.apiserver.k8s.io/v1beta3 FlowSchema": "1.32",
	"flowcontrol.apiserver.k8s.io/v1beta3 PriorityLevelConfiguration": "1.32",
	"networking.k8s.io/v1beta1 Ingress": "1.22",
	"networking.k8s.io/v1beta1 IngressClass": "1.22",
	"node.k8s.io/v1beta1 RuntimeClass": "1.25",
	"policy/v1beta1 PodDisruptionBudget": "1.25",
	"policy/v1beta1 PodSecurityPolicy": "1.25",
	"rbac.authorization.k8s.io/v1alpha1 ClusterRole": "1.22",
	"rbac.authorization.k8s.io/v1alpha1 ClusterRoleBinding": "1.22",
	"rbac.authorization.k8s.io/v1alpha1 Role": "1.22",
	"rbac.authorization.k8s.io/v1alpha1 RoleBinding": "1.22",
	"rbac.authorization.k8s.io/v1beta1 ClusterRole": "1.22",
	"rbac.authorization.k8s.io/v1beta1 ClusterRoleBinding": "1.22",
	"rbac.authorization.k8s.io/v1beta1 Role": "1.22",
	"rbac.authorization.k8s.io/v1beta1 RoleBinding": "1.22",
	"scheduling.k8s.io/v1beta1 PriorityClass": "1.22",
	"storage.k8s.io/v1beta1 CSIDriver": "1.22",
	"storage.k8s.io/v1beta1 CSINode": "1.22",
	"storage.k8s.io/v1beta1 CSIStorageCapacity": "1.27",
	"storage.k8s.io/v1beta1 StorageClass": "1.22",
	"storage.k8s.io/v1beta1 VolumeAttachment": "1.22",
}
