# METADATA
# title: Kubelets serve no port that asks nobody who they are
# description: On the read-only port anyone learns which pods a node runs and with what settings.
# custom:
#   id: cluster-closes-the-read-only-port
#   severity: high
#   criteria:
#     - {id: CC6.6, aspect: entry-points, strength: primary, because: no port of a node answers unknown callers}
#     - {id: CC6.1, aspect: access-settings, strength: supporting, because: settings of pods are shown to those only who may read them}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "start the kubelet with `--read-only-port=0`, or leave `readOnlyPort` out of its file"
#   aliases:
#     checkov: [CKV_K8S_141]
#     kics: [2940d48a-dc5e-4178-a3f8-bfbd80720b41]
#     prowler: [kubelet_disable_read_only_port]
#   since: "0.1.0"
package gapcheck.cluster.closes_the_read_only_port

subjects contains cluster.id if {
	some cluster in input.cluster
	cluster.component == "kubelet"
}

# As a flag it is 10255 by default.
deny contains {"subject": cluster.id, "path": ["flags", "read-only-port"], "message": message} if {
	some cluster in input.cluster
	cluster.component == "kubelet"
	not cluster.flags["read-only-port"] == "0"
	message := sprintf("%s serves a port that asks nobody who they are", [cluster.name])
}
