# METADATA
# title: Containers that take requests have a readiness probe
# description: "Without one, requests reach instances that cannot answer yet, or no longer can."
# custom:
#   id: workload-tells-when-it-is-ready
#   severity: low
#   criteria:
#     - {id: A1.2, aspect: health-checks, strength: primary, because: requests must go to instances that can answer them}
#   tests: design
#   reads: [readiness_probe, long_running, behind_service, ports]
#   remediation:
#     kubernetes: "add a `readinessProbe`"
#   aliases:
#     checkov: [CKV_K8S_9]
#     kics: [a659f3b5-9bf0-438a-bd9a-7d3a6427f1e3]
#     kube_linter: [no-readiness-probe]
#   since: "0.1.0"
package gapcheck.workload.tells_when_it_is_ready

subjects contains workload.id if {
	some workload in input.workload
	_takes_requests(workload)
}

deny contains {"subject": workload.id, "path": ["readiness_probe"], "message": message} if {
	some workload in input.workload
	_takes_requests(workload)
	not workload.readiness_probe
	message := sprintf("nothing asks %s whether it is ready for requests", [workload.name])
}

_takes_requests(workload) if {
	_serves(workload)
	count(workload.ports) > 0
}

_takes_requests(workload) if {
	_serves(workload)
	workload.behind_service == true
}

_serves(workload) if {
	workload.format == "kubernetes"
	workload.long_running == true
}
