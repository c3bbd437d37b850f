# METADATA
# title: Containers bind no ports of the node
# description: "A port of the node passes by services and network policies, and whatever reaches the node reaches it."
# custom:
#   id: workload-binds-no-host-ports
#   severity: medium
#   criteria:
#     - {id: CC6.6, aspect: entry-points, strength: primary, because: ways in must be those that were planned}
#   tests: design
#   reads: [ports]
#   remediation:
#     kubernetes: "remove `hostPort`, and let a Service or an Ingress lead to the container"
#   aliases:
#     checkov: [CKV_K8S_26]
#     trivy: [AVD-KSV-0024, KSV-0024]
#     kics: [4e74cf4f-ff65-4c1a-885c-67ab608206ce,
#       2b1836f1-dcce-416e-8e16-da8c71920633]
#     prowler: [core_minimize_admission_hostport_containers]
#   since: "0.1.0"
package gapcheck.workload.binds_no_host_ports

subjects contains workload.id if {
	some workload in input.workload
	workload.format == "kubernetes"
}

deny contains {"subject": workload.id, "path": ["ports", sprintf("%d", [index]), "host_port"], "message": message} if {
	some workload in input.workload
	workload.format == "kubernetes"
	some index, port in workload.ports
	port.host_port > 0
	message := sprintf("%s binds port %d of the node", [workload.name, port.host_port])
}
