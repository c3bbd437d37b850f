# METADATA
# title: API servers bound how many events they take
# description: One workload that fails in a loop can flood the API server with events until nobody else is served.
# custom:
#   id: cluster-limits-floods-of-events
#   severity: low
#   criteria:
#     - {id: A1.1, aspect: resource-limits, strength: supporting, because: one client cannot use up the capacity of the API server}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "add `EventRateLimit` to `--enable-admission-plugins`, and configure it in the file of `--admission-control-config-file`"
#   aliases:
#     trivy: [AVD-KCV-0010, KCV-0010]
#     kics: [e0099af2-fe17-411f-9991-0de28fe15f3c]
#     prowler: [apiserver_event_rate_limit]
#   since: "0.1.0"
package gapcheck.cluster.limits_floods_of_events

subjects contains cluster.id if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
}

deny contains {"subject": cluster.id, "path": ["flags", "enable-admission-plugins"], "message": message} if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
	not _includes(cluster)
	message := sprintf("%s takes as many events as it is sent", [cluster.name])
}

_includes(cluster) if "EventRateLimit" in split(cluster.flags["enable-admission-plugins"], ",")
