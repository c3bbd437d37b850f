# METADATA
# title: Long-running containers have a liveness probe or health check
# description: A process that hangs without ending is found only by asking it.
# custom:
#   id: workload-tells-when-it-fails
#   severity: low
#   criteria:
#     - {id: A1.2, aspect: health-checks, strength: primary, because: a failed process must be noticed and replaced}
#   tests: design
#   reads: [liveness_probe, long_running]
#   remediation:
#     kubernetes: "add a `livenessProbe` that asks the process itself"
#     compose: "add a `healthcheck`, or a `HEALTHCHECK` to the Dockerfile that the service is built from"
#   aliases:
#     checkov: [CKV_K8S_8]
#     kics: [5b6d53dd-3ba3-4269-b4d7-f82e880e43c3,
#       ade74944-a674-4e00-859e-c6eab5bde441, 698ed579-b239-4f8f-a388-baa4bcb13ef8]
#     kube_linter: [no-liveness-probe]
#     prowler: [core_liveness_probe_configured]
#   since: "0.1.0"
package gapcheck.workload.tells_when_it_fails

subjects contains workload.id if {
	some workload in input.workload
	workload.long_running == true
}

deny contains {"subject": workload.id, "path": ["liveness_probe"], "message": message} if {
	some workload in input.workload
	workload.long_running == true
	not workload.liveness_probe
	message := sprintf("nothing asks %s whether it is alive", [workload.name])
}
