# METADATA
# title: Containers are not privileged
# description: "A privileged container has the rights of the host, so nothing parts it from the host and from other workloads."
# custom:
#   id: workload-is-not-privileged
#   severity: critical
#   criteria:
#     - {id: CC6.1, aspect: segmentation, strength: primary, because: a privileged container is not kept apart from the host and its neighbours}
#     - {id: CC6.3, aspect: runtime-privilege, strength: supporting, because: it gives a process every right that there is}
#     - {id: CC6.8, aspect: least-privilege, strength: supporting, because: software in it may change the host}
#   tests: design
#   reads: [privileged]
#   remediation:
#     kubernetes: "remove `securityContext.privileged`, and add only the capabilities that the process needs"
#     compose: "remove `privileged: true`, and give the devices or capabilities that the service needs with `devices` or `cap_add`"
#     cloudformation: "leave `Privileged` out of the container definition"
#     terraform: "leave `privileged` out of the container definition"
#   aliases:
#     checkov: [CKV_K8S_16, CKV_AWS_334]
#     trivy: [AVD-KSV-0017, KSV-0017]
#     kics: [87065ef8-de9b-40d8-9753-f4a4303e27a4,
#       dd29336b-fe57-445b-a26e-e6aa867ae609, ae5b6871-7f45-42e0-bb4c-ab300c4d2026]
#     kube_linter: [privileged-container]
#     prowler: [core_minimize_privileged_containers, ecs_task_definitions_no_privileged_containers]
#   since: "0.1.0"
package gapcheck.workload.is_not_privileged

subjects contains workload.id if some workload in input.workload

deny contains {"subject": workload.id, "path": ["privileged"], "message": message} if {
	some workload in input.workload
	workload.privileged == true
	message := sprintf("%s is privileged", [workload.name])
}
