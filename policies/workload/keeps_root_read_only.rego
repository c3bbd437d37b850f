# METADATA
# title: Containers have a read-only root file system
# description: "What cannot be written cannot be replaced: an intruder finds no place for tools of their own."
# custom:
#   id: workload-keeps-root-read-only
#   severity: medium
#   criteria:
#     - {id: CC6.8, aspect: least-privilege, strength: primary, because: unauthorized software cannot be written into a running container}
#   tests: design
#   reads: [read_only_root]
#   remediation:
#     kubernetes: "set `securityContext.readOnlyRootFilesystem: true`, and mount an `emptyDir` where the process must write"
#     compose: "set `read_only: true`, and a `tmpfs` where the process must write"
#     cloudformation: "set `ReadonlyRootFilesystem: true` in the container definition, and mount a volume where the process must write"
#     terraform: "set `readonlyRootFilesystem = true` in the container definition, and mount a volume where the process must write"
#   aliases:
#     checkov: [CKV_K8S_22, CKV_AWS_336]
#     trivy: [AVD-KSV-0014, KSV-0014]
#     kics: [d532566b-8d9d-4f3b-80bd-361fe802f9c2,
#       a9c2f49d-0671-4fc9-9ece-f4e261e128d0]
#     kube_linter: [no-read-only-root-fs]
#     prowler: [core_readonly_root_filesystem_enabled, ecs_task_definitions_containers_readonly_access]
#   since: "0.1.0"
package gapcheck.workload.keeps_root_read_only

subjects contains workload.id if some workload in input.workload

deny contains {"subject": workload.id, "path": ["read_only_root"], "message": message} if {
	some workload in input.workload
	workload.read_only_root == false
	message := sprintf("the root file system of %s can be written", [workload.name])
}
