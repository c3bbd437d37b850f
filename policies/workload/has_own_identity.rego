# METADATA
# title: Workloads run under a service account of their own
# description: "The default account is everybody's: its rights belong to all pods, and its deeds to none."
# custom:
#   id: workload-has-own-identity
#   severity: medium
#   criteria:
#     - {id: CC6.3, aspect: roles, strength: primary, because: rights can follow duties only where each workload has an identity}
#     - {id: CC6.2, aspect: standing-credentials, strength: supporting, because: a shared identity cannot be withdrawn from one workload}
#   tests: design
#   reads: [service_account, automount_service_account_token, first_of_pod, pod]
#   remediation:
#     kubernetes: "make a ServiceAccount for the workload and name it in `serviceAccountName`; or set `automountServiceAccountToken: false` where it needs none"
#   aliases:
#     kics: [24b132df-5cc7-4823-8029-f898e1c50b72,
#       591ade62-d6b0-4580-b1ae-209f80ba1cd9]
#   since: "0.1.0"
package gapcheck.workload.has_own_identity

subjects contains workload.id if {
	some workload in input.workload
	workload.first_of_pod == true
	workload.service_account
}

deny contains {"subject": workload.id, "path": ["service_account"], "message": message} if {
	some workload in input.workload
	workload.first_of_pod == true
	workload.service_account in {"default", ""}
	workload.automount_service_account_token == true
	message := sprintf("%s runs under the default service account", [workload.pod])
}
