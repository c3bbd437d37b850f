# METADATA
# title: API servers and kubelets refuse callers that they do not know
# description: "Requests without proof of identity are answered as `system:anonymous`, which anyone on the network may be."
# custom:
#   id: cluster-refuses-anonymous-requests
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: primary, because: whoever talks to the cluster must prove who they are}
#     - {id: CC6.6, aspect: remote-access, strength: supporting, because: the network alone gives no way in}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "start the API server and the kubelet with `--anonymous-auth=false`, or set `authentication.anonymous.enabled: false` in the kubelet's file"
#   aliases:
#     checkov: [CKV_K8S_68, CKV_K8S_138]
#     trivy: [AVD-KCV-0001, KCV-0001]
#     kics: [1de5cc51-f376-4638-a940-20f2e85ae238]
#     prowler: [apiserver_anonymous_requests, kubelet_disable_anonymous_auth]
#   since: "0.1.0"
package gapcheck.cluster.refuses_anonymous_requests

subjects contains cluster.id if {
	some cluster in input.cluster
	_in_scope(cluster)
}

# By default both answer them.
deny contains {"subject": cluster.id, "path": ["flags", "anonymous-auth"], "message": message} if {
	some cluster in input.cluster
	_in_scope(cluster)
	not cluster.flags["anonymous-auth"] == "false"
	message := sprintf("%s answers callers that it does not know", [cluster.name])
}

_in_scope(cluster) if cluster.component in {"kube-apiserver", "kubelet"}
