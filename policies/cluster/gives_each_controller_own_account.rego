# METADATA
# title: Controllers run under an account each
# description: "Under one account for all, a fault in one controller has the rights of every other."
# custom:
#   id: cluster-gives-each-controller-own-account
#   severity: medium
#   criteria:
#     - {id: CC6.3, aspect: least-privilege, strength: primary, because: each controller gets only the rights of its own duty}
#     - {id: CC7.2, aspect: log-sources, strength: supporting, because: the audit log shows which controller acted}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "start the controller manager with `--use-service-account-credentials=true`"
#   aliases:
#     checkov: [CKV_K8S_108]
#     trivy: [AVD-KCV-0035, KCV-0035]
#     kics: [1acd93f1-5a37-45c0-aaac-82ece818be7d]
#     prowler: [controllermanager_service_account_credentials]
#   since: "0.1.0"
package gapcheck.cluster.gives_each_controller_own_account

subjects contains cluster.id if {
	some cluster in input.cluster
	cluster.component == "kube-controller-manager"
}

# By default they share one.
deny contains {"subject": cluster.id, "path": ["flags", "use-service-account-credentials"], "message": message} if {
	some cluster in input.cluster
	cluster.component == "kube-controller-manager"
	not cluster.flags["use-service-account-credentials"] == "true"
	message := sprintf("%s runs all its controllers under one account", [cluster.name])
}
