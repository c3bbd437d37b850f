# METADATA
# title: Projects sign people in to machines by the directory
# description: A key in the metadata of a project opens every machine and stays when its owner leaves.
# custom:
#   id: account-turns-os-login-on
#   severity: medium
#   criteria:
#     - {id: CC6.2, aspect: identity-provider, strength: primary, because: leavers lose access to machines with their account}
#     - {id: CC6.1, aspect: authentication, strength: supporting, because: sign-in rests on an identity}
#   tests: design
#   reads: [setting, os_login]
#   remediation:
#     terraform: "set `enable-oslogin = \"TRUE\"` in the metadata of the project"
#   aliases:
#     checkov: [CKV_GCP_33]
#     trivy: [AVD-GCP-0042, GCP-0042]
#     tfsec: [google-compute-project-level-oslogin]
#     kics: [32ecd6eb-0711-421f-9627-1a28d9eff217]
#     prowler: [compute_project_os_login_enabled]
#   since: "0.1.0"
package gapcheck.account.turns_os_login_on

subjects contains account.id if {
	some account in input.account
	account.setting == "os_login"
}

deny contains {"subject": account.id, "path": ["os_login"], "message": message} if {
	some account in input.account
	account.setting == "os_login"
	not account.os_login
	not _is_left_to_another(account)
	message := sprintf("%s does not sign people in by the directory", [account.name])
}

# Metadata may be set in several places of a configuration; one that says nothing leaves it to the others.
_is_left_to_another(account) if {
	not is_boolean(account.os_login)
	split(account.id, "#")[0] in _on
}

_on contains configuration if {
	some account in input.account
	account.setting == "os_login"
	account.os_login == true
	configuration := split(account.id, "#")[0]
}
