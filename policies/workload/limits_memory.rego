# METADATA
# title: Containers have a memory limit
# description: Without a limit one workload that leaks or is attacked takes its neighbours down.
# custom:
#   id: workload-limits-memory
#   severity: medium
#   criteria:
#     - {id: A1.1, aspect: resource-limits, strength: primary, because: a limit keeps one workload from using up the host}
#   tests: design
#   reads: [memory_limit, container_type]
#   remediation:
#     kubernetes: "set `resources.limits.memory`"
#     compose: "set `deploy.resources.limits.memory` or `mem_limit`"
#   aliases:
#     checkov: [CKV_K8S_13]
#     trivy: [AVD-KSV-0018, KSV-0018]
#     kics: [fd097ed0-7fe6-4f58-8b71-fef9f0820a21,
#       b14d1bc4-a208-45db-92f0-e21f8e2588e9, bb9ac4f7-e13b-423d-a010-c74a1bfbe492]
#     prowler: [core_memory_limits_set]
#   since: "0.1.0"
package gapcheck.workload.limits_memory

subjects contains workload.id if {
	some workload in input.workload
	workload.container_type != "ephemeral"
}

deny contains {"subject": workload.id, "path": ["memory_limit"], "message": message} if {
	some workload in input.workload
	workload.container_type != "ephemeral"
	not workload.memory_limit
	message := sprintf("%s may use all memory there is", [workload.name])
}
