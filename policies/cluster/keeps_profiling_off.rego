# METADATA
# title: Components of the control plane offer no profiles of themselves
# description: "Profiles show how the program works inside and cost it time, and anyone with access to the port can have them made."
# custom:
#   id: cluster-keeps-profiling-off
#   severity: low
#   criteria:
#     - {id: CC6.6, aspect: entry-points, strength: supporting, because: a port offers no more than is needed}
#     - {id: CC6.1, aspect: access-settings, strength: supporting, because: what a running program holds is not shown}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "start the API server, the controller manager and the scheduler with `--profiling=false`"
#   aliases:
#     checkov: [CKV_K8S_90, CKV_K8S_107, CKV_K8S_114]
#     trivy: [AVD-KCV-0018, KCV-0018, AVD-KCV-0034, KCV-0034, AVD-KCV-0040, KCV-0040]
#     kics: [2f491173-6375-4a84-b28e-a4e2b9a58a69]
#     prowler: [apiserver_disable_profiling, controllermanager_disable_profiling, scheduler_profiling]
#   since: "0.1.0"
package gapcheck.cluster.keeps_profiling_off

subjects contains cluster.id if {
	some cluster in input.cluster
	_in_scope(cluster)
}

# By default all three offer them.
deny contains {"subject": cluster.id, "path": ["flags", "profiling"], "message": message} if {
	some cluster in input.cluster
	_in_scope(cluster)
	not cluster.flags["profiling"] == "false"
	message := sprintf("%s offers profiles of itself", [cluster.name])
}

_in_scope(cluster) if cluster.component in {"kube-apiserver", "kube-controller-manager", "kube-scheduler"}
