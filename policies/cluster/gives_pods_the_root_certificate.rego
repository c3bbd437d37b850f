# METADATA
# title: "Pods are given the authority of the API server's certificate"
# description: Without it a pod cannot check that it talks to the API server before it sends its token.
# custom:
#   id: cluster-gives-pods-the-root-certificate
#   severity: medium
#   criteria:
#     - {id: CC6.7, aspect: encryption-in-transit, strength: supporting, because: pods can check whom they send their token to}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "set `--root-ca-file` of the controller manager"
#   aliases:
#     checkov: [CKV_K8S_111]
#     trivy: [AVD-KCV-0037, KCV-0037]
#     kics: [05fb986f-ac73-4ebb-a5b2-7faafa93d882]
#     prowler: [controllermanager_root_ca_file_set]
#   since: "0.1.0"
package gapcheck.cluster.gives_pods_the_root_certificate

subjects contains cluster.id if {
	some cluster in input.cluster
	cluster.component == "kube-controller-manager"
}

deny contains {"subject": cluster.id, "path": ["flags", "root-ca-file"], "message": message} if {
	some cluster in input.cluster
	cluster.component == "kube-controller-manager"
	not cluster.flags["root-ca-file"]
	message := sprintf("%s gives pods no certificate to check the API server by", [cluster.name])
}
