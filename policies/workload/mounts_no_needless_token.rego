# METADATA
# title: Containers hold a token of the cluster only where they call it
# description: "A token that lies in every container gives whoever breaks in an identity in the cluster's API."
# custom:
#   id: workload-mounts-no-needless-token
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: secrets, strength: primary, because: credentials must be present only where they are needed}
#     - {id: CC6.3, aspect: runtime-privilege, strength: supporting, because: a process that does not call the API needs no identity in it}
#   tests: design
#   reads: [automount_service_account_token, calls_api, first_of_pod, pod]
#   remediation:
#     kubernetes: "set `automountServiceAccountToken: false` on the pod or on its service account"
#   aliases:
#     checkov: [CKV_K8S_38]
#     trivy: [AVD-KSV-0036, KSV-0036]
#     kics: [a9a13d4f-f17a-491b-b074-f54bffffcb4a,
#       48471392-d4d0-47c0-b135-cdec95eb3eef]
#   since: "0.1.0"
package gapcheck.workload.mounts_no_needless_token

subjects contains workload.id if {
	some workload in input.workload
	workload.first_of_pod == true
	is_boolean(workload.automount_service_account_token)
}

deny contains {"subject": workload.id, "path": ["automount_service_account_token"], "message": message} if {
	some workload in input.workload
	workload.first_of_pod == true
	workload.automount_service_account_token == true
	not workload.calls_api == true
	message := sprintf("%s holds a token of the cluster, and no role says that it calls the cluster", [workload.pod])
}
