# METADATA
# title: Kubelets end streams that lie idle
# description: "Shells and forwarded ports that nobody uses stay open for whoever finds them, and use the node up."
# custom:
#   id: cluster-ends-idle-streams
#   severity: low
#   criteria:
#     - {id: CC6.1, aspect: access-settings, strength: supporting, because: a session that nobody uses ends}
#     - {id: A1.1, aspect: resource-limits, strength: supporting, because: forgotten streams do not use a node up}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "set `--streaming-connection-idle-timeout` to a time above 0, or leave it out"
#   aliases:
#     checkov: [CKV_K8S_143]
#     kics: [ed89b97d-04e9-4fd4-919f-ee5b27e555e9]
#     prowler: [kubelet_streaming_connection_timeout]
#   since: "0.1.0"
package gapcheck.cluster.ends_idle_streams

subjects contains cluster.id if {
	some cluster in input.cluster
	cluster.component == "kubelet"
}

deny contains {"subject": cluster.id, "path": ["flags", "streaming-connection-idle-timeout"], "message": message} if {
	some cluster in input.cluster
	cluster.component == "kubelet"
	regex.match(`^(0[hms]*)+$`, cluster.flags["streaming-connection-idle-timeout"])
	message := sprintf("%s never ends an idle stream", [cluster.name])
}
