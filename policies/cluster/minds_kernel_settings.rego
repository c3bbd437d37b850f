# METADATA
# title: Kubelets do not start where the kernel is set otherwise
# description: "By default a kubelet changes kernel settings to its own without a word, those that were hardened among them."
# custom:
#   id: cluster-minds-kernel-settings
#   severity: low
#   criteria:
#     - {id: CC6.8, aspect: least-privilege, strength: supporting, because: a hardened kernel stays as it was set}
#     - {id: CC7.1, aspect: configuration-monitoring, strength: supporting, because: a setting that differs is noticed at the start}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "start the kubelet with `--protect-kernel-defaults=true`, or set `protectKernelDefaults: true` in its file"
#   aliases:
#     checkov: [CKV_K8S_144]
#   since: "0.1.0"
package gapcheck.cluster.minds_kernel_settings

subjects contains cluster.id if {
	some cluster in input.cluster
	cluster.component == "kubelet"
}

# By default it changes them.
deny contains {"subject": cluster.id, "path": ["flags", "protect-kernel-defaults"], "message": message} if {
	some cluster in input.cluster
	cluster.component == "kubelet"
	not cluster.flags["protect-kernel-defaults"] == "true"
	message := sprintf("%s changes kernel settings without a word", [cluster.name])
}
