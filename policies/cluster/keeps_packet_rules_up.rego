# METADATA
# title: Kubelets keep the packet rules of their node up
# description: "Where the kubelet leaves them alone, rules that differ from those of the cluster may let traffic pass or drop it."
# custom:
#   id: cluster-keeps-packet-rules-up
#   severity: low
#   criteria:
#     - {id: CC6.6, aspect: network-isolation, strength: supporting, because: packet rules of nodes are those that the cluster expects}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "remove `--make-iptables-util-chains=false`"
#   aliases:
#     kics: [5f89001f-6dd9-49ff-9b15-d8cd71b617f4]
#     prowler: [kubelet_manage_iptables]
#   since: "0.1.0"
package gapcheck.cluster.keeps_packet_rules_up

subjects contains cluster.id if {
	some cluster in input.cluster
	cluster.component == "kubelet"
}

deny contains {"subject": cluster.id, "path": ["flags", "make-iptables-util-chains"], "message": message} if {
	some cluster in input.cluster
	cluster.component == "kubelet"
	cluster.flags["make-iptables-util-chains"] == "false"
	message := sprintf("%s leaves the packet rules of its node to themselves", [cluster.name])
}
