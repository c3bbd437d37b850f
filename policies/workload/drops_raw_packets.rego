# METADATA
# title: Containers cannot make raw network packets
# description: With raw packets a container that is taken over poses as its neighbours on the network.
# custom:
#   id: workload-drops-raw-packets
#   severity: medium
#   criteria:
#     - {id: CC6.6, aspect: network-isolation, strength: supporting, because: a workload cannot pose as another on the network}
#     - {id: CC6.3, aspect: runtime-privilege, strength: supporting, because: nearly no process needs that right}
#   tests: design
#   reads: [dropped_capabilities, os]
#   remediation:
#     kubernetes: "set `securityContext.capabilities.drop: [NET_RAW]`, or better `[ALL]`"
#   aliases:
#     checkov: [CKV_K8S_28]
#     kics: [e5587d53-a673-4a6b-b3f2-ba07ec274def,
#       dbbc6705-d541-43b0-b166-dd4be8208b54]
#     kube_linter: [drop-net-raw-capability]
#   since: "0.1.0"
package gapcheck.workload.drops_raw_packets

subjects contains workload.id if {
	some workload in input.workload
	_in_scope(workload)
}

deny contains {"subject": workload.id, "path": ["dropped_capabilities"], "message": message} if {
	some workload in input.workload
	_in_scope(workload)
	not _drops(workload)
	message := sprintf("%s may make raw network packets", [workload.name])
}

_drops(workload) if {
	some capability in workload.dropped_capabilities
	capability in {"ALL", "NET_RAW"}
}

# Windows has no such capabilities.
_in_scope(workload) if {
	workload.format == "kubernetes"
	not workload.os == "windows"
}
