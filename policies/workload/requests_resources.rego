# METADATA
# title: Containers request CPU and memory
# description: "Without requests nobody can plan capacity, and the scheduler places pods blindly."
# custom:
#   id: workload-requests-resources
#   severity: low
#   criteria:
#     - {id: A1.1, aspect: resource-limits, strength: primary, because: capacity is planned from what workloads ask for}
#   tests: design
#   reads: [cpu_request, memory_request, container_type]
#   remediation:
#     kubernetes: "set `resources.requests.cpu` and `resources.requests.memory`"
#   aliases:
#     checkov: [CKV_K8S_10, CKV_K8S_12]
#     trivy: [AVD-KSV-0015, KSV-0015, AVD-KSV-0016, KSV-0016]
#     kics: [21719347-d02b-497d-bda4-04a03c8e5b61,
#       577ac19c-6a77-46d7-9f14-e049cdd15ec2,
#       ca469dd4-c736-448f-8ac1-30a642705e0a, 229588ef-8fde-40c8-8756-f4f2b5825ded]
#     kube_linter: [unset-cpu-requirements, unset-memory-requirements]
#     prowler: [core_cpu_requests_set, core_memory_requests_set]
#   since: "0.1.0"
package gapcheck.workload.requests_resources

subjects contains workload.id if {
	some workload in input.workload
	_in_scope(workload)
}

deny contains {"subject": workload.id, "path": [fact], "message": message} if {
	some workload in input.workload
	_in_scope(workload)
	some fact, what in {"cpu_request": "CPU", "memory_request": "memory"}
	not workload[fact]
	message := sprintf("%s requests no %s", [workload.name, what])
}

_in_scope(workload) if {
	workload.format == "kubernetes"
	workload.container_type != "ephemeral"
}
