# METADATA
# title: A seccomp profile filters the system calls of containers
# description: System calls that a process does not need are where escapes through the kernel begin.
# custom:
#   id: workload-filters-system-calls
#   severity: medium
#   criteria:
#     - {id: CC6.8, aspect: least-privilege, strength: primary, because: a filter limits what hostile code can ask of the kernel}
#     - {id: CC6.1, aspect: segmentation, strength: supporting, because: it strengthens the wall between workloads and the host}
#   tests: design
#   reads: [seccomp]
#   remediation:
#     kubernetes: "set `securityContext.seccompProfile.type: RuntimeDefault` on the pod"
#     compose: "remove `seccomp:unconfined` from `security_opt`"
#   aliases:
#     checkov: [CKV_K8S_31]
#     trivy: [AVD-KSV-0030, KSV-0030, AVD-KSV-0104, KSV-0104]
#     kics: [455f2e0c-686d-4fcb-8b5f-3f953f12c43c,
#       f377b83e-bd07-4f48-a591-60c82b14a78b, 404fde2c-bc4b-4371-9747-7054132ac953]
#     prowler: [core_seccomp_profile_docker_default]
#   since: "0.1.0"
package gapcheck.workload.filters_system_calls

subjects contains workload.id if some workload in input.workload

deny contains {"subject": workload.id, "path": ["seccomp"], "message": message} if {
	some workload in input.workload
	workload.seccomp == "Unconfined"
	message := sprintf("no seccomp profile filters the system calls of %s", [workload.name])
}
