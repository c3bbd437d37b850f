# METADATA
# title: The controller manager and the scheduler answer on their own host only
# description: "Their ports serve health and measures that nobody outside the host needs, and each open port is a way in."
# custom:
#   id: cluster-answers-on-the-host-only
#   severity: medium
#   criteria:
#     - {id: CC6.6, aspect: entry-points, strength: primary, because: components that no one calls from outside cannot be reached from there}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "start both with `--bind-address=127.0.0.1`"
#   aliases:
#     checkov: [CKV_K8S_113, CKV_K8S_115]
#     trivy: [AVD-KCV-0039, KCV-0039, AVD-KCV-0041, KCV-0041]
#     kics: [46a2e9ec-6a5f-4faa-9d39-4ea44d5d87a2]
#     prowler: [controllermanager_bind_address, scheduler_bind_address]
#   since: "0.1.0"
package gapcheck.cluster.answers_on_the_host_only

subjects contains cluster.id if {
	some cluster in input.cluster
	_in_scope(cluster)
}

# By default both answer on all addresses.
deny contains {"subject": cluster.id, "path": ["flags", "bind-address"], "message": message} if {
	some cluster in input.cluster
	_in_scope(cluster)
	not cluster.flags["bind-address"] == "127.0.0.1"
	message := sprintf("%s answers on every address of its host", [cluster.name])
}

_in_scope(cluster) if cluster.component in {"kube-controller-manager", "kube-scheduler"}
