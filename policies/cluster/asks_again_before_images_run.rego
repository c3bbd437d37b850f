# METADATA
# title: API servers have images fetched anew for each pod
# description: A node runs an image that it holds for anyone who knows its name; only a fetch asks the registry whether the pod may have it.
# custom:
#   id: cluster-asks-again-before-images-run
#   severity: low
#   criteria:
#     - {id: CC6.8, aspect: admission, strength: supporting, because: only a pod with the right to an image runs it}
#     - {id: CC6.1, aspect: access-settings, strength: supporting, because: private images stay with those who may read them}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "add `AlwaysPullImages` to `--enable-admission-plugins` of the API server"
#   aliases:
#     checkov: [CKV_K8S_80]
#     trivy: [AVD-KCV-0012, KCV-0012]
#     kics: [a77f4d07-c6e0-4a48-8b35-0eeb51576f4f]
#     prowler: [apiserver_always_pull_images_plugin]
#   since: "0.1.0"
package gapcheck.cluster.asks_again_before_images_run

subjects contains cluster.id if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
}

deny contains {"subject": cluster.id, "path": ["flags", "enable-admission-plugins"], "message": message} if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
	not _includes(cluster)
	message := sprintf("%s lets pods run images that lie on the node, unasked", [cluster.name])
}

_includes(cluster) if "AlwaysPullImages" in split(cluster.flags["enable-admission-plugins"], ",")
