# METADATA
# title: Machines refuse keys that open the whole project
# description: A key in the metadata of a project opens every machine and stays when its owner leaves.
# custom:
#   id: machine-refuses-keys-of-the-project
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: primary, because: sign-in rests on an identity and not on a shared list of keys}
#     - {id: CC6.2, aspect: standing-credentials, strength: supporting, because: leavers leave no key behind}
#   tests: design
#   reads: [os_login, blocks_project_keys, account.os_login]
#   remediation:
#     terraform: "set `block-project-ssh-keys = \"TRUE\"` in the metadata of the instance, or `enable-oslogin = \"TRUE\"` there or for the project"
#   aliases:
#     checkov: [CKV_GCP_32]
#     trivy: [AVD-GCP-0030, GCP-0030]
#     tfsec: [google-compute-no-project-wide-ssh-keys]
#     kics: [3e4d5ce6-3280-4027-8010-c26eeea1ec01]
#     prowler: [compute_instance_block_project_wide_ssh_keys_disabled]
#   since: "0.1.0"
package gapcheck.machine.refuses_keys_of_the_project

subjects contains machine.id if {
	some machine in input.machine
	is_boolean(machine.blocks_project_keys)
}

deny contains {"subject": machine.id, "path": ["blocks_project_keys"], "message": message} if {
	some machine in input.machine
	machine.blocks_project_keys == false
	not _follows_directory(machine)
	message := sprintf("%s opens to every key of its project", [machine.name])
}

# Where people sign in by the directory, keys in the metadata open nothing.
_follows_directory(machine) if machine.os_login

_follows_directory(machine) if {
	not is_boolean(machine.os_login)
	split(machine.id, "#")[0] in _on
}

_on contains configuration if {
	some account in input.account
	account.os_login == true
	configuration := split(account.id, "#")[0]
}
