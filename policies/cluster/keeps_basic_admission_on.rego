# METADATA
# title: API servers keep the admission plugins that the rest relies on
# description: "Without `ServiceAccount` pods run under no account of their own, and without `NamespaceLifecycle` objects slip into namespaces that are being deleted."
# custom:
#   id: cluster-keeps-basic-admission-on
#   severity: medium
#   criteria:
#     - {id: CC5.2, aspect: admission-rules, strength: supporting, because: "the cluster's own rules stay in force"}
#     - {id: CC6.1, aspect: authentication, strength: supporting, because: each pod has an identity that it can be held to}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "remove `ServiceAccount` and `NamespaceLifecycle` from `--disable-admission-plugins`"
#   aliases:
#     trivy: [AVD-KCV-0014, KCV-0014, AVD-KCV-0015, KCV-0015]
#     kics: [1ffe7bf7-563b-4b3d-a71d-ba6bd8d49b37, 9587c890-0524-40c2-9ce2-663af7c2f063]
#     prowler: [apiserver_namespace_lifecycle_plugin, apiserver_service_account_plugin]
#   since: "0.1.0"
package gapcheck.cluster.keeps_basic_admission_on

subjects contains cluster.id if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
}

deny contains {"subject": cluster.id, "path": ["flags", "disable-admission-plugins"], "message": message} if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
	some plugin in split(cluster.flags["disable-admission-plugins"], ",")
	plugin in {"NamespaceLifecycle", "ServiceAccount"}
	message := sprintf("%s runs without the plugin %s", [cluster.name, plugin])
}
