# METADATA
# title: "Sign-in to machines follows the directory, not keys of the project"
# description: A key in the metadata of a project opens every machine and stays when its owner leaves.
# custom:
#   id: machine-follows-directory-sign-in
#   severity: medium
#   criteria:
#     - {id: CC6.2, aspect: identity-provider, strength: primary, because: leavers lose access to machines with their account}
#     - {id: CC6.1, aspect: authentication, strength: supporting, because: sign-in rests on an identity and not on a shared list of keys}
#   tests: design
#   reads: [os_login, blocks_project_keys, account.os_login]
#   remediation:
#     terraform: "set `enable-oslogin = \"TRUE\"` and `block-project-ssh-keys = \"TRUE\"` in the metadata of the instance, or OS Login for the project"
#   aliases:
#     checkov: [CKV_GCP_32, CKV_GCP_34]
#     trivy: [AVD-GCP-0030, AVD-GCP-0036, GCP-0030, GCP-0036]
#     tfsec: [google-compute-no-project-wide-ssh-keys, google-compute-no-oslogin-override]
#     kics: [d0b4d550-c001-46c3-bbdb-d5d75d33f05f, 3e4d5ce6-3280-4027-8010-c26eeea1ec01]
#     prowler: [compute_instance_block_project_wide_ssh_keys_disabled]
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

deny contains {"subject": machine.id, "path": ["blocks_project_keys"], "message": message} if {
	some machine in input.machine
	machine.blocks_project_keys == false
	not _follows_directory(machine)
	message := sprintf("%s opens to every key of its project", [machine.name])
}

_follows_directory(machine) if is_boolean(machine.os_login)

_follows_directory(_) if {
	some account in input.account
	account.os_login == true
}
