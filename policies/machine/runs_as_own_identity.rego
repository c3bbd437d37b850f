# METADATA
# title: Machines run under an identity of their own with few rights
# description: "The default service account may edit the whole project in most organizations, so one machine taken over is a project taken over."
# custom:
#   id: machine-runs-as-own-identity
#   severity: high
#   criteria:
#     - {id: CC6.3, aspect: runtime-privilege, strength: primary, because: a workload must hold only the rights that it needs}
#   tests: design
#   reads: [default_service_account]
#   remediation:
#     terraform: "make a `google_service_account` for the machine and name it in the `service_account` block; give roles to it instead of scopes"
#   aliases:
#     checkov: [CKV_GCP_30]
#     trivy: [AVD-GCP-0044, GCP-0044]
#     tfsec: [google-compute-no-default-service-account]
#     kics: [3cb4af0b-056d-4fb1-8b95-fdc4593625ff]
#     prowler: [compute_instance_default_service_account_in_use]
#   since: "0.1.0"
package gapcheck.machine.runs_as_own_identity

subjects contains machine.id if {
	some machine in input.machine
	is_boolean(machine.default_service_account)
}

deny contains {"subject": machine.id, "path": ["default_service_account"], "message": message} if {
	some machine in input.machine
	machine.default_service_account == true
	message := sprintf("%s runs as the default service account", [machine.name])
}
