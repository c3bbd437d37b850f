# METADATA
# title: Containers have a CPU limit
# description: "Without a limit one workload can take the processor time that its neighbours have not reserved. Many teams rely on requests alone instead: switch this off where they do."
# custom:
#   id: workload-limits-cpu
#   severity: low
#   criteria:
#     - {id: A1.1, aspect: resource-limits, strength: supporting, because: one workload cannot use up the processor of its host}
#   tests: design
#   reads: [cpu_limit, container_type]
#   remediation:
#     kubernetes: "set `resources.limits.cpu`"
#     compose: "set `deploy.resources.limits.cpus` or `cpus`"
#   aliases:
#     checkov: [CKV_K8S_11]
#     trivy: [AVD-KSV-0011, KSV-0011]
#     kics: [5f4735ce-b9ba-4d95-a089-a37a767b716f,
#       4ac0e2b7-d2d2-4af7-8799-e8de6721ccda, 6b610c50-99fb-4ef0-a5f3-e312fd945bc3]
#   since: "0.1.0"
package gapcheck.workload.limits_cpu

subjects contains workload.id if {
	some workload in input.workload
	workload.container_type != "ephemeral"
}

deny contains {"subject": workload.id, "path": ["cpu_limit"], "message": message} if {
	some workload in input.workload
	workload.container_type != "ephemeral"
	not workload.cpu_limit
	message := sprintf("%s may take all processor time that is left", [workload.name])
}
