# METADATA
# title: Pods set no kernel settings that reach other pods
# description: Most kernel settings hold for the whole node; a few are kept apart for each pod.
# custom:
#   id: workload-sets-no-unsafe-kernel-settings
#   severity: low
#   criteria:
#     - {id: CC6.8, aspect: least-privilege, strength: supporting, because: kernel settings stay with those who run the nodes}
#   tests: design
#   reads: [sysctls, first_of_pod, pod]
#   remediation:
#     kubernetes: "remove the entry from `securityContext.sysctls`, or set it on nodes of their own"
#   aliases:
#     trivy: [AVD-KSV-0026, KSV-0026]
#     kics: [a9174d31-d526-4ad9-ace4-ce7ddbf52e03,
#       9127f0d9-2310-42e7-866f-5fd9d20dcbad]
#     kube_linter: [unsafe-sysctls]
#   since: "0.1.0"
package gapcheck.workload.sets_no_unsafe_kernel_settings

subjects contains workload.id if {
	some workload in input.workload
	_in_scope(workload)
}

deny contains {"subject": workload.id, "path": ["sysctls", sprintf("%d", [index])], "message": message} if {
	some workload in input.workload
	_in_scope(workload)
	some index, name in workload.sysctls
	not name in _safe
	message := sprintf("%s sets %s, which may reach other pods of the node", [workload.pod, name])
}

_in_scope(workload) if {
	workload.format == "kubernetes"
	workload.first_of_pod == true
}

# https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/#safe-and-unsafe-sysctls
_safe := {
	"kernel.shm_rmid_forced",
	"net.ipv4.ip_local_port_range",
	"net.ipv4.ip_local_reserved_ports",
	"net.ipv4.ip_unprivileged_port_start",
	"net.ipv4.ping_group_range",
	"net.ipv4.tcp_fin_timeout",
	"net.ipv4.tcp_keepalive_intvl",
	"net.ipv4.tcp_keepalive_probes",
	"net.ipv4.tcp_keepalive_time",
	"net.ipv4.tcp_rmem",
	"net.ipv4.tcp_syncookies",
	"net.ipv4.tcp_wmem",
}
