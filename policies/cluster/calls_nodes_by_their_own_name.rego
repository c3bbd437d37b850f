# METADATA
# title: Kubelets go by the name of their machine
# description: "A node that names itself can break the certificates of the cluster's links, and makes its records hard to follow."
# custom:
#   id: cluster-calls-nodes-by-their-own-name
#   severity: low
#   criteria:
#     - {id: CC7.2, aspect: log-sources, strength: supporting, because: records name the machine that they come from}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "remove `--hostname-override`"
#   aliases:
#     checkov: [CKV_K8S_146]
#     kics: [bf36b900-b5ef-4828-adb7-70eb543b7cfb]
#   since: "0.1.0"
package gapcheck.cluster.calls_nodes_by_their_own_name

subjects contains cluster.id if {
	some cluster in input.cluster
	cluster.component == "kubelet"
}

deny contains {"subject": cluster.id, "path": ["flags", "hostname-override"], "message": message} if {
	some cluster in input.cluster
	cluster.component == "kubelet"
	cluster.flags["hostname-override"]
	message := sprintf("%s goes by another name than its machine", [cluster.name])
}
