# METADATA
# title: Machines that share the default account may not call every service
# description: The default account may edit the project; full scopes let whoever takes the machine use all of that.
# custom:
#   id: machine-limits-what-it-may-call
#   severity: high
#   criteria:
#     - {id: CC6.3, aspect: runtime-privilege, strength: primary, because: an identity that many share must not open every service}
#   tests: design
#   reads: [default_service_account, scopes]
#   remediation:
#     terraform: "make a `google_service_account` for the machine and name it in the `service_account` block, or list the few `scopes` that it needs"
#   aliases:
#     checkov: [CKV_GCP_31]
#     prowler: [compute_instance_default_service_account_in_use_with_full_api_access]
#   since: "0.1.0"
package gapcheck.machine.limits_what_it_may_call

_full := {"cloud-platform", "https://www.googleapis.com/auth/cloud-platform"}

subjects contains machine.id if {
	some machine in input.machine
	is_boolean(machine.default_service_account)
}

deny contains {"subject": machine.id, "path": ["scopes", sprintf("%d", [index])], "message": message} if {
	some machine in input.machine
	machine.default_service_account == true
	some index, scope in machine.scopes
	scope in _full
	message := sprintf("%s may call every service as the default account", [machine.name])
}
