# METADATA
# title: Machines do not turn sign-in by the directory off
# description: A machine that keeps its own list of keys lets people in who left.
# custom:
#   id: machine-follows-directory-sign-in
#   severity: medium
#   criteria:
#     - {id: CC6.2, aspect: identity-provider, strength: primary, because: leavers lose access to machines with their account}
#     - {id: CC6.1, aspect: authentication, strength: supporting, because: sign-in rests on an identity and not on a shared list of keys}
#   tests: design
#   reads: [os_login, blocks_project_keys]
#   remediation:
#     terraform: "take `enable-oslogin = \"FALSE\"` out of the metadata of the instance"
#   aliases:
#     checkov: [CKV_GCP_34]
#     trivy: [AVD-GCP-0036, GCP-0036]
#     tfsec: [google-compute-no-oslogin-override]
#     kics: [d0b4d550-c001-46c3-bbdb-d5d75d33f05f]
#   since: "0.1.0"
package gapcheck.machine.follows_directory_sign_in

subjects contains machine.id if {
	some machine in input.machine
	is_boolean(machine.blocks_project_keys)
}

deny contains {"subject": machine.id, "path": ["os_login"], "message": message} if {
	some machine in input.machine
	machine.os_login == false
	message := sprintf("%s turns OS Login off", [machine.name])
}
