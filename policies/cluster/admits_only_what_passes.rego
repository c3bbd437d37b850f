# METADATA
# title: API servers admit nothing unseen
# description: "The plugin `AlwaysAdmit` lets every object in, whatever the others would say."
# custom:
#   id: cluster-admits-only-what-passes
#   severity: high
#   criteria:
#     - {id: CC5.2, aspect: admission-rules, strength: primary, because: what enters the cluster is held to rules}
#     - {id: CC6.8, aspect: admission, strength: supporting, because: unsafe workloads can be refused}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "remove `AlwaysAdmit` from `--enable-admission-plugins`"
#   aliases:
#     checkov: [CKV_K8S_79]
#     trivy: [AVD-KCV-0011, KCV-0011]
#     kics: [ce30e584-b33f-4c7d-b418-a3d7027f8f60]
#     prowler: [apiserver_no_always_admit_plugin]
#   since: "0.1.0"
package gapcheck.cluster.admits_only_what_passes

subjects contains cluster.id if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
}

deny contains {"subject": cluster.id, "path": ["flags", "enable-admission-plugins"], "message": message} if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
	"AlwaysAdmit" in split(cluster.flags["enable-admission-plugins"], ",")
	message := sprintf("%s admits whatever it is sent", [cluster.name])
}
