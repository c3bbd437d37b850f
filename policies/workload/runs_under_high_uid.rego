# METADATA
# title: Containers run under a user id that no user of the host has
# description: A process that breaks out of its container acts as whoever has the same number on the host.
# custom:
#   id: workload-runs-under-high-uid
#   severity: low
#   criteria:
#     - {id: CC6.3, aspect: runtime-privilege, strength: supporting, because: a number of its own gives a process no rights on the host}
#   tests: design
#   reads: [user, container_type, os]
#   remediation:
#     kubernetes: "set `securityContext.runAsUser` to 10000 or more"
#   aliases:
#     checkov: [CKV_K8S_40]
#     trivy: [AVD-KSV-0020, KSV-0020]
#     kics: [02323c00-cdc3-4fdc-a310-4f2b3e7a1660]
#   since: "0.1.0"
package gapcheck.workload.runs_under_high_uid

parameters := {"uid": 10000}

subjects contains workload.id if {
	some workload in input.workload
	_in_scope(workload)
}

deny contains {"subject": workload.id, "path": ["user"], "message": message} if {
	some workload in input.workload
	_in_scope(workload)
	not _is_high(workload)
	message := sprintf("%s does not run under a user id of %d or more", [workload.name, parameters.uid])
}

_is_high(workload) if {
	is_number(workload.user)
	workload.user >= parameters.uid
}

# On Windows users have names.
_in_scope(workload) if {
	workload.format == "kubernetes"
	workload.container_type != "ephemeral"
	not workload.os == "windows"
}
