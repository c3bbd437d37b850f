# METADATA
# title: Published ports are bound to an address
# description: "A port without an address is open on every network of the host, those among them that nobody thought of."
# custom:
#   id: workload-publishes-ports-on-one-address
#   severity: low
#   criteria:
#     - {id: CC6.6, aspect: entry-points, strength: supporting, because: a service can be reached only on the network it is meant for}
#   tests: design
#   reads: [ports]
#   remediation:
#     compose: "name the address: `127.0.0.1:8080:80`, or `host_ip` in the long form"
#   aliases:
#     kics: [451d79dc-0588-476a-ad03-3c7f0320abb3]
#   since: "0.1.0"
package gapcheck.workload.publishes_ports_on_one_address

subjects contains workload.id if {
	some workload in input.workload
	workload.format == "compose"
}

deny contains {"subject": workload.id, "path": ["ports", sprintf("%d", [index]), "container_port"], "message": message} if {
	some workload in input.workload
	workload.format == "compose"
	some index, port in workload.ports
	port.host_ip in {"0.0.0.0", "::", "[::]", ""}
	message := sprintf("%s publishes port %v on every address of the host", [workload.name, port.container_port])
}
