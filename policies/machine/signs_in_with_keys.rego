# METADATA
# title: Linux machines do not let anybody sign in with a password
# description: Passwords can be guessed and shared; a key must be held.
# custom:
#   id: machine-signs-in-with-keys
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: primary, because: sign-in must rest on more than a password that can be guessed}
#   tests: design
#   reads: [ssh_password]
#   remediation:
#     terraform: "set `disable_password_authentication = true` and add an `admin_ssh_key` block"
#   aliases:
#     checkov: [CKV_AZURE_1, CKV_AZURE_49, CKV_AZURE_149, CKV_AZURE_178]
#     trivy: [AVD-AZU-0039, AZU-0039]
#     tfsec: [azure-compute-disable-password-authentication]
#     kics: [dafe30ec-325d-4516-85d1-e8e6776f012c]
#     prowler: [vm_linux_enforce_ssh_authentication]
#   since: "0.1.0"
package gapcheck.machine.signs_in_with_keys

subjects contains machine.id if {
	some machine in input.machine
	is_boolean(machine.ssh_password)
}

deny contains {"subject": machine.id, "path": ["ssh_password"], "message": message} if {
	some machine in input.machine
	machine.ssh_password == true
	message := sprintf("%s lets people sign in with a password", [machine.name])
}
