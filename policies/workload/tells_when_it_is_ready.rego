# METADATA
# title: Containers that keep running have a readiness probe
# description: "Without one, an instance counts as ready as soon as it starts: requests reach it before it can answer, and an update goes on while the new version fails."
# custom:
#   id: workload-tells-when-it-is-ready
#   severity: low
#   criteria:
#     - {id: A1.2, aspect: health-checks, strength: primary, because: "requests go to instances that can answer them, and updates wait for those"}
#   tests: design
#   reads: [readiness_probe, long_running, container_type]
#   remediation:
#     kubernetes: "add a `readinessProbe`"
#   aliases:
#     checkov: [CKV_K8S_9]
#     kics: [8657197e-3f87-4694-892b-8144701d83c1,
#       a659f3b5-9bf0-438a-bd9a-7d3a6427f1e3]
#     kube_linter: [no-readiness-probe]
#     prowler: [core_readiness_probe_configured]
#   since: "0.1.0"
package gapcheck.workload.tells_when_it_is_ready

subjects contains workload.id if {
	some workload in input.workload
	_keeps_running(workload)
}

deny contains {"subject": workload.id, "path": ["readiness_probe"], "message": message} if {
	some workload in input.workload
	_keeps_running(workload)
	not workload.readiness_probe
	message := sprintf("nothing asks %s whether it is ready for requests", [workload.name])
}

# A sidecar among the init containers is ready when it has started.
_keeps_running(workload) if {
	workload.format == "kubernetes"
	workload.container_type == "main"
	workload.long_running == true
}
