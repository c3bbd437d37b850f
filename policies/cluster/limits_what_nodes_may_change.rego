# METADATA
# title: API servers let a node change only itself and its own pods
# description: "Without the plugin `NodeRestriction`, a node that is taken over labels itself to draw pods with secrets, or edits those of other nodes."
# custom:
#   id: cluster-limits-what-nodes-may-change
#   severity: medium
#   criteria:
#     - {id: CC6.3, aspect: least-privilege, strength: primary, because: a node may not act for other nodes}
#     - {id: CC6.8, aspect: admission, strength: supporting, because: changes by nodes are held to a rule}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "add `NodeRestriction` to `--enable-admission-plugins` of the API server"
#   aliases:
#     checkov: [CKV_K8S_85]
#     trivy: [AVD-KCV-0016, KCV-0016]
#     kics: [33fc6923-6553-4fe6-9d3a-4efa51eb874b]
#     prowler: [apiserver_node_restriction_plugin]
#   since: "0.1.0"
package gapcheck.cluster.limits_what_nodes_may_change

subjects contains cluster.id if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
}

# It is not among the plugins that are on by themselves.
deny contains {"subject": cluster.id, "path": ["flags", "enable-admission-plugins"], "message": message} if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
	not _includes(cluster)
	message := sprintf("%s lets nodes change other nodes", [cluster.name])
}

_includes(cluster) if "NodeRestriction" in split(cluster.flags["enable-admission-plugins"], ",")
