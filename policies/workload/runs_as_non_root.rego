# METADATA
# title: Containers run as a user other than root
# description: A process that breaks out of its container keeps the rights it had inside.
# custom:
#   id: workload-runs-as-non-root
#   severity: high
#   criteria:
#     - {id: CC6.3, aspect: runtime-privilege, strength: primary, because: "a contained process must not hold root's rights"}
#     - {id: CC6.8, aspect: least-privilege, strength: supporting, because: it limits what unauthorized software can change}
#   tests: design
#   reads: [user, run_as_non_root]
#   remediation:
#     kubernetes: "set `securityContext.runAsNonRoot: true`, or a `runAsUser` above 0, on the pod or the container"
#     compose: "set `user:` to a name or id other than root, or a `USER` in the Dockerfile that the service is built from"
#   aliases:
#     checkov: [CKV_K8S_23]
#     trivy: [AVD-KSV-0012, KSV-0012]
#     kics: [cf34805e-3872-4c08-bf92-6ff7bb0cfadb]
#     kube_linter: [run-as-non-root]
#     prowler: [core_minimize_root_containers_admission]
#   since: "0.1.0"
package gapcheck.workload.runs_as_non_root

subjects contains workload.id if some workload in input.workload

deny contains {"subject": workload.id, "path": ["user"], "message": message} if {
	some workload in input.workload
	workload.user in _root
	message := sprintf("%s runs as root", [workload.name])
}

# Without a user, the image decides, and most images decide for root.
deny contains {"subject": workload.id, "path": ["user"], "message": message} if {
	some workload in input.workload
	not _names_user(workload)
	not workload.run_as_non_root == true
	message := sprintf("%s may run as root: the image decides", [workload.name])
}

_root := {"root", "0", 0}

_names_user(workload) if workload.user != ""
